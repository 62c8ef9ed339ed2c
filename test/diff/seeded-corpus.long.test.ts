// Random edits of the public corpus with a known meaning, as seeded.long.test.ts does with the example: each is found
// with its kind, languages and page, and nothing else is reported. STELE_SEEDS sets the number of seeds.

import { expect, test } from 'vitest';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import { openCorpus } from '../corpus/open-corpus.ts';
import { readFiles } from '../edits/content-files.ts';
import { short } from './diff-of.ts';
import { EditedSite, findWrongEdits } from './seeded.ts';

const seeds = Number(process.env['STELE_SEEDS'] ?? 8);
const folder = await openCorpus();
const site = folder === '' ? undefined : new EditedSite(readFiles(folder));

test('the corpus does not differ from itself', () => {
  expect(diffReferences(site!.base, site!.base).changes).toEqual([]);
});

test('each edit of the corpus is found, and swapped sides mirror it', { timeout: 1_800_000 }, () => {
  expect(findWrongEdits(site!, seeds)).toEqual([]);
});

test('a rewrite of the corpus changes nothing', { timeout: 1_800_000 }, () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { story, diff } = site!.rewrite(seed)!;
    if (diff.changes.length > 0) wrong.push(`${story}: ${diff.changes.map(short).join('; ')}`);
  }
  expect(wrong).toEqual([]);
});
