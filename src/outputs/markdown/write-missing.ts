// The page of an entity that has no form in a language → Markdown: a sentence, and links to the languages that have it.

import type { MissingView } from '../../compiler/model/index.ts';
import { link, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';

/** @returns blocks, to be joined by empty lines */
export function writeMissing({ language, available }: MissingView, { words, hrefOf }: PageContext): readonly string[] {
  const links = available.map(({ title, href }) => `- ${link(plainWords(title), hrefOf(href))}`);
  return [`**${plainWords(words.notIn(language))}**`, plainWords(words.missing(language)), links.join('\n')];
}
