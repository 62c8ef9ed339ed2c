// `stele init` with all languages: the new repository passes the check and builds.

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { builtInLanguages } from '../../src/compiler/index.ts';
import { setUpFolder } from './command-folder.ts';

const { at, run } = setUpFolder();
const read = (path: string): Promise<string> => readFile(at(path), 'utf8');

test('the repository passes the check in every built-in language, without advice, and builds', async () => {
  const ids = builtInLanguages.map(({ id }) => id);
  const written = await run('init', '--yes', '--title', 'My "docs" & more', '--languages', ids.join(','));
  expect(written.code, written.stderr).toBe(0);
  expect(written.stderr).toContain('Wrote content/reference/greeting/get.mdx\n');
  expect(written.stderr).toContain('Next: npm install && npm run dev');
  const checked = await run('check');
  expect(checked.stderr).toMatch(
    /^5 pages checked: no findings\. Links in the Markdown of pages are relative: site\.yaml has no url\.\s*$/,
  );
  const built = await run('build');
  expect(built.code, built.stderr).toBe(0);
  expect(await read('dist/dart/reference/greeting/get/index.html')).toContain('greeting_1');
  expect(await read('dist/index.html')).toContain('My &quot;docs&quot; &amp; more');
});
