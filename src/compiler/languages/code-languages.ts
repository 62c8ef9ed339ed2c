// The name of a code language, as written behind a fence → its label and the grammar that colours it.

import { codeKinds, consoleLabels } from './catalogue.ts';

/** A language or format of code. */
export interface CodeLanguage {
  readonly label: string;
  /** A grammar of Shiki's, or `text`. */
  readonly grammar: string;
}

const byName = indexByName();

/** Of two kinds of code with one name, the first has it. */
function indexByName(): ReadonlyMap<string, CodeLanguage> {
  const index = new Map<string, CodeLanguage>();
  for (const { label, grammar, names } of codeKinds) {
    for (const name of [grammar, ...names]) if (!index.has(name)) index.set(name, { label, grammar });
  }
  return index;
}

/** The language that a fence names; letter case does not matter. */
export function findCodeLanguage(name: string): CodeLanguage | undefined {
  return byName.get(name.toLowerCase());
}

/** All names that a fence may have, in lower case. */
export function codeLanguageNames(): readonly string[] {
  return [...byName.keys()];
}

/** Labels of the kinds of code that use a grammar, each followed by its first name. */
export function codeNamesOf(grammar: string): readonly string[] {
  const own = codeKinds.filter((kind) => kind.grammar === grammar && !consoleLabels.has(kind.label));
  return own.flatMap(({ label, names }) => [label, names[0]!]);
}

/** Whether a name stands for a console: a block that may show prompts of any shell. */
export function isConsoleName(name: string): boolean {
  return consoleLabels.has(findCodeLanguage(name)?.label ?? '');
}
