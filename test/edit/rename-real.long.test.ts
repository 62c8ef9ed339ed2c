// Renames and their reversal over real pages: the handbook's own reference and the public corpus. After the second
// rename every byte is as before, and neither rename changes a text that readers see.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchCorpus } from '../../scripts/corpus/fetch-corpus.ts';
import { renameDescription, type CompileAgain } from '../../src/authoring/edit/index.ts';
import { listPaths, mergeKeys } from '../../src/authoring/edit/description-keys.ts';
import { exportReference } from '../../src/outputs/export/index.ts';
import type { ResolvedModel } from '../../src/compiler/model/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { readContent } from '../../src/project/index.ts';
import { repository } from '../site/run-stele.ts';

interface Folder {
  readonly compiled: Compilation;
  readonly compile: (texts: ReadonlyMap<string, string>) => Compilation;
}

async function open(folder: string): Promise<Folder> {
  const { content, diagnostics } = await readContent(folder);
  const compile = (texts: ReadonlyMap<string, string>): Compilation =>
    compileContent(
      {
        ...content,
        pages: content.pages.map((file) => ({ path: file.path, text: texts.get(file.path) ?? file.text })),
      },
      diagnostics,
    );
  return { compiled: compile(new Map()), compile };
}

/** All texts of all rows, forms and shared parameters, without places. */
function textsOf(reference: ResolvedModel): unknown {
  const withoutPlaces = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutPlaces);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => key !== 'origin' && key !== 'placeholder');
    return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPlaces(inner)]));
  };
  const { pages } = JSON.parse(JSON.stringify(exportReference(reference, []))) as {
    pages: { entities: unknown; shared: unknown }[];
  };
  return pages.map(({ entities, shared }) => withoutPlaces([entities, shared]));
}

/** Renames, then renames back. Returns the refusal of the first rename, if it is refused. */
function renameAndRevert({ compiled, compile }: Folder, from: string, to: string): string | undefined {
  const first = renameDescription(compiled, compile as CompileAgain, from, to);
  if ('refusal' in first) return first.refusal;
  const there = compile(first.texts);
  expect(textsOf(there.resolved)).toEqual(textsOf(compiled.resolved));
  const compileAgain: CompileAgain = (texts) => compile(new Map([...first.texts, ...texts]));
  const second = renameDescription(there, compileAgain, to, from, first.history);
  if ('refusal' in second) expect.fail(`${to} → ${from}: ${second.refusal}`);
  const back = new Map([...first.texts, ...second.texts]);
  const changed = compiled.documents.filter(({ file }) => back.has(file.path) && back.get(file.path) !== file.text);
  expect(changed.map(({ file }) => file.path)).toEqual([]);
  return undefined;
}

describe.each([
  ['the handbook', () => `${repository}/content`, 15],
  ['the public corpus', () => fetchCorpus(), 6],
] as const)('%s', (_name, folderOf, runs) => {
  test('a reversed rename restores every byte, in the same group, another one and a new one', async (context) => {
    const path = await folderOf();
    if (path === undefined) return context.skip('the registry is not reachable');
    const folder = await open(path);
    const tree = mergeKeys(folder.compiled.documents);
    const paths = [...listPaths(tree)].filter((name) => /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name));
    const groups = paths.filter((name) => paths.some((other) => other.startsWith(`${name}.`)));
    const refusals: string[] = [];
    let made = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.constantFrom(...groups), fc.constantFrom('brand_new', 'brand_new.inner'), fc.constant(undefined)),
        (from, group) => {
          const own = from.includes('.') ? from.slice(0, from.lastIndexOf('.')) : undefined;
          const parent = group ?? own;
          const refusal = renameAndRevert(folder, from, `${parent === undefined ? '' : `${parent}.`}renamed_once`);
          if (refusal === undefined) made++;
          else refusals.push(`${from}: ${refusal}`);
        },
      ),
      { numRuns: runs, seed: 11 },
    );
    console.log(`${made} of ${runs} renames made`, refusals);
    expect(made).toBeGreaterThan(runs / 2);
  });
});
