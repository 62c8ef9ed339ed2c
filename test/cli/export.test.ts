// `stele export` as a command: one complete document on stdout or in a file, or none.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  await mkdir(join(folder, 'content/_samples'), { recursive: true });
  await writeFile(join(folder, 'content/a.mdx'), '---\ntitel: A\n---\n# A\n\n<CodeBlock file="x" />\n');
  await writeFile(join(folder, 'content/_samples/x.js'), 'const x = ;\n');
});
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(['export', ...args], { cwd: folder });

test('writes the same document to stdout and to a file, with the findings of check', async () => {
  const printed = await run();
  expect([printed.code, printed.stderr]).toEqual([1, '']);
  const written = await run('--out', 'reference.json');
  expect([written.code, written.stdout]).toEqual([1, '']);
  expect(written.stderr).toMatch(/^Wrote reference\.json: 1 page, /);
  expect(await readFile(join(folder, 'reference.json'), 'utf8')).toBe(printed.stdout);
  const { format, version, diagnostics } = JSON.parse(printed.stdout) as Record<string, unknown>;
  expect([format, version]).toEqual(['stele-reference', 1]);
  const checked = await runWarm(['check', '--format', 'json'], { cwd: folder });
  expect(diagnostics).toEqual((JSON.parse(checked.stdout) as Record<string, unknown>)['diagnostics']);
});

test('refuses a file that cannot be written, and leaves no other file', async () => {
  const before = (await readdir(folder)).sort();
  const nowhere = await run('--out', 'nowhere/reference.json');
  expect([nowhere.code, nowhere.stdout, nowhere.stderr]).toEqual([
    2,
    '',
    'nowhere/reference.json cannot be written: there is no such folder (ENOENT).\n' +
      '→ Create the folder, or choose another place.\n',
  ]);
  expect((await run('--out', 'content')).stderr).toMatch(/^content cannot be written: it is a folder \(EISDIR\)\.\n→ /);
  expect((await readdir(folder)).sort()).toEqual(before);
});
