// All links of a section by letter: the page that leads everywhere in a section too large to stand beside its pages.

import type { SectionTree, TreeEntry } from './section-tree.ts';

export interface Letter {
  /** One capital letter; `#` for titles that begin with a digit or sign. */
  readonly letter: string;
  readonly entries: readonly TreeEntry[];
}

/** Letters in order, `#` first; titles in order within each. The same on every machine: no locale is asked. */
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
    .sort((a, b) => compare(a.key, b.key) || compare(a.entry.link.url!.value, b.entry.link.url!.value));
  const letters = new Map<string, TreeEntry[]>();
  for (const { entry, key } of sorted) {
    const letter = /^\p{L}/u.exec(key)?.[0].toUpperCase() ?? '#';
    const found = letters.get(letter);
    if (found === undefined) letters.set(letter, [entry]);
    else found.push(entry);
  }
  return [...letters]
    .map(([letter, found]) => ({ letter, entries: found }))
    .sort((a, b) => Number(b.letter === '#') - Number(a.letter === '#') || compare(a.letter, b.letter));
}

/** Without marks and case, so that `Émission` stands with the other titles in E. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
