// Parts of a site that are built apart and joined: the bytes of one build, or a refusal that names the part.

import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { setUpSiteParts } from './site-parts.ts';

const { at, run } = setUpSiteParts();

test('three parts give the bytes of one build', async () => {
  expect((await run('build', '--no-cache', '--out', 'whole')).code).toBe(0);
  const { code, stderr } = await run('merge', 'part-2-of-3', 'part-1-of-3', 'part-3-of-3', '--out', 'joined');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Joined 3 parts: 18 addresses, \d+ files\.$/m)]);
  expect(await filesBelow(at('joined'))).toEqual(await filesBelow(at('whole')));
});

test('each page is in exactly one part', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map(async (index) => {
      const files = await filesBelow(at(`part-${index}-of-3`));
      return [...files.keys()].filter((path) => path.endsWith('.html'));
    }),
  );
  const all = pages.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(pages.every((part) => part.length > 0)).toBe(true);
});

test('a part that is missing, occurs twice, or is not a part', async () => {
  const refused = async (...parts: readonly string[]): Promise<string> => {
    const { code, stderr } = await run('merge', ...parts, '--out', 'refused');
    expect(code).toBe(2);
    return stderr;
  };
  expect(await refused('part-1-of-3', 'part-2-of-3')).toMatch(/Part 3 of 3 is missing/);
  expect(await refused('part-1-of-3', 'part-2-of-3', 'part-2-of-3')).toMatch(/are the same part of the site/);
  expect(await refused('part-1-of-3', 'content')).toMatch(/content is not a part of a site/);
  expect(await refused()).toMatch(/takes the folders of the parts/);
});

test('parts of different content, and a part that was changed', async () => {
  await cp(at('content'), at('saved'), { recursive: true });
  await writeFile(at('content/guides/a.mdx'), '# a\n\nOther text.\n');
  expect((await run('build', '--shard', '2/3', '--out', 'other')).code).toBe(0);
  await cp(at('saved/guides/a.mdx'), at('content/guides/a.mdx'));
  const other = await run('merge', 'part-1-of-3', 'other', 'part-3-of-3', '--out', 'refused');
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('are parts of different sites')]);

  const { files } = JSON.parse(readFileSync(at('part-2-of-3/.stele.json'), 'utf8')) as { files: string[] };
  const script = files.find((path) => path.startsWith('_stele/main.'))!;
  const text = await readFile(at(`part-2-of-3/${script}`));
  await writeFile(at(`part-2-of-3/${script}`), 'changed');
  const changed = await run('merge', 'part-1-of-3', 'part-2-of-3', 'part-3-of-3', '--out', 'refused');
  expect([changed.code, changed.stderr]).toEqual([
    2,
    expect.stringMatching(/main\..*differ\. Build all parts again\./),
  ]);
  await writeFile(at(`part-2-of-3/${script}`), text);
});

test.each(['0/3', '4/3', '3', 'a/b'])('--shard %s is refused', async (shard) => {
  const { code, stderr } = await run('build', '--shard', shard);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--shard must be a part and their number')]);
});
