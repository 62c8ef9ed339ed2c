// Folds names and words for comparison: removes case, punctuation and accents. The build and the browser share these
// functions, so that the words of the index and of queries are the same.

import { splitCasing } from '../../compiler/text/index.ts';

/** Folds a name. `organization_id`, `organizationId` and `OrganizationID` all become `organizationid`. */
export function foldName(name: string): string {
  return plain(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Splits a name or a text into folded words, in order. Names such as `organizationId` are split into their parts. */
export function splitWords(text: string): readonly string[] {
  return (
    plain(splitCasing(text))
      .match(/[\p{L}\p{N}]+/gu)
      ?.flatMap(splitScript) ?? []
  );
}

/**
 * Lists the names in a text that consist of several words, each folded as a whole, so that `organizationid` finds them.
 */
export function joinedNames(text: string): readonly string[] {
  const names = text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return names.filter((name) => /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|[\p{L}\p{N}]_/u.test(name)).map(foldName);
}

function plain(text: string): string {
  const isAscii = !/[^\0-\x7f]/.test(text);
  return (isAscii ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();
}

/** Scripts without spaces between words. Their text is split into pairs of characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function splitScript(word: string): readonly string[] {
  if (!unspaced.test(word)) return [word];
  const characters = [...word];
  return characters.length === 1 ? characters : characters.slice(1).map((next, i) => characters[i]! + next);
}

/** Returns the approximate stem of an English word. `connections` and `connection` have the same stem. */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const stem = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/, '')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\w{3})(?:ation|ating|ated|ate|ing|ion|ed|er)$/, '');
  return stem.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=\w{3})e$/, '');
}
