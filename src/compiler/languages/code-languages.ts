// The name of a code language after a fence → its label and the grammar for its colours.

import { codeKinds, consoleLabels } from './catalogue.ts';

/** A language or format of code. */
export interface CodeLanguage {
  readonly label: string;
  /** A grammar of Shiki, or `text`. */
  readonly grammar: string;
}

const byName = indexByName();

/** If two kinds of code have the same name, it means the first. */
function indexByName(): ReadonlyMap<string, CodeLanguage> {
  const index = new Map<string, CodeLanguage>();
  for (const { label, grammar, names } of codeKinds) {
    for (const name of [grammar, ...names]) if (!index.has(name)) index.set(name, { label, grammar });
  }
  return index;
}

/** The language that a fence names, ignoring letter case. */
export function findCodeLanguage(name: string): CodeLanguage | undefined {
  return byName.get(name.toLowerCase());
}

/** All names of languages after fences, in lower case. */
export function codeLanguageNames(): readonly string[] {
  return [...byName.keys()];
}

/** Labels of the kinds of code that use a grammar, each followed by its first name. */
export function codeNamesOf(grammar: string): readonly string[] {
  const own = codeKinds.filter((kind) => kind.grammar === grammar && !consoleLabels.has(kind.label));
  return own.flatMap(({ label, names }) => [label, names[0]!]);
}

/** Whether a name means a console: a block that may contain prompts of any shell. */
export function isConsoleName(name: string): boolean {
  return consoleLabels.has(findCodeLanguage(name)?.label ?? '');
}
