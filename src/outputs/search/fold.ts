// How names and words are compared, at build time and in the browser: without case, marks and accents. One place, so
// that what is written is what is looked for.

import { splitCasing } from '../../compiler/text/index.ts';

/** A name as all languages spell it: `organization_id`, `organizationId` and `OrganizationID` are `organizationid`. */
export function foldName(name: string): string {
  return plain(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a name or a text in order, folded; names in the casing of code give their parts. */
export function splitWords(text: string): readonly string[] {
  return (
    plain(splitCasing(text))
      .match(/[\p{L}\p{N}]+/gu)
      ?.flatMap(splitScript) ?? []
  );
}

/** Names in a text that consist of several words, folded whole: who types one without its casing finds it. */
export function joinedNames(text: string): readonly string[] {
  const names = text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return names.filter((name) => /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|[\p{L}\p{N}]_/u.test(name)).map(foldName);
}

function plain(text: string): string {
  const isAscii = !/[^\0-\x7f]/.test(text);
  return (isAscii ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();
}

/** Scripts that write no spaces between words are cut into pairs of characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function splitScript(word: string): readonly string[] {
  if (!unspaced.test(word)) return [word];
  const characters = [...word];
  return characters.length === 1 ? characters : characters.slice(1).map((next, i) => characters[i]! + next);
}

/** The part of an English word that its forms share, roughly: `connections` and `connection` are one. */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const stem = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/, '')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\w{3})(?:ation|ating|ated|ate|ing|ion|ed|er)$/, '');
  return stem.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=\w{3})e$/, '');
}
