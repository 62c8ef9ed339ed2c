// Changes of single files of a site: all or none, and finished by the next command if the process was killed.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishChanges, makeChanges, replacedFile } from '../../src/project/change-site.ts';
import { listSiteFiles } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { changes, patched, write, writeNew, writeOld } from './changed-site.ts';

let root: string;
const place = (): string => join(root, 'dist');
const build = (): string => join(root, '.dist.building-1-a');

beforeEach(() => {
  root = temporaryFolder();
  writeOld(place());
  writeNew(build());
});
afterEach(() => removeFolder(root));

async function siteNow(folder = place()): Promise<Readonly<Record<string, string>>> {
  const files = await listSiteFiles(folder);
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const changed: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...changes.written, ...changes.replaced, ...patched].map((path) => [path, 'new'])),
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
    ...patched.map((path) => () => writeFileSync(join(place(), path), 'new')),
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
    '{"written":[],"removed":[],"patch":{"from":"old","to":"new","places":[["../dist/a/index.html",0]]}}',
    '{"written":[],"removed":[],"patch":{"from":"old","to":"newer","places":[["a/index.html",0]]}}',
    'null',
  ]) {
    write(build(), 'changes.json', text);
    finishChanges(build(), place());
    expect(await siteNow()).toEqual(before);
  }
});

test('a file with other bytes than expected is not changed in place, and stops the other changes', async () => {
  write(place(), 'g/index.html', 'own');
  const before = await siteNow();
  expect(() => makeChanges(build(), place(), changes)).toThrow(
    'g/index.html of the site was changed by another program',
  );
  expect(await siteNow()).toEqual(before);
  writeNew(build());
  write(build(), 'changes.json', JSON.stringify(changes));
  rmSync(join(place(), 'f/index.html'));
  finishChanges(build(), place());
  const { 'f/index.html': _, ...others } = changed;
  expect(await siteNow()).toEqual({ ...others, 'g/index.html': 'own' });
});

test('files are removed last, unless they are in the way of new ones', async () => {
  write(place(), 'x', 'old');
  write(place(), 'y/z/a.json', 'old');
  write(join(build(), 'site'), 'x/b.json', 'new');
  write(join(build(), 'site'), 'y', 'new');
  makeChanges(build(), place(), { written: ['x/b.json', 'y'], removed: ['x', 'y/z/a.json'] });
  const now = await siteNow();
  expect([now['x/b.json'], now['y']]).toEqual(['new', 'new']);
});
