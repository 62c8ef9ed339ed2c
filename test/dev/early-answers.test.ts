// While only pages can be drawn, requests for pages are answered at once. All others wait for the whole state.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerRequest } from '../../src/dev/answer-request.ts';
import { PageFinder } from '../../src/dev/page-finder.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { compile } from '../compile.ts';

const data = viewContent(
  compile({ 'site.yaml': 'languages: [js]\n', 'a.mdx': '# A\n', 'broken.mdx': '# Broken\n' }).resolved,
  { highlight: () => [] },
);

let server: Server;
let isWhole: boolean;
let becomeWhole: () => void;
beforeEach(async () => {
  isWhole = false;
  const whole = new Promise<void>((done) => (becomeWhole = () => done(void (isWhole = true))));
  const finder = new PageFinder();
  const source = {
    base: '/',
    host: undefined,
    site: () => data,
    hasOnlyPages: () => !isWhole,
    whenWhole: async () => {
      await whole;
      return data;
    },
    findPage: finder.find.bind(finder),
    draw: async (_data: unknown, { path }: { readonly path: string }) => {
      if (path === 'broken/' && !isWhole) throw new Error('This was not kept.');
      return Buffer.from(`${isWhole ? 'whole' : 'early'} ${path}`);
    },
    clientFile: (_data: unknown, path: string) => (path === '_stele/page.js' ? 'script' : undefined),
    answerOwn: () => false,
  };
  server = createServer((request, response) => void answerRequest(request, response, source));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => new Promise((done) => server.close(done)));

async function ask(path: string, accept = 'text/html'): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/${path}`, {
    headers: { Accept: accept, Connection: 'close' },
  });
  return `${response.status} ${await response.text()}`;
}

test('pages, scripts and styles are answered at once', async () => {
  expect(await ask('a/')).toBe('200 early a/');
  expect(await ask('js/a/index.html')).toBe('200 early js/a/');
  expect(await ask('_stele/page.js', '*/*')).toBe('200 script');
  becomeWhole();
  expect(await ask('a/')).toBe('200 whole a/');
});

test.each([
  ['broken/', 'text/html', '200 whole broken/'],
  ['nowhere/', 'text/html', '404 whole 404'],
  ['a/', 'text/markdown', '200 ---'],
  ['llms.txt', '*/*', '200 # '],
  ['_routes.json', '*/*', '200 ['],
])('%s as %s waits for the whole state', async (path, accept, text) => {
  let isAnswered = false;
  const answer = ask(path, accept).finally(() => (isAnswered = true));
  await ask('a/');
  expect(isAnswered).toBe(false);
  becomeWhole();
  expect((await answer).slice(0, text.length)).toBe(text);
});
