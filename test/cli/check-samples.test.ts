// `check` parses samples. `build` does so only with an option.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  const content = join(folder, 'content');
  mkdirSync(join(content, '_samples'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'title: Things\nlanguages: [js]\n');
  writeFileSync(join(content, 'index.mdx'), '# Things\n\n<CodeBlock file="list" />\n');
  writeFileSync(join(content, '_samples/list.js'), 'list({\n  limit: 10,\n);\n');
});
afterEach(() => removeFolder(folder));

test('check reports a mistake in a sample at its place, with the page that shows it', async () => {
  const { code, stderr } = await runWarm(['check', '--content', join(folder, 'content')]);
  expect(code).toBe(1);
  expect(stderr).toContain('_samples/list.js:1:6 error sample-syntax');
  expect(stderr).toContain('the `{` that opens here is not closed');
  expect(stderr).toMatch(/shown here: .*index\.mdx:3:1/);
});

test('build --check-samples writes nothing if a sample has a mistake', async () => {
  const out = join(folder, 'dist');
  const { code, stderr } = await runWarm([
    'build',
    '--check-samples',
    '--content',
    join(folder, 'content'),
    '--out',
    out,
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('sample-syntax');
  expect(stderr).toContain('Nothing was written');
});

test('check names the languages without a grammar once, also in a run without changes', async () => {
  writeFileSync(join(folder, 'content/_samples/list.js'), 'list();\n');
  const languages = '[js, { id: lua, label: Lua }]';
  writeFileSync(join(folder, 'content/site.yaml'), `title: Things\nlanguages: ${languages}\n`);
  for (const name of ['a.css', 'b.css', 'c.html', 'd.txt', 'e.yaml', 'f.lua'])
    writeFileSync(join(folder, 'content/_samples', name), 'a: 1\n');
  for (let round = 0; round < 2; round++) {
    const { stderr } = await runWarm(['check', '--content', join(folder, 'content')]);
    expect(stderr).toMatch(
      /checked: .*\. 4 samples are not parsed: no grammar for \.css \(2\), \.html \(1\), Lua \(1\)\. Links in .*\n$/,
    );
  }
});
