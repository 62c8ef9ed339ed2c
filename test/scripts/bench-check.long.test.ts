// The benchmark of `stele check` runs to its end, requires the same result of all checks, and fails if nothing can be
// measured.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript, temporaryFolder } from './run-script.ts';

test('prints the time of each process and its ratio to the floor', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '_private'));
  await writeFile(join(folder, 'a.mdx'), '---\ntitel: A\n---\n# A\n');
  await writeFile(join(folder, '_navigation.mdx'), '---\ntitle: A\nlinks: []\n---\n');
  await writeFile(join(folder, '_private/draft.mdx'), '# No page\n');
  const { stdout, stderr } = await runScript('bench-check.ts', ['--content', folder, '--rounds', '1']);
  expect(stdout).toMatch(/^2 files, 1 rounds/);
  for (const name of ['floor', 'first', 'cold', 'unchanged']) {
    expect(stdout).toMatch(new RegExp(`^${name} +[\\d.]+ s +[\\d.]+ ×`, 'm'));
  }
  expect(stderr.replaceAll(/^bench: (?:cold|unchanged) takes more than .*\n/gm, '')).toBe('');
});

test('fails if a check cannot run, and reports wrong options', async () => {
  const folder = await temporaryFolder();
  const empty = await runScript('bench-check.ts', ['--content', folder]);
  expect([empty.code, empty.stderr]).toEqual([1, 'bench: first ended with exit code 2.\n']);
  expect((await runScript('bench-check.ts', ['--rounds', '0'])).code).toBe(2);
});
