// `stele new` as a command: its files pass `stele check`, and it never overwrites a file.

import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { setUpNewFolder } from './new-folder.ts';

const { at, run, write, makeSamples, expectClean } = setUpNewFolder();

/** Runs a command that must succeed, then checks the content. Returns the output. */
async function make(...args: readonly string[]): Promise<string> {
  const output = await write(...args);
  await expectClean();
  return output;
}

test('builds up a site that has only site.yaml', async () => {
  await mkdir(at('content'));
  await writeFile(at('content/site.yaml'), 'title: Site\n');
  expect(await make('page', '/')).toBe('Wrote content/index.mdx\n');
  expect(await make('page', 'reference/thing', '--title', 'The thing')).toBe('Wrote content/reference/thing.mdx\n');
  expect(await make('entity', 'reference/thing', 'thing')).toBe('Added to content/reference/thing.mdx\n');
  await make('entity', '/reference/thing/', 'get_thing', '--method');
  expect(await makeSamples('content/reference/thing.mdx', 'reference/thing', 'get-thing')).toMatch(
    /^Wrote content\/reference\/_samples\/get-thing\.sh\n[^]*<CodeBlock file="get-thing" \/>\n$/,
  );
  expect([...(await filesBelow(at())).keys()]).toHaveLength(11);
});

test('`--json` lists the files as data', async () => {
  await mkdir(at('content/reference'), { recursive: true });
  await writeFile(at('content/site.yaml'), 'title: Site\n');
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
    await mkdir(at('content/_samples'), { recursive: true });
    await writeFile(at('content/a.mdx'), '# A\n');
    await writeFile(at('content/_samples/x.rb'), 'puts 1\n');
    const before = await filesBelow(at());
    const ended = await run(...args);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
    expect(await filesBelow(at())).toEqual(before);
  });
});
