// Pages in the cache are found by all that they were drawn from, and the cache does not grow without end.

import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeWholeProgram } from '../../src/disk/describe-program.ts';
import { KeptPages } from '../../src/project/kept-pages.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let root: string;
let content: string;
let folder: string;
beforeEach(() => {
  root = temporaryFolder();
  content = join(root, 'content');
  folder = join(root, 'node_modules/.cache/stele/pages');
  mkdirSync(content);
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => removeFolder(root));

const answers = new Map([
  ['site', 'a'],
  ['page guides/a', 'b'],
]);
const files = new Map([
  ['guides/a/index.html', Buffer.from('<p>ä\n</p>')],
  ['js/guides/a/index.html', Buffer.alloc(0)],
]);
const open = async (options = 'options'): Promise<KeptPages> => (await KeptPages.open(content, options))!;
const keep = async (kept: KeptPages): Promise<string> => {
  await kept.keep('guides/a', answers, { linked: 2, ambiguous: 1, files });
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.pages'))!,
  );
};

describe('kept pages', () => {
  test('are given back byte for byte, for the same answers in any order', async () => {
    await keep(await open());
    const found = (await (await open()).find('guides/a', new Map([...answers].toReversed())))!;
    expect([found.linked, found.ambiguous]).toEqual([2, 1]);
    expect([...found.files].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual([...files]);
  });

  test('are not given for another route, answer or option', async () => {
    await keep(await open());
    expect(await (await open()).find('guides/b', answers)).toBeUndefined();
    expect(await (await open()).find('guides/a', new Map([['site', 'a']]))).toBeUndefined();
    expect(await (await open()).find('guides/a', new Map([...answers, ['site', 'c']]))).toBeUndefined();
    expect(await (await open('--base /docs/')).find('guides/a', answers)).toBeUndefined();
  });

  test('are not given from a file that is cut, changed, or has the name of another', async () => {
    const kept = await open();
    const file = await keep(kept);
    const whole = readFileSync(file);
    for (const bytes of [whole.subarray(0, -1), Buffer.concat([whole, whole]), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(await kept.find('guides/a', answers)).toBeUndefined();
    }
    await kept.keep('guides/b', answers, { linked: 0, ambiguous: 0, files });
    const other = readdirSync(folder).find((name) => !file.endsWith(name))!;
    writeFileSync(file, readFileSync(join(folder, other)));
    expect(await kept.find('guides/a', answers)).toBeUndefined();
  });
});

/** Puts a file of a size into the folder; it takes no space on the disk. */
function putFile(name: string, mebibytes: number, ageInDays: number): void {
  const file = join(folder, name);
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, mebibytes * 1024 * 1024);
  closeSync(descriptor);
  const time = Date.now() / 1000 - ageInDays * 86_400;
  utimesSync(file, time, time);
}

test('the oldest pages that the build does not use make way, and its own stay', async () => {
  const kept = await open();
  const own = await keep(kept);
  utimesSync(own, 1, 1);
  putFile('new.pages', 150, 1);
  putFile('newer.pages', 90, 0);
  putFile('older.pages', 150, 2);
  putFile('small.pages', 1, 3);
  putFile('unused.pages', 1, 91);
  writeFileSync(join(folder, 'a.pages.999999999-ab.draft'), '');
  await kept.tidy();
  expect(readdirSync(folder).sort()).toEqual(
    [own.slice(folder.length + 1), 'new.pages', 'newer.pages', 'small.pages'].sort(),
  );
  // It is used, so it does not look old.
  expect(Date.now() - statSync(own).mtimeMs).toBeLessThan(60_000);
});

test('the description of the program names no place and no time', async () => {
  const program = join(root, 'program');
  mkdirSync(join(program, 'src/cli'), { recursive: true });
  mkdirSync(join(program, 'node_modules'));
  writeFileSync(join(program, 'package.json'), '{}');
  writeFileSync(join(program, 'src/cli/a.ts'), 'a');
  const list = join(program, 'node_modules/.package-lock.json');
  writeFileSync(list, '{\n  "name": "checkout",\n  "packages": {} }');
  const describeIt = (): Promise<string> => describeWholeProgram(join(program, 'src/'));
  const before = await describeIt();
  expect(before).not.toContain(root);
  utimesSync(join(program, 'src/cli/a.ts'), 1, 1);
  writeFileSync(list, '{\n  "name": "elsewhere",\n  "packages": {} }');
  expect(await describeIt()).toBe(before);
  writeFileSync(list, '{\n  "name": "elsewhere",\n  "packages": { "a": {} } }');
  const updated = await describeIt();
  expect(updated).not.toBe(before);
  writeFileSync(join(program, 'src/cli/a.ts'), 'b');
  expect(await describeIt()).not.toBe(updated);
});
