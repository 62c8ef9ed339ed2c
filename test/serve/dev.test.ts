// The dev server gives the same answers as a static host, and no file that Vite would serve.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningDev } from '../cli/start-dev.ts';
import { startDevSite, type DevSite } from './dev-site.ts';
import { listUpgrades } from './hostile-requests.ts';
import { sendRaw, type RawAnswer } from './raw-request.ts';

let site: DevSite;
let dev: RunningDev;
beforeAll(async () => {
  site = await startDevSite();
  ({ dev } = site);
});
afterAll(() => site.stop());

const ask = (target: string, headers = {}, method = 'GET'): Promise<RawAnswer> =>
  sendRaw(dev.port, { target, headers: { Accept: 'text/html,*/*', ...headers }, method });

test.each([
  ['/docs/', 200, 'text/html; charset=utf-8', '<h1'],
  ['/docs/guides/a/', 200, 'text/html; charset=utf-8', 'Text one.'],
  ['/docs/guides/a/?raw', 200, 'text/html; charset=utf-8', 'Text one.'],
  ['/docs/guides/a/index.html', 200, 'text/html; charset=utf-8', 'Text one.'],
  ['/docs/go/guides/a/', 200, 'text/html; charset=utf-8', 'Text one.'],
  ['/docs/guides/caf%C3%A9%20au%20lait/', 200, 'text/html; charset=utf-8', 'Text two.'],
  ['/docs/old/', 200, 'text/html; charset=utf-8', 'guides/a/'],
  ['/docs/nowhere/deep/down/', 404, 'text/html; charset=utf-8', 'href="/docs/"'],
  ['/nowhere', 404, 'text/html; charset=utf-8', 'href="/docs/"'],
  ['/docs/robots.txt', 200, 'text/plain; charset=utf-8', 'User-agent: mine'],
  ['/docs/.well-known/security.txt', 200, 'text/plain; charset=utf-8', 'Contact: x'],
  ['/docs/.well-known/agent-skills/index.json', 200, 'application/json; charset=utf-8', 'secret-site-js/SKILL.md'],
  ['/docs/.well-known/agent-skills/secret-site-js/SKILL.md', 200, 'text/markdown; charset=utf-8', '# Secret site'],
  ['/docs/go/guides/long.part-2.md', 200, 'text/markdown; charset=utf-8', '\nPart 2 of 2 of [Long](./long.md) · ['],
  ['/docs/go/guides/long.part-3.md', 404, 'text/html; charset=utf-8', 'href="/docs/"'],
  ['/docs/files/list.csv', 200, 'text/csv; charset=utf-8', 'a,b'],
  ['/docs/demo/', 200, 'text/html; charset=utf-8', 'Demo'],
  ['/docs/files/.DS_Store', 404, 'text/html; charset=utf-8', 'href="/docs/"'],
  ['/docs/_routes.json', 200, 'application/json; charset=utf-8', 'guides/a'],
  ['/docs/favicon.svg', 200, 'image/svg+xml', '<svg'],
  ['/docs/_content/shown.png', 200, 'image/png', 'PNG'],
])('answers %s with %i', async (target, status, type, text) => {
  const answer = await ask(target);
  expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
  expect(answer.body).toContain(text);
  expect(answer.headers['cache-control']).toBe('no-cache');
  expect((await ask(target, {}, 'HEAD')).body).toBe('');
});

test.each(['/docs/', '/docs/go/guides/a/', '/docs/guides/caf%C3%A9%20au%20lait/'])(
  'answers %s with Markdown for programs that prefer it',
  async (target) => {
    const answer = await ask(target, { Accept: 'text/markdown, text/html;q=0.9' });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(answer.body).toMatch(/^---\ntitle: /);
    expect(answer.headers['vary']).toBe('Accept');
    expect((await ask(target)).headers['vary']).toBe('Accept');
  },
);

test.each([
  ['/docs', '/docs/'],
  ['/', '/docs/'],
  ['/docs/guides/a?x=1', '/docs/guides/a/?x=1'],
  ['/docs/go/guides/a', '/docs/go/guides/a/'],
  ['/docs/demo', '/docs/demo/'],
  ['/docs/guides/caf%C3%A9%20au%20lait', '/docs/guides/caf%C3%A9%20au%20lait/'],
])('redirects %s to %s', async (target, to) => {
  const answer = await ask(target);
  expect([answer.status, answer.headers['location']]).toEqual([301, to]);
});

test('serves all files that a page and the 404 page load, only to their own origin', async () => {
  for (const page of ['/docs/', '/docs/nowhere/deep/']) {
    const { body } = await ask(page);
    const loaded = [...body.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g)].map(([, url]) =>
      url!.replaceAll('&amp;', '&'),
    );
    expect(loaded.length).toBeGreaterThan(5);
    for (const url of loaded) {
      const target = new URL(url, `http://localhost${page}`);
      await followModules(target.pathname + target.search);
    }
  }
});

/** Requests a module and its imports, at any depth. */
async function followModules(target: string, seen = new Set<string>()): Promise<void> {
  if (seen.has(target)) return;
  seen.add(target);
  const { status, headers, body } = await ask(target, { Accept: '*/*' });
  expect([status, target]).toEqual([200, target]);
  expect((await ask(target, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status, target).toBe(403);
  expect(headers['access-control-allow-origin']).toBeUndefined();
  if (!headers['content-type']?.includes('javascript')) return;
  for (const [, url] of body.matchAll(/(?:from |import\(?)\s*"(\/[^"]+)"/g)) await followModules(url!, seen);
}

test('serves the script of the site’s own component and its imports, but not their sources', async () => {
  const { body } = await ask('/docs/');
  const script = /src="([^"]*_widget\.astro\?astro&type=script[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  expect(script).toBeDefined();
  const module = await ask(script!, { Accept: '*/*' });
  expect([module.status, module.body.includes('console.log')]).toEqual([200, true]);
  await followModules(script!);
  for (const query of ['', '?raw', '?url', '?astro&type=script&index=0&raw']) {
    for (const accept of ['*/*', 'text/html']) {
      expect((await ask(script!.split('?')[0] + query, { Accept: accept })).status, query).toBe(404);
    }
  }
});

test('only pages of the site open a WebSocket', async () => {
  const token = /const wsToken = "([^"]+)"/.exec((await ask('/@vite/client', { Accept: '*/*' })).body)?.[1];
  expect(token).toBeDefined();
  const target = `/?token=${token}`;
  for (const request of listUpgrades(dev.port, target)) {
    expect((await sendRaw(dev.port, request)).status, request.name).toBe(403);
  }
  const [first] = listUpgrades(dev.port, target);
  const own = { ...first!.headers, Origin: `http://localhost:${dev.port}` };
  expect((await sendRaw(dev.port, { target, headers: own })).status).toBe(101);
});
