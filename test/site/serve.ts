// A static host for tests: serves a folder under a path, on loopback only, with the headers a strict site would send.

import { createServer, type Server } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface StaticHost {
  /** Address of the served folder, with `/` at its end. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

/** @param policy value of the Content-Security-Policy header, if any */
export async function serve(
  folder: string,
  { base = '/', policy }: { base?: string; policy?: string } = {},
): Promise<StaticHost> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? await findFile(folder, path.slice(base.length)) : undefined;
    const shown = file ?? join(folder, '404.html');
    const body = await readFile(shown).catch(() => Buffer.from('not found'));
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(shown)] ?? 'application/octet-stream',
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    });
    response.end(body);
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

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return findFile(folder, join(path, 'index.html'));
  return found?.isFile() ? file : undefined;
}
