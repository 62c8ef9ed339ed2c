// A file is written completely or not at all.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/disk/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('drafts of the file that killed processes have left are removed, and no other files', async () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const others = [
    `a.json.${process.pid}-0123abcd.draft`,
    `b.json.${ended}-0123abcd.draft`,
    `a.json.${ended}`,
    `a.json.old.${ended}-0123abcd.draft`,
    'a.json.draft',
  ];
  for (const name of [...others, `a.json.${ended}-0123abcd.draft`]) writeFileSync(join(folder, name), '');
  await writeWhole(join(folder, 'a.json'), 'text');
  expect(readdirSync(folder)).toEqual([...others, 'a.json'].toSorted());
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('text');
});
