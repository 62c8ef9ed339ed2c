// Serves a built site like a static host, also with hostile requests.

import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFromSite, ListenFailed, openServer } from '../../src/serve/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { listHostile, listUpgrades, secrets, traces } from './hostile-requests.ts';
import { sendRaw, type RawAnswer } from './raw-request.ts';

const folder = temporaryFolder();
const files = {
  'site/index.html': '<h1>Home</h1>',
  'site/guides/a/index.html': '<h1>A</h1>',
  'site/guides/a.md': '# A',
  'site/index.md': '# Home',
  'site/guides/café/index.html': '<h1>Café</h1>',
  'site/404.html': '<h1>Not here</h1>',
  'site/_stele/site.css': 'h1 { }',
  'site/_search/one.json': '{}',
  'site/data.bin': '0123456789',
  'site/robots.txt': 'User-agent: *\n',
  'site/.well-known/security.txt': 'Contact: x\n',
  'site/.well-known/api-catalog': '{ "linkset": [] }',
  'site/.env': 'TOKEN=hunter2',
  'site/.stele.json': '{}',
  'site.yaml': 'title: Secret site\n',
  '.env': 'TOKEN=hunter2',
};

/** Ports by base path. */
const ports = new Map<string, number>();
beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const base of ['/', '/docs/v 2/']) {
    const options = { folder: join(folder, 'site'), base };
    const origin = await openServer((request, response) => answerFromSite(request, response, options), { port: 0 });
    ports.set(base, Number(new URL(origin).port));
  }
});
afterAll(() => removeFolder(folder));

const written = (base: string): string => encodeURI(base);
const ask = (base: string, path: string, headers = {}, method = 'GET'): Promise<RawAnswer> =>
  sendRaw(ports.get(base)!, { target: `${written(base)}${path}`, headers, method });

