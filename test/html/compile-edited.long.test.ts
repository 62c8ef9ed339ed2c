// Random edits of pages: pages compiled alone are as in the whole site, and nothing else of the site changes.
// `STELE_SEED=1` makes other edits.

import { join } from 'node:path';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { readFiles, type ContentFiles } from '../edits/content-files.ts';
import { isCompiledAlone, replace } from '../edits/compiled-alone.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { compileChange, judgeChange, keepState } from '../edits/judge-edited.ts';
import { editAtRandom, shortEdits } from '../edits/random-edits.ts';

const repository = (): ContentFiles => readFiles(join(import.meta.dirname, '../../content'));

/** How often each kind of edit was compiled alone, in all sites. */
const alone = new Map<string, number>();

const seed = Number(env['STELE_SEED'] ?? 0);

/** Sites with the number of their edits, and the fewest that are compiled alone. */
const cases: readonly (readonly [name: string, edits: number, least: number, start: () => ContentFiles])[] = [
  ['doors', 150, 20, editedSites['doors']!],
  ['sound', 120, 40, editedSites['sound']!],
  ['notes', 60, 10, editedSites['notes']!],
  ['plain', 60, 3, editedSites['plain']!],
  ['generated', 30, 5, editedSites['generated']!],
  ['repository', 12, 1, repository],
];

test.each(cases)('%s: %i edits', { timeout: 1_800_000 }, async (_name, edits, least, start) => {
  const random = createRandom(97 + seed);
  const faults: string[] = [];
  let compiled = 0;
  const first = keepState(start())!;
  let before = first;
  let files = new Map(first.files);
  for (let step = 0; step < edits; step++) {
    const { kind, place } = editAtRandom(files, random, shortEdits);
    const edited = compileChange(before, files);
    // An edit that is not compiled alone is taken back, so that its findings do not keep later ones from it.
    if (edited === undefined) {
      files = new Map(before.files);
      continue;
    }
    compiled++;
    alone.set(kind, (alone.get(kind) ?? 0) + 1);
    const after = keepState(files)!;
    const found = await judgeChange(before, after, edited);
    if (found.length > 0) faults.push(`edit ${step}, ${kind}: ${place}: ${found.join('; ')}`);
    before = after;
  }
  expect(faults).toEqual([]);
  if (seed === 0) expect(compiled).toBeGreaterThanOrEqual(least);
});

test('every kind of edit was compiled alone a few times', () => {
  console.log(JSON.stringify(Object.fromEntries(alone)));
  if (seed === 0) expect(shortEdits.filter((kind) => (alone.get(kind) ?? 0) < 3)).toEqual([]);
});

test('an edit of the type or notes of a row is compiled alone, unless the type names an entity', async () => {
  const edit = (path: string, from: string, to: string): Promise<boolean> =>
    isCompiledAlone(replace(path, from, to), 'generated');
  const method = 'billing/account/create.mdx';
  expect(await edit(method, 'type: boolean', 'type: integer')).toBe(true);
  expect(await edit(method, 'optional: true', 'since: 2.0.0')).toBe(true);
  expect(await edit(method, 'optional: true', 'deprecated: Use *another* one.')).toBe(true);
  expect(await edit(method, 'type: boolean', 'type: billing_account')).toBe(false);
  // Other pages show this row.
  expect(await edit('billing/account/index.mdx', 'type: string', 'type: integer')).toBe(true);
  expect(await edit('billing/account/index.mdx', 'billing account,', 'billing account (new),')).toBe(true);
  expect(await edit('shipping/plan/index.mdx', 'type: string', 'type: integer')).toBe(true);
});
