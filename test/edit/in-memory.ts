// Applies the changes of `stele rename` and `stele new` to a content folder in memory.

import { renameDescription, tryDraft, type Draft, type Refused } from '../../src/authoring/edit/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { compile } from '../compile.ts';

export type Files = Readonly<Record<string, string>>;

/** All files after a rename, or the message of the refusal. */
export function rename(files: Files, from: string, to: string): Files | string {
  const compileAgain = (texts: ReadonlyMap<string, string>): Compilation =>
    compile({ ...files, ...Object.fromEntries(texts) });
  const renamed = renameDescription(compile(files), compileAgain, from, to);
  return 'refusal' in renamed ? renamed.refusal : { ...files, ...Object.fromEntries(renamed.texts) };
}

/** All files after a rename, and after the rename back by a second command; or the message of a refusal. */
export function renameThereAndBack(files: Files, from: string, to: string): { there: Files; back: Files } | string {
  const compileWith =
    (own: Files) =>
    (texts: ReadonlyMap<string, string>): Compilation =>
      compile({ ...own, ...Object.fromEntries(texts) });
  const first = renameDescription(compile(files), compileWith(files), from, to);
  if ('refusal' in first) return first.refusal;
  const there = { ...files, ...Object.fromEntries(first.texts) };
  const second = renameDescription(compile(there), compileWith(there), to, from, first.history);
  if ('refusal' in second) return `back: ${second.refusal}`;
  return { there, back: { ...there, ...Object.fromEntries(second.texts) } };
}

/** All files after a draft, or the message of the refusal. */
export function write(files: Files, draft: (compiled: Compilation) => Draft | Refused): Files | string {
  const compiled = compile(files);
  const drafted = draft(compiled);
  if ('refusal' in drafted) return drafted.refusal;
  const compileAgain = (texts: ReadonlyMap<string, string>): Compilation =>
    compile({ ...files, ...Object.fromEntries(texts) });
  const tried = tryDraft(compiled, compileAgain, drafted);
  return 'refusal' in tried ? tried.refusal : { ...files, ...Object.fromEntries(tried.texts) };
}

/**
 * A page with one entity that has an item for each of the descriptions.
 * @param table lines below `descriptions:`, taken over unchanged
 */
export function pageWith(table: string, descriptions: readonly string[], id = 'thing'): string {
  const items = descriptions.map(
    (description, i) => `        - key: k${i}\n          type: string\n          description: ${description}\n`,
  );
  return (
    `---\ndescriptions:\n${table}reference:\n  curl:\n    - key: ${id}\n      id: ${id}\n` +
    `      properties:\n${items.join('')}---\n\n# ${id}\n`
  );
}
