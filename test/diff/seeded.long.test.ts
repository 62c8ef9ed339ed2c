// Random edits of the example site with a known meaning: each is found with its kind, languages and page, and nothing
// else is reported. Random rewrites without a meaning give nothing. STELE_SEEDS sets the number of seeds: 300 take a
// minute.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindSpec, type ChangeKind } from '../../src/compiler/format/index.ts';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import { readFiles } from '../edits/content-files.ts';
import { short } from './diff-of.ts';
import { EditedSite, judge } from './seeded.ts';

const seeds = Number(process.env['STELE_SEEDS'] ?? 40);
const site = new EditedSite(readFiles(join(import.meta.dirname, '../../content')));

test('a reference does not differ from itself', () => {
  expect(diffReferences(site.base, site.base).changes).toEqual([]);
});

test('each edit is found, and swapped sides mirror it', { timeout: 600_000 }, () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { story, expected, diff, mirror } = site.edit(seed)!;
    const fault = judge(expected, diff);
    if (fault !== undefined) wrong.push(`${story}: ${fault}`);
    const mirrored = new Set(mirror.changes.map(({ kind }) => kind as string));
    for (const { kind } of diff.changes) {
      const { mirror: others = [kind], oneWay } = kindSpec(kind as ChangeKind);
      if (oneWay === undefined && !others.some((other) => mirrored.has(other)))
        wrong.push(`${story}: no mirror of ${kind}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a rewrite changes nothing', { timeout: 600_000 }, () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { story, diff } = site.rewrite(seed)!;
    if (diff.changes.length > 0) wrong.push(`${story}: ${diff.changes.map(short).join('; ')}`);
  }
  expect(wrong).toEqual([]);
});

test('a fingerprint survives 50 unrelated edits', () => {
  const { diff } = site.edit(1)!;
  const [change] = diff.changes;
  const lost: string[] = [];
  for (let seed = 0; seed < 50; seed++) {
    const both = site.edit(1, seed + 1_000)!;
    if (!both.diff.changes.some(({ fingerprint }) => fingerprint === change!.fingerprint)) lost.push(both.story);
  }
  expect(lost).toEqual([]);
});
