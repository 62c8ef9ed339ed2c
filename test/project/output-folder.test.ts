// The output folder: it is never incomplete, and Stele never replaces the files of others.

import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  heal,
  readMarker,
  listSiteFiles,
  markerFile,
  openOutput,
  OutputRefused,
  writeMarker,
} from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let out: string;
let content: string;

beforeEach(async () => {
  folder = temporaryFolder();
  out = join(folder, 'dist');
  content = join(folder, 'content');
  await mkdir(content);
});
afterEach(() => removeFolder(folder));

/** Builds a site that is one file. */
async function build(text: string): Promise<void> {
  const output = await openOutput(out, content);
  await writeFile(join(output.folder, 'index.html'), text);
  await writeMarker(output.folder, { pages: 1, version: '0', base: '/docs/' }, await listSiteFiles(output.folder));
  await output.commit();
}

const read = (): Promise<string> => readFile(join(out, 'index.html'), 'utf8');

test('a new site replaces all of the last one', async () => {
  await build('one');
  await build('two');
  expect(await readdir(out)).toEqual([markerFile, 'index.html']);
  expect(await read()).toBe('two');
  expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
});

test('a discarded build leaves the last site unchanged', async () => {
  await build('one');
  const output = await openOutput(out, content);
  await writeFile(join(output.folder, 'index.html'), 'half');
  await output.discard();
  expect(await read()).toBe('one');
  expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
});

test('a site that was moved away before a kill is put back', async () => {
  await build('one');
  await rename(out, join(folder, '.dist.previous'));
  await heal(out);
  expect(await read()).toBe('one');
  expect(await readMarker(out)).toMatchObject({ base: '/docs/' });
});

test('files of changes that a kill has interrupted are not foreign to the next build', async () => {
  await build('one');
  // The process that was killed had the number of this one, as in containers. It had moved one of two files.
  const left = join(folder, `.dist.building-${process.pid}-aa`);
  await mkdir(join(left, 'site'), { recursive: true });
  await writeMarker(join(left, 'site'), { pages: 1, version: '0', base: '/docs/' }, ['index.html', 'new.html']);
  await writeFile(join(left, 'changes.json'), JSON.stringify({ written: ['new.html', markerFile], removed: [] }));
  await writeFile(join(out, 'new.html'), 'new');
  const output = await openOutput(out, content);
  expect((await readMarker(out))?.files).toContain('new.html');
  await output.discard();
  expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
});

test('what an ended process has left beside a lock is removed, that of a running process stays', async () => {
  const draft = (name: string, pid: number): Promise<void> => {
    const began = pid === 1 ? beganAt(1) : '';
    return writeFile(join(folder, name), JSON.stringify({ pid, began, host: hostname(), id: 'a' }));
  };
  await draft('.dist.lock.1073741824-0123456789abcdef', 2 ** 30);
  await writeFile(join(folder, '.dist.lock.1073741824-0123456789abcde0'), '');
  await draft('.dist.lock.1-fedcba9876543210', 1);
  await build('one');
  expect((await readdir(folder)).sort()).toEqual(['.dist.lock.1-fedcba9876543210', 'content', 'dist']);
});

/** Start time of a process. */
function beganAt(pid: number): string {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]!;
}

test('the build folder of an ended process is removed, that of a running process stays', async () => {
  await mkdir(join(folder, '.dist.building-999999999-aa'));
  await mkdir(join(folder, `.dist.building-${process.pid}-bb`));
  await heal(out);
  expect((await readdir(folder)).filter((name) => name.startsWith('.dist'))).toEqual([
    `.dist.building-${process.pid}-bb`,
  ]);
});

describe('refuses and leaves unchanged', () => {
  test('a folder with files that are not a site of Stele', async () => {
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'mine');
    await expect(openOutput(out, content)).rejects.toThrow(OutputRefused);
    expect(await readdir(out)).toEqual(['thesis.txt']);
    expect(await readdir(folder)).toEqual(['content', 'dist']);
  });

  test('a file', async () => {
    await writeFile(out, 'mine');
    await expect(openOutput(out, content)).rejects.toThrow(/is a file/);
  });

  test.each([
    ['the content folder itself', 'content', 'content'],
    ['a folder in the content folder', 'content/dist', 'content'],
    ['a folder that contains the content folder', '.', 'content'],
  ])('%s', async (_name, place, from) => {
    await expect(openOutput(join(folder, place), join(folder, from))).rejects.toThrow(OutputRefused);
  });

  test('accepts a folder whose name begins like that of the content folder', async () => {
    const output = await openOutput(join(folder, 'content-site'), content);
    await output.discard();
  });

  test('refuses the content folder behind a symbolic link', async () => {
    await symlink(content, join(folder, 'link'));
    await expect(openOutput(join(folder, 'link', 'dist'), content)).rejects.toThrow(OutputRefused);
  });
});
