// Commands that only read content do not run its code: a content folder full of code leaves no trace. Every command
// except `build` and `dev` ends as it does without that code. Further commands: canary.long.test.ts.

import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quickReads, readsOnly, refusesCode } from './canary-runs.ts';
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

test.each(quickReads)('stele %j runs no code of the content', (args, codes) => readsOnly(folder, args, codes));

test('the trap works: a build runs the code if the site allows code', async () => {
  await writeFile(join(folder, 'content/a.mdx'), "import './trap.mjs'\n\n# A\n");
  const ended = await runStele(['build', '--keep-going'], { cwd: folder });
  expect([existsSync(trace), ended.code]).toEqual([true, 2]);
  expect(readFileSync(trace, 'utf8')).toBe('ran');
});

test('stele check --untrusted runs no code, although site.yaml allows it', () =>
  refusesCode(folder, ['check', '--untrusted', '--no-cache']));
