// Generated pages → Markdown: the letters of a large section, and the sections of a home page.

import type { LetterView, NavigationView, PageView } from '../../compiler/model/index.ts';
import { codeSpan, link, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';

/** @returns blocks, to be joined by empty lines */
export function writeLists({ letters = [], sections = [] }: PageView, context: PageContext): readonly string[] {
  return [
    ...letters.flatMap((letter) => [`## ${plainWords(letter.letter)}`, writeLetter(letter, context)]),
    ...sections.flatMap((section) => [`## ${writeLink(section, context)}`, writeLinks(section.links, '', context)]),
  ];
}

function writeLetter({ links }: LetterView, context: PageContext): string {
  return links
    .map((each) => `- ${writeLink(each, context)}${each.above === undefined ? '' : ` ${plainWords(each.above)}`}`)
    .join('\n');
}

function writeLinks(links: readonly NavigationView[], indent: string, context: PageContext): string {
  return links
    .flatMap((each) => [
      `${indent}- ${writeLink(each, context)}`,
      ...(each.links.length === 0 ? [] : [writeLinks(each.links, `${indent}  `, context)]),
    ])
    .join('\n');
}

function writeLink({ title, href, verb, left }: NavigationView, { hrefOf, words }: PageContext): string {
  const label = plainWords(left === undefined ? title : words.values.more(left));
  const name = verb === undefined ? label : `${codeSpan(verb)} ${label}`;
  return href === undefined ? name : link(name, hrefOf(href));
}
