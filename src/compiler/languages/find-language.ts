// Finds the facts about a language: by its id, another name, the grammar of its code, or an extension.

import type { SessionPrompt } from '../source/index.ts';
import { languages, promptsByGrammar } from './catalogue.ts';
import type { LanguageFacts, NameFacts } from './language-facts.ts';
import type { SampleGrammar } from './sample-grammar.ts';

const byId = new Map(languages.map((language) => [language.id, language]));

/** The built-in language with an id. */
export function findLanguage(id: string): LanguageFacts | undefined {
  return byId.get(id);
}

/** The facts about a language of a site: by its id, else by the grammar for its colours. */
export function factsOf({ id, grammar }: { readonly id: string; readonly grammar: string }): LanguageFacts | undefined {
  return findLanguage(id) ?? languages.find(({ highlighting }) => highlighting === grammar);
}

/** The import and definition syntax of all common languages together. */
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

/** How code of a site's language imports and defines names; for an unknown language, as any common language does. */
export function nameFactsOf(language: { readonly id: string; readonly grammar: string }): NameFacts {
  return factsOf(language)?.names ?? anyNames;
}

/** Which of the given ids another name means, ignoring letter case: `go` for `golang`. */
export function idMeant(name: string, ids: readonly string[]): string | undefined {
  const key = name.toLowerCase();
  return languages.find(({ id, otherNames }) => ids.includes(id) && otherNames.includes(key))?.id;
}

/** The first built-in language whose samples may have an extension (with its dot). */
export function findByExtension(extension: string): LanguageFacts | undefined {
  return ownerOfExtension(languages, extension);
}

/**
 * The language of a sample with an extension (with its dot): the language that prefers the extension, else the first
 * one that has it. Samples of JavaScript may be in TypeScript on a site without TypeScript.
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

/** The grammar that parses samples with an extension (with its dot); undefined if there is none. */
export function grammarOf(extension: string): SampleGrammar | undefined {
  return byExtension.get(extension);
}

/** Prompts of the interactive shells of a language, by Shiki's grammar for its colours. */
export function promptsOf(grammar: string): readonly SessionPrompt[] {
  const own = languages.find(({ highlighting, prompts }) => highlighting === grammar && prompts);
  return own?.prompts ?? (Object.hasOwn(promptsByGrammar, grammar) ? promptsByGrammar[grammar]! : []);
}

/** Prompts that no other shell has. Blocks of any console may contain them. */
export const consolePrompts: readonly SessionPrompt[] = [
  ...languages.flatMap(({ prompts = [] }) => prompts),
  ...Object.values(promptsByGrammar).flat(),
].filter(({ consoleGrammar }) => consoleGrammar !== undefined);