describe.each(['/', '/docs/v 2/'])('under %s', (base) => {
  test('refuses hostile requests without information about the machine', async () => {
    const wrong: string[] = [];
    for (const request of listHostile(written(base), folder)) {
      const { status, body } = await sendRaw(ports.get(base)!, request);
      if (status !== request.status || secrets.some((secret) => secret.test(body)) || traces.test(body)) {
        wrong.push(`${request.name}: ${status} instead of ${request.status}: ${body.slice(0, 80)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['guides/a/', 'text/markdown', '# A'],
    ['', 'text/markdown, text/html;q=0.5', '# Home'],
    ['guides/a.md', '*/*', '# A'],
    ['guides/a/', 'text/html, text/markdown;q=0.5', '<h1>A</h1>'],
    ['guides/a/', '*/*', '<h1>A</h1>'],
    ['guides/a/', 'text/markdown;q=0', '<h1>A</h1>'],
    ['guides/café/', 'text/markdown', '<h1>Café</h1>'],
  ])('answers %j with what %j wants', async (path, accept, body) => {
    const answer = await ask(base, encodeURI(path), { Accept: accept });
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers['content-type']).toBe(
      body.startsWith('#') ? 'text/markdown; charset=utf-8' : 'text/html; charset=utf-8',
    );
    if (!path.endsWith('.md')) expect(answer.headers['vary']).toBe('Accept');
  });

  test('opens no WebSocket', async () => {
    for (const request of listUpgrades(ports.get(base)!, written(base))) {
      expect((await sendRaw(ports.get(base)!, request)).status, request.name).toBe(403);
    }
  });

  test.each([
    ['', 200, 'text/html; charset=utf-8', 'Home'],
    ['guides/a/', 200, 'text/html; charset=utf-8', '<h1>A</h1>'],
    ['guides/a/index.html', 200, 'text/html; charset=utf-8', '<h1>A</h1>'],
    ['guides/a/?x=1', 200, 'text/html; charset=utf-8', '<h1>A</h1>'],
    ['guides/caf%C3%A9/', 200, 'text/html; charset=utf-8', 'Café'],
    ['_stele/site.css', 200, 'text/css; charset=utf-8', 'h1 { }'],
    ['_search/one.json', 200, 'application/json; charset=utf-8', '{}'],
    ['robots.txt', 200, 'text/plain; charset=utf-8', 'User-agent'],
    ['.well-known/security.txt', 200, 'text/plain; charset=utf-8', 'Contact'],
    [
      '.well-known/api-catalog',
      200,
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      'linkset',
    ],
    ['nowhere/deep/down/', 404, 'text/html; charset=utf-8', 'Not here'],
    ['nowhere.png', 404, 'text/html; charset=utf-8', 'Not here'],
  ])('answers %s with %i', async (path, status, type, text) => {
    const answer = await ask(base, path);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
    expect(answer.body).toContain(text);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  });

  test.each([
    ['guides/a', 'guides/a/'],
    ['guides/a?x=1&y', 'guides/a/?x=1&y'],
    ['guides/caf%C3%A9', 'guides/caf%C3%A9/'],
  ])('redirects %s to %s', async (path, to) => {
    const answer = await ask(base, path);
    expect([answer.status, answer.headers['location']]).toEqual([301, `${written(base)}${to}`]);
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const answer = await ask(base, 'guides/a/', {}, 'HEAD');
    expect([answer.status, answer.headers['content-length'], answer.body]).toEqual([200, '10', '']);
    expect((await ask(base, 'nowhere/', {}, 'HEAD')).body).toBe('');
  });

  test('does not send a page again that the browser has', async () => {
    const { headers } = await ask(base, 'guides/a/');
    const again = await ask(base, 'guides/a/', { 'If-None-Match': headers['etag'] });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, 'The file does not have this range.\n', 'bytes */10'],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('answers a request for a part of a file: %s', async (range, status, body, said) => {
    const answer = await ask(base, 'data.bin', { Range: range });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([status, body, said]);
    expect(answer.headers['content-length']).toBe(String(body.length));
  });
});

test('redirects the top, and the base without its slash, to the site under its path', async () => {
  for (const target of ['/', '/docs/v%202']) {
    const answer = await sendRaw(ports.get('/docs/v 2/')!, { target });
    expect([answer.status, answer.headers['location']]).toEqual([301, '/docs/v%202/']);
  }
});

test('a connection without requests stays open for minutes: a busy client may send its next one late', async () => {
  const response = await fetch(`http://localhost:${ports.get('/')!}/`);
  await response.arrayBuffer();
  expect(response.headers.get('keep-alive')).toBe('timeout=300');
});

describe('a port', () => {
  const answer = async (): Promise<void> => {};

  test('that is in use is reported if it was asked for', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const opening = openServer(answer, { port });
    await expect(opening).rejects.toThrow(ListenFailed);
    await expect(opening).rejects.toThrow(`Port ${port} is in use. Choose another with --port.`);
    taken.close();
  });

  test('is the next free one if none was asked for', async () => {
    const origins = [await openServer(answer, {}), await openServer(answer, {})];
    expect(origins[0]).not.toBe(origins[1]);
    for (const origin of origins) expect(origin).toMatch(/^http:\/\/localhost:43\d\d$/);
  });

  test('of another address is reported with the address', async () => {
    await expect(openServer(answer, { host: '192.0.2.1' })).rejects.toThrow(/does not have the address 192\.0\.2\.1/);
  });
});

test('a server answers requests to its host name', async () => {
  const options = { folder: join(folder, 'site'), base: '/', host: '0.0.0.0' };
  const origin = await openServer((request, response) => answerFromSite(request, response, options), {
    port: 0,
    host: '0.0.0.0',
  });
  const port = Number(new URL(origin).port);
  expect((await sendRaw(port, { target: '/', headers: { Host: 'evil.example' } })).status).toBe(403);
  expect((await sendRaw(port, { target: '/', headers: { Host: '192.168.1.5:80' } })).status).toBe(200);
});

test('bytes that are not a request do not stop the server', async () => {
  const port = ports.get('/')!;
  for (const bytes of [
    '\0\0\0',
    'GET\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    await new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket
        .on('error', () => {})
        .on('close', () => done())
        .resume();
    });
  }
  expect((await ask('/', '')).status).toBe(200);
});
