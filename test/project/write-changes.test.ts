// Changes of files on the disk: all of them or none, whatever step fails.

import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChangeRefused, writeChanges } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'a.mdx'), 'a\r\n');
  writeFileSync(join(folder, 'b.mdx'), '\ufeffb\n');
});
afterEach(() => removeFolder(folder));

/** All files below the folder with their text. */
const state = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .sort()
      .map((path) => [
        path,
        statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path), 'utf8') : 'folder',
      ]),
  );

const changes = [
  { path: 'a.mdx', before: 'a\r\n', after: 'A\r\n' },
  { path: 'b.mdx', before: 'b\n', after: 'B\n' },
  { path: 'c/d/e.mdx', after: 'E\n' },
];

test('changes and creates files, keeps modes and byte order marks, and leaves no other file behind', async () => {
  chmodSync(join(folder, 'a.mdx'), 0o640);
  await writeChanges(folder, changes);
  expect(state()).toEqual({ 'a.mdx': 'A\r\n', 'b.mdx': '\ufeffB\n', c: 'folder', 'c/d': 'folder', 'c/d/e.mdx': 'E\n' });
  expect(statSync(join(folder, 'a.mdx')).mode & 0o777).toBe(0o640);
});

describe('changes nothing', () => {
  /** Functions that fail at their nth call. */
  const failingAt = (n: number): Parameters<typeof writeChanges>[2] => {
    let calls = 0;
    const count = (): void => {
      if (++calls === n) throw Object.assign(new Error('full'), { code: 'ENOSPC', path: 'x' });
    };
    return {
      rename: async (from, to) => (count(), renameSync(from, to)),
      link: async (from, to) => (count(), linkSync(from, to)),
    };
  };

  // Two second names, then two renames and a new file.
  test.each([1, 2, 3, 4, 5])('if step %i of 5 fails', async (n) => {
    const before = state();
    await expect(writeChanges(folder, changes, failingAt(n))).rejects.toThrow(
      /^[a-e/]+\.mdx cannot be written: the disk is full \(ENOSPC\)\. Nothing was changed\.\n→ Free/,
    );
    expect(state()).toEqual(before);
  });

  test.each([
    [
      'a file has been changed since',
      () => writeFileSync(join(folder, 'b.mdx'), 'other'),
      /b\.mdx has changed since it was read/,
    ],
    [
      'a file has been removed',
      () => renameSync(join(folder, 'b.mdx'), join(folder, 'z.mdx')),
      /b\.mdx has changed since it was read/,
    ],
    [
      'a new file exists already',
      () => (mkdirSync(join(folder, 'c/d'), { recursive: true }), writeFileSync(join(folder, 'c/d/e.mdx'), 'mine')),
      /c\/d\/e\.mdx exists already/,
    ],
    [
      'a file is in place of a folder',
      () => (mkdirSync(join(folder, 'c')), writeFileSync(join(folder, 'c/d'), 'mine')),
      /c\/d is not a folder/,
    ],
    ['a file is read-only', () => chmodSync(join(folder, 'b.mdx'), 0o444), /b\.mdx is read-only/],
    ['a folder is a symbolic link', () => symlinkSync(temporaryFolder(), join(folder, 'c')), /c is not a folder/],
  ])('if %s', async (_name, prepare, sentence) => {
    prepare();
    const before = state();
    const failure = await writeChanges(folder, changes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChangeRefused);
    expect((failure as Error).message).toMatch(sentence);
    expect(state()).toEqual(before);
  });

  test('if a file name is too long for the disk', async () => {
    const before = state();
    const long = `${'x'.repeat(300)}.mdx`;
    await expect(writeChanges(folder, [...changes, { path: long, after: '' }])).rejects.toThrow(
      /ENAMETOOLONG.*Nothing was changed/,
    );
    expect(state()).toEqual(before);
    expect(existsSync(join(folder, 'c'))).toBe(false);
  });
});
