// Random edits of content: whatever an author changes, a page whose answers are equal has an equal view.
// `STELE_SEED=1` makes other edits.

import { join } from 'node:path';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { readFiles, type ContentFiles } from '../edits/content-files.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { drawState, judge } from '../edits/judge-answers.ts';
import { editAtRandom } from '../edits/random-edits.ts';

const repository = (): ContentFiles => readFiles(join(import.meta.dirname, '../../content'));

/** Sites with the number of their edit sequences. */
const cases: readonly (readonly [name: string, sequences: number, start: () => ContentFiles])[] = [
  ['doors', 280, editedSites['doors']!],
  ['notes', 80, editedSites['notes']!],
  ['plain', 80, editedSites['plain']!],
  ['generated', 40, editedSites['generated']!],
  ['repository', 20, repository],
];

test.each(cases)('%s: %i sequences of edits', { timeout: 1_800_000 }, async (_name, sequences, start) => {
  const faults: string[] = [];
  const sums = new Map<string, { edits: number; changed: number; needless: number }>();
  for (let seed = 1; seed <= sequences; seed++) {
    const random = createRandom(seed * 7919 + Number(env['STELE_SEED'] ?? 0));
    const files = start();
    let before = await drawState(files);
    const story: string[] = [];
    for (let step = 0; step < 4; step++) {
      const { kind, place } = editAtRandom(files, random);
      story.push(`${kind}: ${place}`);
      const after = await drawState(files);
      const { stale, needless, changed } = judge(before, after);
      if (stale.length > 0) faults.push(`seed ${seed}: ${story.join('; ')}: ${stale.join(' ')}`);
      const sum = sums.get(kind) ?? { edits: 0, changed: 0, needless: 0 };
      sums.set(kind, {
        edits: sum.edits + 1,
        changed: sum.changed + changed.length,
        needless: sum.needless + needless.length,
      });
      before = after;
    }
  }
  expect(faults).toEqual([]);
  console.table(Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1))));
});
