// Random edits of the example site with a known meaning: each is found with its kind, languages and page, and nothing
// else is reported. Random rewrites without a meaning give nothing. STELE_SEEDS sets the number of seeds: 300 take a
// minute.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import { readFiles } from '../edits/content-files.ts';
import { short } from './diff-of.ts';
import { EditedSite, findLostFingerprints, findWrongEdits } from './seeded.ts';
import { edits } from './semantic-edits.ts';

const seeds = Number(process.env['STELE_SEEDS'] ?? 40);
const site = new EditedSite(readFiles(join(import.meta.dirname, '../../content')));

test('a reference does not differ from itself', () => {
  expect(diffReferences(site.base, site.base).changes).toEqual([]);
});

test('each edit is found, and swapped sides mirror it', { timeout: 600_000 }, () => {
  expect(findWrongEdits(site, seeds)).toEqual([]);
});

test('a rewrite changes nothing', { timeout: 600_000 }, () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { story, diff } = site.rewrite(seed)!;
    if (diff.changes.length > 0) wrong.push(`${story}: ${diff.changes.map(short).join('; ')}`);
  }
  expect(wrong).toEqual([]);
});

test('fingerprints of all kinds of edits survive 50 unrelated edits', { timeout: 600_000 }, () => {
  // One seed after the other tries one kind of edit after the other.
  const kinds = Object.keys(edits).length;
  expect(findLostFingerprints(site, Math.max(kinds, Math.min(seeds, 100)))).toEqual([]);
});
