// Builds that change a site in place and write drawn pages into the cache, on a machine that fails: the process is killed
// at a write, rename, link or removal, or at a random moment, or the disk is full. After each the last site or the new
// one is there, and the next build is right; after every other fault the edit is undone first. Each single call of the
// changes: test/project/change-site-faults.test.ts.
// `STELE_KILLS=400 STELE_MOMENTS=100 npm run test:long -- test/faults/change-faults` kills builds at each call and at 100
// random moments, and fills the disk at each call.

import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { runStele } from '../site/run-stele.ts';
import {
  at,
  cleanSite,
  countCalls,
  edit,
  expectNext,
  patience,
  repeat,
  root,
  settle,
  setUpChangedSite,
  site,
  spread,
  tryFault,
  ways,
  type Site,
  type Way,
} from './changed-site.ts';
import { differences } from './run-with-fault.ts';

setUpChangedSite();

/** The files of a site that are neither as before nor as after an edit. */
function foreignIn(left: Site, before: Site, after: Site): readonly string[] {
  return [...left].flatMap(([path, hash]) => (before.get(path) === hash || after.get(path) === hash ? [] : path));
}

/** Kills builds after an edit at some of their changes of the disk. */
async function killBuilds(way: Way, calls: number, count: number): Promise<void> {
  for (const [i, call] of spread(calls, Math.min(count, calls)).entries()) {
    const { ended, before, after, left } = await tryFault(
      { folder: 'any', operation: 'change', call, code: 'SIGKILL' },
      i % 2 === 1,
      way,
    );
    expect([ended.code, ended.failed]).toEqual(['SIGKILL', expect.stringContaining('failed')]);
    if (way !== 'page') expect(ended.stderr).not.toContain('Drawing pages');
    expect(foreignIn(left, before, after), ended.failed).toEqual([]);
  }
}

test(
  'a kill at any change of the disk leaves whole files, and the next build is right',
  { timeout: patience },
  async () => {
    const calls = await countCalls('any change');
    expect(calls).toBeGreaterThan(100);
    await killBuilds('page', Math.floor(calls * 0.95), repeat(16));
  },
);

test.each(['words', 'listed', 'sample', 'title', 'accent'] as const)(
  'so does a kill of a build that compiles an edit of %s alone',
  { timeout: patience },
  async (way) => {
    await settle(way);
    const calls = await countCalls('any change', way);
    expect(calls).toBeGreaterThan(20);
    await killBuilds(way, Math.floor(calls * 0.95), repeat(4));
  },
);

/** Milliseconds that a build takes in a process of its own. */
async function measureBuild(): Promise<number> {
  edit('words');
  const began = performance.now();
  expect((await runStele(['build'], { cwd: root })).code).toBe(0);
  return performance.now() - began;
}

test('a kill at a random moment leaves whole files, and the next build is right', { timeout: patience }, async () => {
  const random = createRandom(Date.now());
  const usual = await measureBuild();
  let killed = 0;
  for (let i = 0; i < Number(env['STELE_MOMENTS'] ?? 4); i++) {
    const way = random.pick(Object.keys(ways) as Way[]);
    const killAfter = 100 + random.integer(usual);
    const [before, text] = [site(), readFileSync(at(ways[way].path), 'utf8')];
    edit(way);
    const after = await cleanSite();
    if ((await runStele(['build'], { cwd: root, killAfter })).code === null) killed++;
    for (const [path, hash] of site()) expect([before.get(path), after.get(path)], path).toContain(hash);
    const isUndone = i % 2 === 1;
    if (isUndone) writeFileSync(at(ways[way].path), text);
    await expectNext(isUndone ? before : after);
  }
  expect(killed).toBeGreaterThan(0);
});

test.each([
  ['page', 6],
  ['words', 2],
  ['accent', 2],
] as const)('on a full disk the last site stays whole, and the message helps: %s', { timeout: patience }, fillDisk);

async function fillDisk(way: Way, count: number): Promise<void> {
  await settle(way);
  const calls = await countCalls('any fill', way);
  for (const [i, call] of spread(calls, Math.min(calls, repeat(count))).entries()) {
    const { ended, before, after, left } = await tryFault(
      { folder: 'any', operation: 'fill', call, code: 'ENOSPC', isLasting: true },
      i % 2 === 1,
      way,
    );
    // Pages that were patched are patched back only where the disk has room; the next command makes the rest.
    if (ended.code !== 0 && way === 'accent') expect(foreignIn(left, before, after), ended.failed).toEqual([]);
    else expect(differences(left, ended.code === 0 ? after : before), ended.failed).toEqual([]);
    if (ended.code === 0) continue;
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(/cannot be written: .*\(ENOSPC\)\.\n→ \S/)]);
  }
}
