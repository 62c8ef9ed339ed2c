// Builds that change a site in place while the world around them is not as usual: the cache is read-only, another build
// runs, files change meanwhile, clocks jump, times are coarse. The site is then right, or the next build makes it right.

import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  at,
  build,
  cleanSite,
  edit,
  expectNext,
  nextNumber,
  page,
  patience,
  root,
  settle,
  setUpChangedSite,
  site,
  tryFault,
  ways,
} from './changed-site.ts';
import { differences, runWithFault } from './run-with-fault.ts';

setUpChangedSite();

test('a cache that cannot be written costs only time', { timeout: patience }, async () => {
  const { ended, after, left } = await tryFault(
    { folder: 'cache', operation: 'change', call: 1, code: 'EROFS', isLasting: true },
    false,
  );
  expect(ended.code).toBe(0);
  expect(differences(left, after)).toEqual([]);
});

test.each(['page', 'words'] as const)('two builds at once give one site: %s', { timeout: patience }, async (way) => {
  await settle(way);
  edit(way);
  const after = await cleanSite();
  const both = await Promise.all([runWithFault(root, ['build']), build()]);
  expect(both[0].code, both[0].stderr).toBe(0);
  expect(differences(site(), after)).toEqual([]);
  await expectNext(after);
});

test.each([
  ['page', 'readFile', 1],
  ['page', 'readdir', 2],
  ['page', 'lstat', 4],
  ['words', 'readFile', 1],
  ['title', 'readFile', 2],
] as const)(
  'a file that changes during a build is in the next one: %s, %s %i',
  { timeout: patience },
  async (way, operation, call) => {
    await settle(way);
    const world = { edit: { file: at('content/guides/close.mdx'), text: `# Close\n\nMore ${nextNumber()}.\n` } };
    edit(way);
    const { code, failed, stderr } = await runWithFault(
      root,
      ['build'],
      { folder: 'content', operation, call, code: 'EDIT' },
      world,
    );
    expect([code, failed], stderr).toEqual([0, expect.stringContaining('EDIT')]);
    await expectNext(await cleanSite());
  },
);

const day = 86_400_000;

test.each([
  ['page', -day],
  ['page', day],
  ['words', -day],
  ['words', day],
] as const)(
  'a build with a clock that is wrong is followed by a right one: %s, %i ms',
  { timeout: patience },
  async (way, clock) => {
    await settle(way);
    edit(way);
    expect((await runWithFault(root, ['build'], undefined, { clock })).code).toBe(0);
    edit(way);
    await expectNext(await cleanSite());
  },
);

test('an edit of the same size is seen in a file with a time in the future', { timeout: patience }, async () => {
  const future = new Date(Date.now() + day);
  for (const times of [100, 101, 102]) {
    writeFileSync(at(page), `# Open\n\nPush ${times} times.\n`);
    utimesSync(at(page), future, future);
    await expectNext(await cleanSite());
  }
});

test.each([
  ['page', 2_000],
  ['words', 1_000],
] as const)(
  'an edit of the same size in one step of coarse times is seen: %s, %i ms',
  { timeout: patience },
  async (way, step) => {
    const coarse = { step, from: Date.now(), slowness: 50 };
    const stepNow = (): number => Math.floor((statSync(at(page)).mtimeMs - coarse.from) / coarse.slowness / step);
    const textOf = (times: number): string => ways[way].write(times);
    let isInOneStep = false;
    for (let times = 100; !isInOneStep && times < 110; times += 2) {
      writeFileSync(at(page), textOf(times));
      const first = stepNow();
      // The file changes again when the build has read it.
      const { code, failed } = await runWithFault(
        root,
        ['build'],
        { folder: 'output', operation: 'rename', call: 1, code: 'EDIT' },
        { coarse, edit: { file: at(page), text: textOf(times + 1) } },
      );
      expect([code, failed]).toEqual([0, expect.stringContaining('EDIT')]);
      isInOneStep = stepNow() === first;
      const { stderr } = await runWithFault(root, ['build'], undefined, { coarse });
      expect(stderr).toMatch(/^Built /m);
      if (isInOneStep) expect(stderr.includes('Drawing pages')).toBe(way === 'page');
      expect(differences(site(), await cleanSite())).toEqual([]);
    }
    expect(isInOneStep).toBe(true);
  },
);
