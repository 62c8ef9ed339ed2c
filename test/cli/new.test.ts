// `stele new` as a command: its files pass `stele check`, and it never overwrites a file.

import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

/** Runs a command that must succeed, then checks the content. Returns the output. */
async function make(...args: readonly string[]): Promise<string> {
  const output = await write(...args);
  await expectClean();
  return output;
}

/** Makes samples, and adds the code block that the command suggests: samples without one have a warning. */
async function makeSamples(page: string, ...args: readonly string[]): Promise<string> {
  const output = await write('sample', ...args);
  await appendFile(join(folder, page), `\n${/<CodeBlock .*/.exec(output)![0]}\n`);
  await expectClean();
  return output;
}

async function write(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('new', ...args);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
  return stderr;
}

async function expectClean(): Promise<void> {
  const checked = await run('check');
  expect([checked.code, checked.stderr]).toEqual([0, expect.stringMatching(/^\d+ pages? checked: no findings\. /)]);
}

test('builds up a site that has only site.yaml', async () => {
  await mkdir(join(folder, 'content'));
  await writeFile(join(folder, 'content/site.yaml'), 'title: Site\n');
  expect(await make('page', '/')).toBe('Wrote content/index.mdx\n');
  expect(await make('page', 'reference/thing', '--title', 'The thing')).toBe('Wrote content/reference/thing.mdx\n');
  expect(await make('entity', 'reference/thing', 'thing')).toBe('Added to content/reference/thing.mdx\n');
  await make('entity', '/reference/thing/', 'get_thing', '--method');
  expect(await makeSamples('content/reference/thing.mdx', 'reference/thing', 'get-thing')).toMatch(
    /^Wrote content\/reference\/_samples\/get-thing\.sh\n[^]*<CodeBlock file="get-thing" \/>\n$/,
  );
  expect([...(await filesBelow(folder)).keys()]).toHaveLength(11);
});

test('`--json` lists the files as data', async () => {
  await mkdir(join(folder, 'content/reference'), { recursive: true });
  await writeFile(join(folder, 'content/site.yaml'), 'title: Site\n');
  await write('page', 'reference/thing');
  const page = await run('new', 'page', 'reference/other', '--json');
  expect([page.code, page.stderr]).toEqual([0, '']);
  expect(JSON.parse(page.stdout)).toMatchObject({ written: ['content/reference/other.mdx'], added: [] });
  const entity = await run('new', 'entity', 'reference/thing', 'thing', '--json');
  expect(JSON.parse(entity.stdout)).toEqual({ written: [], added: ['content/reference/thing.mdx'], notes: [] });
});

describe('is refused and changes no file', () => {
  test.each([
    [['new'], /takes page, entity or sample/],
    [['new', 'page'], /takes one route/],
    [['new', 'sample', 'a'], /takes a route and a stem/],
    [['new', 'page', 'b', '--method'], /--method is for stele new entity/],
    [['new', 'sample', 'a', 'b', '--title', 'T'], /--title is for stele new page/],
    [['new', 'page', 'a'], /The page `\/a` exists already/],
    [['new', 'sample', 'a', 'x'], /_samples\/x\.rb exists already/],
    [['new', 'page', 'b', '--content', 'nowhere'], /There is no folder/],
    [['new', 'page', 'index.html'], /cannot have the address `\/index\.html`/],
    [['new', 'page', 'guides/index.html'], /cannot have the address `\/guides\/index\.html`/],
    [['new', 'page', 'robots.txt'], /cannot have the address `\/robots\.txt`/],
    [['new', 'page', '404'], /cannot have the address `\/404`/],
  ] as const)('stele %j', async (args, message) => {
    await mkdir(join(folder, 'content/_samples'), { recursive: true });
    await writeFile(join(folder, 'content/a.mdx'), '# A\n');
    await writeFile(join(folder, 'content/_samples/x.rb'), 'puts 1\n');
    const before = await filesBelow(folder);
    const ended = await run(...args);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
    expect(await filesBelow(folder)).toEqual(before);
  });
});
