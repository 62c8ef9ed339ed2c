// Builds of a content folder full of code that must not run, and commands that only read it.

import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { otherReads, readsOnly, refusesCode } from './canary-runs.ts';
import { filesBelow } from './files-below.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { writeTraps } from './write-traps.ts';

let folder: string;
let trace: string;
beforeEach(async () => {
  folder = temporaryFolder();
  trace = join(folder, 'trace');
  await writeTraps(folder, trace);
});
afterEach(() => removeFolder(folder));

test.each(otherReads)('stele %j runs no code of the content', (args, codes) => readsOnly(folder, args, codes));

test.each([[['build', '--untrusted', '--keep-going']], [['export', '--untrusted']]])(
  'stele %j runs no code, although site.yaml allows it',
  (args) => refusesCode(folder, args),
);

test('a build of bodies as data runs no code, and shows a gap in its place', async () => {
  const site = join(folder, 'content/site.yaml');
  await writeFile(
    site,
    readFileSync(site, 'utf8')
      .replace('mdx: code\n', '')
      .replace(/components:\n.*\n/, ''),
  );
  const ended = await runStele(['build', '--keep-going'], { cwd: folder });
  expect([ended.code, existsSync(trace)]).toEqual([1, false]);
  expect(await readdir(join(folder, 'dist'))).toContain('a');
  expect(readFileSync(join(folder, 'dist/a/index.html'), 'utf8')).toContain('class="gap"');
}, 60_000);

test('an untrusted build of content without code is the same as an ordinary build', async () => {
  for (const path of ['a.mdx', 'tag.mdx', 'js-frontmatter.mdx', 'page.md']) await rm(join(folder, 'content', path));
  await writeFile(join(folder, 'content/site.yaml'), 'title: Plain\n');
  await writeFile(join(folder, 'content/a.mdx'), '# A\n\nWords.\n');
  const runs = await Promise.all(
    [[], ['--untrusted']].map((args, i) => runStele(['build', '--out', `site-${i}`, ...args], { cwd: folder })),
  );
  expect([runs.map(({ code }) => code), existsSync(trace)]).toEqual([[0, 0], false]);
  const [plain, untrusted] = await Promise.all(['site-0', 'site-1'].map((name) => filesBelow(join(folder, name))));
  expect(untrusted).toEqual(plain);
}, 120_000);

test('an untrusted build of content with code writes nothing', async () => {
  const ended = await runStele(['build', '--untrusted', '--out', 'dist'], { cwd: folder });
  expect([ended.code, existsSync(trace), existsSync(join(folder, 'dist'))]).toEqual([1, false, false]);
  expect(ended.stderr).toContain('refused-code');
});
