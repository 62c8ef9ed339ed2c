// Changes of single files of a site: all or none, and finished by the next command if the process was killed.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishChanges, makeChanges, replacedFile } from '../../src/project/change-site.ts';
import { listSiteFiles } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let root: string;
const place = (): string => join(root, 'dist');
const build = (): string => join(root, '.dist.building-1-a');
const write = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const changes = {
  written: ['a/index.html', 'b/index.html', 'new/deep/c.json'],
  removed: ['old/one/d.json', 'e.json'],
  replaced: ['c/index.html', 'd/index.html'],
};

function writeNew(): void {
  for (const path of changes.written) write(join(build(), 'site'), path, 'new');
  for (const i of changes.replaced.keys()) write(build(), replacedFile(i), 'new');
}

beforeEach(() => {
  root = temporaryFolder();
  for (const path of ['a/index.html', 'b/index.html', 'same/index.html', ...changes.removed, ...changes.replaced])
    write(place(), path, 'old');
  writeNew();
});
afterEach(() => removeFolder(root));

async function siteNow(folder = place()): Promise<Readonly<Record<string, string>>> {
  const files = await listSiteFiles(folder);
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const changed = {
  ...Object.fromEntries([...changes.written, ...changes.replaced].map((path) => [path, 'new'])),
  'same/index.html': 'old',
};

test('files are replaced, added and removed, and no empty folder stays', async () => {
  makeChanges(build(), place(), changes);
  expect(await siteNow()).toEqual(changed);
  expect(existsSync(join(place(), 'old'))).toBe(false);
  expect(existsSync(join(build(), 'changes.json'))).toBe(false);
});

test('if one change fails, none is made', async () => {
  const before = await siteNow();
  rmSync(join(build(), 'site/new/deep/c.json'));
  expect(() => makeChanges(build(), place(), changes)).toThrow('ENOENT');
  expect(await siteNow()).toEqual(before);
  expect(existsSync(join(place(), 'new'))).toBe(false);
  expect(existsSync(join(build(), 'changes.json'))).toBe(false);
});

test('if the process was killed between changes, the next command makes the rest', async () => {
  const steps = [
    ...changes.removed.map((path) => () => rmSync(join(place(), path))),
    ...changes.written.map((path) => () => {
      mkdirSync(dirname(join(place(), path)), { recursive: true });
      renameSync(join(build(), 'site', path), join(place(), path));
    }),
    ...changes.replaced.map((path, i) => () => renameSync(join(build(), replacedFile(i)), join(place(), path))),
  ];
  write(build(), 'changes.json', JSON.stringify(changes));
  for (const [i, step] of steps.entries()) {
    const copy = join(root, `copy-${i}`);
    cpSync(build(), join(copy, 'build'), { recursive: true });
    cpSync(place(), join(copy, 'dist'), { recursive: true });
    finishChanges(join(copy, 'build'), join(copy, 'dist'));
    expect(await siteNow(join(copy, 'dist'))).toEqual(changed);
    step();
  }
  finishChanges(build(), place());
  expect(await siteNow()).toEqual(changed);
});

test('a build that was killed before its list was complete has changed nothing', async () => {
  const before = await siteNow();
  finishChanges(build(), place());
  for (const text of [
    '',
    '{"written":["a/index.html"',
    '{"written":["../a"],"removed":[]}',
    '{"written":1}',
    '{"written":[],"removed":[],"replaced":["a//b"]}',
    'null',
  ]) {
    write(build(), 'changes.json', text);
    finishChanges(build(), place());
    expect(await siteNow()).toEqual(before);
  }
});
