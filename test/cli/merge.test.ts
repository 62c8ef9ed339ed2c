// Parts of a site that are built apart and joined: the bytes of one build, or a refusal that names the part.

import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

beforeAll(async () => {
  folder = temporaryFolder();
  const content = join(folder, 'content');
  await mkdir(join(content, 'guides'), { recursive: true });
  await mkdir(join(folder, 'public'));
  await writeFile(join(folder, 'public/robots.txt'), 'User-agent: *\n');
  await writeFile(
    join(content, 'site.yaml'),
    'title: T\nlanguages: [js, go]\nurl: https://example.com/docs\nredirects:\n  /old: /guides/a\n',
  );
  await writeFile(join(content, 'index.mdx'), '# Home\n\n[A](/guides/a)\n');
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await writeFile(join(content, `guides/${name}.mdx`), `# ${name}\n\nText about ${name}: [B](/guides/b).\n`);
  }
  for (const index of [1, 2, 3]) await buildPart(index);
});
afterAll(() => removeFolder(folder));

async function buildPart(index: number, count = 3): Promise<void> {
  const { code, stderr } = await run('build', '--shard', `${index}/${count}`, '--out', `part-${index}-of-${count}`);
  expect([code, stderr]).toEqual([0, expect.stringContaining(`part ${index} of ${count}`)]);
}

test('three parts give the bytes of one build', async () => {
  expect((await run('build', '--no-cache', '--out', 'whole')).code).toBe(0);
  const { code, stderr } = await run('merge', 'part-2-of-3', 'part-1-of-3', 'part-3-of-3', '--out', 'joined');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Joined 3 parts: 18 addresses, \d+ files\.$/m)]);
  expect(await filesBelow(join(folder, 'joined'))).toEqual(await filesBelow(join(folder, 'whole')));
});

test('each page is in exactly one part', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map(async (index) => {
      const files = await filesBelow(join(folder, `part-${index}-of-3`));
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
  await cp(join(folder, 'content'), join(folder, 'saved'), { recursive: true });
  await writeFile(join(folder, 'content/guides/a.mdx'), '# a\n\nOther text.\n');
  expect((await run('build', '--shard', '2/3', '--out', 'other')).code).toBe(0);
  await cp(join(folder, 'saved/guides/a.mdx'), join(folder, 'content/guides/a.mdx'));
  const other = await run('merge', 'part-1-of-3', 'other', 'part-3-of-3', '--out', 'refused');
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('are parts of different sites')]);

  const { files } = JSON.parse(readFileSync(join(folder, 'part-2-of-3/.stele.json'), 'utf8')) as { files: string[] };
  const script = files.find((path) => path.startsWith('_stele/main.'))!;
  const text = await readFile(join(folder, 'part-2-of-3', script));
  await writeFile(join(folder, 'part-2-of-3', script), 'changed');
  const changed = await run('merge', 'part-1-of-3', 'part-2-of-3', 'part-3-of-3', '--out', 'refused');
  expect([changed.code, changed.stderr]).toEqual([
    2,
    expect.stringMatching(/main\..*differ\. Build all parts again\./),
  ]);
  await writeFile(join(folder, 'part-2-of-3', script), text);
});

test.each(['0/3', '4/3', '3', 'a/b'])('--shard %s is refused', async (shard) => {
  const { code, stderr } = await run('build', '--shard', shard);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--shard must be a part and their number')]);
});
