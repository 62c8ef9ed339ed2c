// `stele mcp` over the built example site: standard input and output, HTTP, and a published site, with the client of
// the protocol's SDK.

import type { ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type StaticHost } from '../../scripts/static-host.ts';
import { sendRaw } from '../serve/raw-request.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, repository } from '../site/run-stele.ts';
import { connectHttp, connectStdio, memoryOfRounds, startHttp, textOf, timeCalls, type Call } from './mcp-client.ts';

let folder: string;
let base: string;
let server: ChildProcess;
let url: URL;
let host: StaticHost;

beforeAll(async () => {
  ({ folder } = await buildSite(join(repository, 'content')));
  base = `${folder}-before`;
  cpSync(folder, base, { recursive: true });
  // In the build before, Python has another name for a property.
  const page = join(base, 'reference/sso/connection.json');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('"name":"organization_id"', '"name":"org_id"'));
  host = await serve(folder);
  ({ server, url } = await startHttp(['--out', folder, '--base', base]));
}, 240_000);
afterAll(async () => {
  server.kill();
  await host.close();
  removeFolder(join(folder, '..'));
});

const callsOf =
  (client: Client): Call =>
  (index) =>
    [
      () => textOf(client, 'search', { query: 'organizationId', language: 'python' }),
      () => textOf(client, 'read_page', { route: 'reference/errors', language: 'go' }),
      () => textOf(client, 'read_entity', { name: 'connection', language: 'js' }),
      () => textOf(client, 'read_page', { route: 'nothing' }),
    ][index % 4]!();

interface Connection {
  readonly client: Client;
  readonly pid: number;
}

describe.each<[string, () => Promise<Connection>]>([
  ['standard input and output', () => connectStdio(['--out', folder, '--base', base])],
  ['HTTP', async () => ({ client: await connectHttp(url), pid: server.pid! })],
])('over %s', (_name, open) => {
  let client: Client;
  let pid: number;
  beforeAll(async () => void ({ client, pid } = await open()));
  afterAll(() => client.close());

  test('answers in a language, with its address', async () => {
    const text = await textOf(client, 'read_entity', { name: 'connection', language: 'ruby' });
    expect(text).toMatch(/^Source: http:\/\/localhost:4321\/ruby\/reference\/sso\/connection\/#connection\n/);
    expect(text).toContain('organization_id');
  });

  test('tells what the site changes since the other build, for all readers and for those of one language', async () => {
    const text = await textOf(client, 'diff');
    expect(text).toMatch(/org_id/);
    expect(text).toContain('- Connection (breaking): http://localhost:4321/reference/sso/connection/');
    expect(await textOf(client, 'diff', { language: 'go' })).toContain('no changes');
  });

  test('answers hostile calls with a reason', async () => {
    expect(await textOf(client, 'diff', { language: 'cobol' })).toMatch(/has no language "cobol"/);
    expect(await textOf(client, 'read_page', { route: '../../etc/passwd' })).toMatch(/is not the route of a page/);
    // Over HTTP, the limit of a request's body comes first.
    const refused = await textOf(client, 'search', { query: 'x'.repeat(1_000_000) }).catch(String);
    expect(refused).toMatch(/too_big|Too big|at most 262144 bytes/);
    expect(refused.length).toBeLessThan(2000);
    expect(await textOf(client, 'list_languages')).toContain('- ruby (Ruby)');
  });

  test('answers 1,000 calls at once, and its memory stays flat', async () => {
    const call = callsOf(client);
    expect(new Set(await Promise.all(Array.from({ length: 1000 }, (_, i) => call(i)))).size).toBe(4);
    const memory = await memoryOfRounds(call, pid, 4);
    console.log(`memory after each 1,000 calls, in MiB: ${memory.map(Math.round).join(' ')}`);
    // Without a limit the heap grows, because nothing forces a full collection. A leak would end the process.
    expect(memory.at(-1)! - memory[1]!).toBeLessThan(60);
    const { median, p95, processor } = await timeCalls(call, 200, pid);
    console.log(`a call takes ${median.toFixed(1)} ms in the median, ${p95.toFixed(1)} ms at the 95th percentile`);
    expect(processor).toBeLessThan(50);
  }, 120_000);
});

test('reads a published site, and says so if its host is away', async () => {
  const { client } = await connectStdio(['--url', host.url, '--base', base]);
  const text = await textOf(client, 'read_page', { route: 'reference/errors', language: 'python' });
  expect(text).toContain(`Source: ${host.url}python/reference/errors/\n`);
  expect(text).toContain(readFileSync(join(folder, 'python/reference/errors.md'), 'utf8').slice(0, 1000));
  expect(await textOf(client, 'search', { query: 'organizatoinId', language: 'js' })).toContain(`${host.url}js/`);
  expect(await textOf(client, 'read_page', { route: 'nowhere' })).toMatch(/has no page "\/nowhere"/);
  expect(await textOf(client, 'diff')).toMatch(/org_id/);
  await client.close();
  const away = await connectStdio(['--url', 'http://127.0.0.1:9/']);
  expect(await textOf(away.client, 'list_languages')).toMatch(/^http:\/\/127\.0\.0\.1:9\/ cannot be read: /);
  await away.client.close();
}, 60_000);

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
