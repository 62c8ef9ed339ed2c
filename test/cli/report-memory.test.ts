// What a check printed is printed again only if nothing has changed.

import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { reportOn } from '../../src/cli/check.ts';
import { ReportMemory, type Printed } from '../../src/cli/report-memory.ts';
import {
  describeProgram,
  findCacheFile,
  forgetIgnored,
  hashFiles,
  readCacheFile,
  writeCacheFile,
} from '../../src/disk/index.ts';
import { hasColour, userFolder } from '../../src/cli/terminal.ts';
import { compareChecks } from './check-edits.ts';

const printed: Printed = { data: 'data\n', messages: ['1 page checked.'], code: 1 };
const longPage = `# Connections\n\n${'A connection links an organization with its identity provider. '.repeat(8)}\n`;
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stele-report-'));
  folder = join(root, 'content');
  for (const path of ['node_modules', 'content/guides', 'public']) mkdirSync(join(root, path), { recursive: true });
  write('content/a.mdx', '# A\n');
  write('content/guides/b.mdx', '# B\n');
  write('public/robots.txt', 'User-agent: *\n');
});
afterEach(() => {
  forgetIgnored();
  rmSync(root, { recursive: true, force: true });
});

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const git = (...args: readonly string[]): string => runGit(root, args).trim();

/** A time at which the states of all files are settled. */
const later = (): number => Date.now() + 60_000;
const open = (options = 'json', now = later()): Promise<ReportMemory | undefined> =>
  ReportMemory.open(folder, options, now);
const keep = async (options = 'json', now = later()): Promise<void> => (await open(options, now))!.keep(printed);

test('the same is printed if nothing has changed, for each of several options', async () => {
  for (const options of ['json', 'pretty', 'sarif']) await keep(options);
  for (const options of ['json', 'pretty', 'sarif']) expect((await open(options))?.printed).toEqual(printed);
  expect((await open('github'))?.printed).toBeUndefined();
});

describe('nothing is printed again after this change:', () => {
  const changes: Readonly<Record<string, () => void>> = {
    'a changed page': () => write('content/a.mdx', '# C\n'),
    'a changed page with the time of before': () => {
      write('content/a.mdx', '# C\n');
      utimesSync(join(folder, 'a.mdx'), new Date(1_700_000_000_000), new Date(1_700_000_000_000));
    },
    'a new page': () => write('content/guides/c.mdx', '# C\n'),
    'a new folder': () => mkdirSync(join(folder, 'guides/_samples')),
    'a removed page': () => rmSync(join(folder, 'a.mdx')),
    'a page with another name': () => renameSync(join(folder, 'a.mdx'), join(folder, 'A.mdx')),
    'a page without permission to read it': () => chmodSync(join(folder, 'a.mdx'), 0),
    'a symbolic link': () => symlinkSync('a.mdx', join(folder, 'd.mdx')),
    'a changed file of public': () => write('public/robots.txt', 'User-agent: x\n'),
    'no folder public': () => rmSync(join(root, 'public'), { recursive: true }),
    'a first commit': () => {
      git('init', '-q');
      git('add', 'content');
      git('commit', '-q', '-m', 'first');
    },
  };

  test.each(Object.entries(changes))('%s', async (_name, change) => {
    utimesSync(join(folder, 'a.mdx'), new Date(1_700_000_000_000), new Date(1_700_000_000_000));
    await keep();
    expect((await open())?.printed).toEqual(printed);
    change();
    expect((await open())?.printed).toBeUndefined();
  });
});

test('hidden files of the content folder do not count, and those of public/.well-known do', async () => {
  await keep();
  write('content/.draft', 'x');
  write('public/.draft', 'x');
  expect((await open())?.printed).toEqual(printed);
  mkdirSync(join(root, 'public/.well-known'));
  expect((await open())?.printed).toBeUndefined();
});

