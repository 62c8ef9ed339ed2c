// Commands that only read content do not run its code: a content folder full of code leaves no trace. Every command
// except `build` and `dev` ends as it does without that code.

import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

/** Commands with their accepted exit codes: for findings, or for a refusal to change content with mistakes. */
test.each([
  [['check', '--no-cache'], [1]],
  [['check', '--format', 'sarif'], [1]],
  [['export'], [1]],
  [['schema', 'page'], [0]],
  [
    ['rename', 'door.id', 'door.identifier', '--dry-run'],
    [0, 2],
  ],
  [
    ['new', 'page', 'b'],
    [0, 2],
  ],
  [
    ['new', 'entity', 'a', 'window'],
    [0, 2],
  ],
  [
    ['new', 'sample', 'a', 'window'],
    [0, 2],
  ],
])('stele %j runs no code of the content', async (args, codes) => {
  const before = [...(await filesBelow(folder)).keys()];
  // Runs inside the folder with its package and configuration files.
  const ended = await runStele([...args, '--content', '.'], { cwd: join(folder, 'content') });
  expect(codes).toContain(ended.code);
  expect([ended.stderr.includes('bug in Stele'), existsSync(trace)]).toEqual([false, false]);
  if (!['new', 'rename'].includes(args[0]!)) {
    const after = [...(await filesBelow(folder)).keys()];
    expect(after.filter((path) => !path.includes('node_modules/.cache/'))).toEqual(before);
  }
});

test('the trap works: a build runs the code if the site allows code', async () => {
  await writeFile(join(folder, 'content/a.mdx'), "import './trap.mjs'\n\n# A\n");
  const ended = await runStele(['build', '--keep-going'], { cwd: folder });
  expect([existsSync(trace), ended.code]).toEqual([true, 9]);
  expect(readFileSync(trace, 'utf8')).toBe('ran');
});

test.each([
  [['build', '--untrusted', '--keep-going']],
  [['check', '--untrusted', '--no-cache']],
  [['export', '--untrusted']],
])(
  'stele %j runs no code, although site.yaml allows it',
  async (args) => {
    const out = args[0] === 'build' ? ['--out', '../dist'] : [];
    const ended = await runStele([...args, '--content', '.', ...out], { cwd: join(folder, 'content') });
    expect([ended.code, existsSync(trace)]).toEqual([1, false]);
    const found = args[0] === 'export' ? ended.stdout : ended.stderr;
    expect(found).toContain('refused-code');
    expect(ended.stderr).not.toContain('bug in Stele');
    expect(existsSync(join(folder, 'dist/a/index.html'))).toBe(args.includes('--keep-going'));
  },
  120_000,
);
