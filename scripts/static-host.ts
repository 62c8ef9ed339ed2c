// Serves a built site like a static host on this machine: at a path, with the headers of a strict host, compressed on
// request. For tests, screenshots and benchmarks; loopback only.

import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** Formats that are compressed already. */
const packed = new Set(['.png', '.woff2', '.jpg', '.webp', '.avif', '.gif']);

export interface StaticHost {
  /** Address of the served folder, with `/` at its end. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

export interface HostOptions {
  /** Path that the folder is served at. */
  readonly base?: string;
  /** Value of the Content-Security-Policy header, if any. */
  readonly policy?: string;
  /** Whether responses are compressed (gzip) for clients that accept it. */
  readonly isCompressed?: boolean;
}

export async function serve(
  folder: string,
  { base = '/', policy, isCompressed = false }: HostOptions = {},
): Promise<StaticHost> {
  const server: Server = createServer(async (request, response) => {
    const path = decodePath(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? await findFile(folder, path.slice(base.length)) : undefined;
    const shown = file ?? join(folder, '404.html');
    const body = await readFile(shown).catch(() => Buffer.from('not found'));
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const isPacked = isCompressed && takesGzip && !packed.has(extname(shown));
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(shown)] ?? 'application/octet-stream',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    });
    response.end(isPacked ? gzipSync(body) : body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin + base,
    origin,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A path with an invalid encoding has no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return findFile(folder, join(path, 'index.html'));
  return found?.isFile() ? file : undefined;
}
