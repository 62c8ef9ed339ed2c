// The dev server refuses hostile requests.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDev, type RunningDev } from '../cli/start-dev.ts';
import { removeFolder, repository } from '../site/run-stele.ts';
import { listHostile, secrets, traces } from './hostile-requests.ts';
import { sendRaw } from './raw-request.ts';

// Astro finds styles and scripts of components only if they share a folder with Stele.
mkdirSync(join(repository, '.cache'), { recursive: true });
const folder = mkdtempSync(join(repository, '.cache/dev-'));
const content = join(folder, 'content');
const base = '/docs/';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = {
  'site.yaml':
    'title: Secret site\nlanguages: [js, go]\ncomponents: { Widget: _widget.astro }\nredirects: { /old: /guides/a }\n',
  'index.mdx': '---\ntitle: Home\n---\n\n[A](/guides/a)\n\n![A dot](./shown.png)\n\n<Widget />\n',
  'guides/a.mdx': '---\ntitle: A\n---\n\nText one.\n',
  'guides/café au lait.mdx': '---\ntitle: Café\n---\n\nText two.\n',
  'door.mdx': '---\nreference: { js: [{ key: Door, id: door, properties: [] }] }\n---\n\n# Door\n',
  '_widget.astro':
    '---\n---\n\n<p class="w">w</p>\n<style>.w { color: red; }</style>\n' +
    '<script>import { two } from "./_two.ts"; console.log(two);</script>\n',
  '_two.ts': 'export const two: number = 2;\n',
  'shown.png': pixel,
  'unused.png': pixel,
  '.env': 'TOKEN=hunter2\n',
  'guides/.a.swp': 'TOKEN=hunter2\n',
};
const publicFiles = {
  '.well-known/security.txt': 'Contact: x\n',
  'files/list.csv': 'a,b\n',
  'robots.txt': 'User-agent: mine\n',
  'demo/index.html': '<p>Demo</p>',
  '.env': 'TOKEN=hunter2\n',
  'files/.DS_Store': 'TOKEN=hunter2\n',
};
let dev: RunningDev;
beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  for (const [path, text] of Object.entries(publicFiles)) {
    mkdirSync(dirname(join(folder, 'public', path)), { recursive: true });
    writeFileSync(join(folder, 'public', path), text);
  }
  dev = await startDev(folder, { args: ['--base', base] });
});
afterAll(async () => {
  await dev.stop();
  removeFolder(folder);
});

test('refuses hostile requests without information about the machine', async () => {
  const wrong: string[] = [];
  for (const request of listHostile(base, content)) {
    for (const accept of ['text/html', '*/*']) {
      const { status, body } = await sendRaw(dev.port, { ...request, headers: { Accept: accept, ...request.headers } });
      if (status !== request.status || secrets.some((secret) => secret.test(body)) || traces.test(body)) {
        wrong.push(`${request.name} (${accept}): ${status} instead of ${request.status}: ${body.slice(0, 80)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(dev.output()).not.toMatch(/Error|warn/i);
});
