// Finds what is known of a language: by its id, by another name, by the grammar of its code, by an extension.

import type { SessionPrompt } from '../source/index.ts';
import { languages, promptsByGrammar } from './catalogue.ts';
import type { LanguageFacts, NameFacts } from './language-facts.ts';
import type { SampleGrammar } from './sample-grammar.ts';

const byId = new Map(languages.map((language) => [language.id, language]));

/** The built-in language of an id. */
export function findLanguage(id: string): LanguageFacts | undefined {
  return byId.get(id);
}

/** What is known of a language of a site: by its id, else by the grammar that colours its code. */
export function factsOf({ id, grammar }: { readonly id: string; readonly grammar: string }): LanguageFacts | undefined {
  return findLanguage(id) ?? languages.find(({ highlighting }) => highlighting === grammar);
}

/** How code of all common languages together brings names in. */
const anyNames: NameFacts = {
  importWords: commonWords(({ importWords }) => importWords),
  wholeImportWords: commonWords(({ wholeImportWords }) => wholeImportWords),
  platformPackages: commonWords(({ platformPackages }) => platformPackages),
  definingWords: commonWords(({ definingWords }) => definingWords),
  functionWords: commonWords(({ functionWords }) => functionWords),
};

function commonWords(wordsOf: (names: NameFacts) => readonly string[] | undefined): readonly string[] {
  return languages.filter(({ isCommon }) => isCommon).flatMap(({ names }) => wordsOf(names) ?? []);
}

/** How code of a language of a site brings names in; of one that nobody knows, as any of the common languages does. */
export function nameFactsOf(language: { readonly id: string; readonly grammar: string }): NameFacts {
  return factsOf(language)?.names ?? anyNames;
}

/** The one of some ids that another name means: `go` for `golang`; letter case does not matter. */
export function idMeant(name: string, ids: readonly string[]): string | undefined {
  const key = name.toLowerCase();
  return languages.find(({ id, otherNames }) => ids.includes(id) && otherNames.includes(key))?.id;
}

/** The built-in language whose samples have an extension (with its dot). */
export function findByExtension(extension: string): LanguageFacts | undefined {
  return ownerOfExtension(languages, extension);
}

/**
 * The language that a sample with an extension (with its dot) is written in: the one that prefers the extension, else
 * the first that has it. JavaScript may have samples in TypeScript, where TypeScript is no language of its own.
 */
export function ownerOfExtension<L extends { readonly extensions: readonly string[] }>(
  among: readonly L[],
  extension: string,
): L | undefined {
  return (
    among.find(({ extensions }) => extensions[0] === extension) ??
    among.find(({ extensions }) => extensions.includes(extension))
  );
}

const byExtension = new Map<string, SampleGrammar>(
  languages.flatMap(({ grammars }) =>
    grammars.flatMap((grammar) => grammar.extensions.map((extension) => [extension, grammar] as const)),
  ),
);

/** The grammar that reads samples with an extension (with its dot); undefined where none does. */
export function grammarOf(extension: string): SampleGrammar | undefined {
  return byExtension.get(extension);
}

/** Prompts of the interactive shells of code, by the grammar of Shiki that colours it. */
export function promptsOf(grammar: string): readonly SessionPrompt[] {
  const own = languages.find(({ highlighting, prompts }) => highlighting === grammar && prompts);
  return own?.prompts ?? (Object.hasOwn(promptsByGrammar, grammar) ? promptsByGrammar[grammar]! : []);
}

/** Prompts that no other shell has: a console may show them whatever its name. */
export const consolePrompts: readonly SessionPrompt[] = [
  ...languages.flatMap(({ prompts = [] }) => prompts),
  ...Object.values(promptsByGrammar).flat(),
].filter(({ consoleGrammar }) => consoleGrammar !== undefined);
