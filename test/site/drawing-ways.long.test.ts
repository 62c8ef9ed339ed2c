// The bytes of a site do not depend on how its pages are drawn: in one thread or in several, with Astro's requests or
// without.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareContentFolder, shareDrawing, shareSiteData } from '../../src/astro/site-module.ts';
import { listPages } from '../../src/astro/pages/list-pages.ts';
import { openTemplates } from '../../src/astro/templates/open-templates.ts';
import { loadTemplates, placeProgram } from '../../src/astro/templates/template-program.ts';
import { openProject, openSite, readFolder } from '../../src/project/index.ts';
import { buildSite } from './build-site.ts';
import { copyExample } from './copy-example.ts';
import { removeFolder, repository, temporaryFolder } from './run-stele.ts';

const content = join(repository, 'content');

const textsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map([...readFolder(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));

test('one, two and three threads draw the same bytes, also of old addresses and of the page of missing ones', async () => {
  const built: ReadonlyMap<string, string>[] = [];
  // A copy has no cached colours: they arrive while pages are drawn.
  const copy = join(temporaryFolder(), 'content');
  await copyExample(copy);
  appendFileSync(join(copy, 'site.yaml'), '\nredirects:\n  /old/place: /guides/command\n');
  for (const threads of ['1', '2', '3']) {
    const { folder } = await buildSite(copy, { args: ['--threads', threads] });
    built.push(textsOf(folder));
    removeFolder(join(folder, '..'));
  }
  removeFolder(join(copy, '..'));
  expect(built[0]!.size).toBeGreaterThan(300);
  expect([...built[0]!.keys()]).toEqual(expect.arrayContaining(['404.html', 'ruby/old/place/index.html']));
  expect(built[1]).toEqual(built[0]);
  expect(built[2]).toEqual(built[0]);
}, 240_000);

test('a page drawn without a request is the page that Astro draws on request', async () => {
  const scratch = temporaryFolder();
  const data = await openSite(await openProject(content));
  shareContentFolder(content);
  shareSiteData(data);
  const opened = await openTemplates(data, { contentFolder: content, base: '/', outDir: join(scratch, 'out') }, true);
  const { templates, assetBase } = opened!;
  shareDrawing({ base: '/', assetBase, isServed: false });
  const onRequest = await loadTemplates(templates, placeProgram(templates, join(scratch, 'a')), assetBase, true);
  const directly = await loadTemplates(templates, placeProgram(templates, join(scratch, 'b')), assetBase, false);
  const pages = listPages(data).filter(({ address }) => address !== undefined);
  expect(pages.length).toBeGreaterThan(300);
  for (const page of pages) {
    const expected = Buffer.from(await onRequest(page)).toString('utf8');
    expect(await directly(page), page.path).toBe(expected);
  }
  removeFolder(scratch);
}, 240_000);
