// `stele mcp` over the built example site: standard input and output, and HTTP, with the client of the protocol's SDK.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRaw } from '../serve/raw-request.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, repository } from '../site/run-stele.ts';

const main = join(repository, 'src/cli/main.ts');
let folder: string;
let server: ChildProcess;
let url: URL;

beforeAll(async () => {
  ({ folder } = await buildSite(join(repository, 'content')));
  server = spawn(
    process.execPath,
    ['--max-old-space-size=160', main, 'mcp', '--http', '--out', folder, '--port', '0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  url = await new Promise((done, fail) => {
    let said = '';
    server.stderr!.on('data', (bytes: Buffer) => {
      said += String(bytes);
      const found = /http:\/\/\S+/.exec(said)?.[0].replace(/\.$/, '');
      if (found) done(new URL(found));
    });
    server.on('exit', () => fail(new Error(said)));
  });
}, 240_000);
afterAll(() => {
  server.kill();
  removeFolder(join(folder, '..'));
});

async function connect(transport: StdioClientTransport | StreamableHTTPClientTransport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

async function textOf(client: Client, name: string, given: Record<string, unknown>): Promise<string> {
  const { content } = await client.callTool({ name, arguments: given });
  return (content as { text: string }[])[0]!.text;
}

test('answers over standard input and output', async () => {
  const client = await connect(
    new StdioClientTransport({ command: process.execPath, args: [main, 'mcp', '--out', folder] }),
  );
  expect(await textOf(client, 'read_entity', { name: 'connection', language: 'ruby' })).toContain('organization_id');
  await client.close();
}, 60_000);

test('answers 1,000 calls at once over HTTP, and its memory stays flat', async () => {
  const client = await connect(new StreamableHTTPClientTransport(url));
  const calls = (index: number): Promise<string> =>
    [
      () => textOf(client, 'search', { query: 'organizationId', language: 'python' }),
      () => textOf(client, 'read_page', { route: 'reference/errors', language: 'go' }),
      () => textOf(client, 'read_entity', { name: 'connection', language: 'js' }),
      () => textOf(client, 'read_page', { route: 'nothing' }),
    ][index % 4]!();
  const thousand = (): Promise<readonly string[]> => Promise.all(Array.from({ length: 1000 }, (_, i) => calls(i)));
  const answers = await thousand();
  expect(new Set(answers).size).toBe(4);
  const memory = [memoryOf(server)];
  for (let i = 0; i < 5; i++) {
    await thousand();
    memory.push(memoryOf(server));
  }
  console.log(`memory after each 1,000 calls, in MiB: ${memory.map(Math.round).join(' ')}`);
  // Without a limit the heap grows, because nothing forces a full collection. A leak would end the process.
  expect(memory.at(-1)! - memory[2]!).toBeLessThan(60);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const start = performance.now();
    await calls(i);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `a call takes ${times[100]!.toFixed(1)} ms in the median, ${times[190]!.toFixed(1)} ms at the 95th percentile.`,
  );
  await client.close();
}, 120_000);

/** The memory of a process in MiB; 0 on systems that do not tell. */
function memoryOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/statm`;
  return existsSync(file) ? (Number(readFileSync(file, 'utf8').split(' ')[1]) * 4096) / 2 ** 20 : 0;
}

test('refuses other hosts, other origins, long bodies and other methods', async () => {
  const port = Number(url.port);
  const ask = (headers: Record<string, string>, method = 'POST'): Promise<{ status: number }> =>
    sendRaw(port, { method, target: '/mcp', headers });
  expect(await ask({ Host: 'evil.example' })).toMatchObject({ status: 403 });
  expect(await ask({ Origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await ask({}, 'GET')).toMatchObject({ status: 405 });
  const long = await fetch(url, { method: 'POST', body: 'x'.repeat(1_000_000) }).catch(() => undefined);
  expect(long?.status ?? 413).toBe(413);
  expect((await fetch(url, { method: 'POST', body: '{' })).status).toBe(400);
});