test('a file that changed just before is compared by its bytes, since its state may be equal', async () => {
  await keep('json', Date.now());
  expect((await open('json', Date.now()))?.printed).toEqual(printed);
  const file = (await findCacheFile(folder, 'report'))!;
  const key = `${await describeProgram()}\n${folder}`;
  const kept = JSON.parse((await readCacheFile(file, key))!.toString('utf8')) as { unsettled: string[]; bytes: string };
  expect(kept.unsettled).toContain(join(folder, 'a.mdx'));
  await writeCacheFile(file, key, JSON.stringify({ ...kept, bytes: hashFiles([join(folder, 'a.mdx')], 1_000) }));
  expect((await open())?.printed).toBeUndefined();
});

test('a page that moved is found after a commit that has it at its old place, though no file has changed', async () => {
  git('init', '-q');
  write('content/guides/connections.mdx', longPage);
  const before = await check();
  expect(before.data).not.toContain('moved-page');
  git('add', 'content');
  const id = git('hash-object', '-w', 'content/guides/connections.mdx');
  git('rm', '-q', '--cached', 'content/guides/connections.mdx');
  git('update-index', '--add', '--cacheinfo', `100644,${id},content/old.mdx`);
  git('commit', '-q', '-m', 'old');
  const after = await check();
  expect(after.data).toContain('moved-page');
  expect(await check()).toEqual(after);
});

const checkOptions = { format: 'json', limit: undefined, isUntrusted: false, mayCache: true } as const;
const whole = JSON.stringify({
  format: 'json',
  isUntrusted: false,
  hasColour: hasColour(),
  userFolder: userFolder(),
});
const check = async (): Promise<Printed> => reportOn({ folder, ...checkOptions }, later());

test('a page that moved is found when git has the files of the last commit again', async () => {
  write(
    'content/old.mdx',
    `# Connections\n\n${'A connection links an organization with its identity provider. '.repeat(8)}\n`,
  );
  git('init', '-q');
  git('add', 'content');
  git('commit', '-q', '-m', 'old');
  const id = git('rev-parse', 'HEAD:content/old.mdx');
  const object = join(root, '.git/objects', id.slice(0, 2), id.slice(2));
  renameSync(join(folder, 'old.mdx'), join(folder, 'new.mdx'));
  renameSync(object, join(root, 'object'));
  expect((await check()).data).not.toContain('moved-page');
  renameSync(join(root, 'object'), object);
  expect((await check()).data).toContain('moved-page');
});

test('content of a later format has no other finding, though a page has moved', async () => {
  write('content/site.yaml', 'title: X\nformat: 2\n');
  write('content/old.mdx', longPage);
  git('init', '-q');
  git('add', 'content');
  git('commit', '-q', '-m', 'old');
  renameSync(join(folder, 'old.mdx'), join(folder, 'new.mdx'));
  const { data } = await check();
  expect(data).toContain('later-format');
  expect(data).not.toContain('moved-page');
});

test('a report with a file that cannot be read is not repeated: the disk may have failed for a moment', async () => {
  write('content/_samples', 'x');
  expect((await check()).data).toContain('unreadable-file');
  expect((await ReportMemory.open(folder, whole, later()))?.printed).toBeUndefined();
  rmSync(join(folder, '_samples'));
  await check();
  expect((await ReportMemory.open(folder, whole, later()))?.printed).toBeDefined();
});

test('files of public are no longer reported when the folder becomes a built site', async () => {
  mkdirSync(join(root, 'public/_stele'));
  write('public/_stele/a.js', '1');
  expect((await check()).data).toContain('public-file-clash');
  write('public/.stele.json', '{}');
  expect((await check()).data).not.toContain('public-file-clash');
});

test('a damaged file is not used', async () => {
  await keep();
  writeFileSync((await findCacheFile(folder, 'report'))!, 'x');
  expect((await open())?.printed).toBeUndefined();
});

test('checks after random changes print what checks from nothing print', () => compareChecks(5, 8));
