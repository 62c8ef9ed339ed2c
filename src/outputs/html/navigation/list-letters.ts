// All links of a section by letter, for the page that lists a section whose tree is too large to show on every page.

import { compareText } from '../../../compiler/text/index.ts';
import type { SectionTree, TreeEntry } from './section-tree.ts';

export interface Letter {
  /** One capital letter; `#` for titles that begin with a digit or sign. */
  readonly letter: string;
  readonly entries: readonly TreeEntry[];
}

/** Letters in order, `#` first; titles in order within each letter. Does not depend on the machine's locale. */
export function listLetters({ entries }: SectionTree): readonly Letter[] {
  const seen = new Set<string>();
  const linked = entries.filter(({ link, parent }) => {
    const key = [link.url?.value, link.title, parent?.link.title].join('\n');
    if (link.url === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const sorted = linked
    .map((entry) => ({ entry, key: foldTitle(entry.link.title) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.entry.link.url!.value, b.entry.link.url!.value));
  const letters = new Map<string, TreeEntry[]>();
  for (const { entry, key } of sorted) {
    const letter = /^\p{L}/u.exec(key)?.[0].toUpperCase() ?? '#';
    const found = letters.get(letter);
    if (found === undefined) letters.set(letter, [entry]);
    else found.push(entry);
  }
  return [...letters]
    .map(([letter, found]) => ({ letter, entries: found }))
    .sort((a, b) => Number(b.letter === '#') - Number(a.letter === '#') || compareText(a.letter, b.letter));
}

/** Removes marks and case, so that `Émission` is listed under E. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
