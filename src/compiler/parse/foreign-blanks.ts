// No-break spaces and their like in YAML: they look like spaces, and YAML takes them for text.

import type { Range } from '../source/index.ts';
import type { MapEntry } from '../model/index.ts';

const blanks = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** In the indentation, behind the `-` of a list, behind the colon of a key. */
const atStructure = new RegExp(`^ *(?:- +)*(?:-?(?=[${blanks}])|[\\w.$@-]+:(?=[${blanks}]))`, 'gm');

const atStart = new RegExp(`^[${blanks}]`);

/** Whether a key begins with such a character: it was meant as indentation. */
export function beginsWithForeignBlank(key: MapEntry['key']): boolean {
  return key.style === 'plain' && atStart.test(key.value);
}

/**
 * The first such character where YAML needs a space.
 * @param at offset of the mistake that the parser found: only its line and the one above it are searched. Without it, the whole text is.
 */
export function findForeignBlank(text: string, at?: number): Range | undefined {
  const from = at === undefined ? 0 : text.lastIndexOf('\n', text.lastIndexOf('\n', at - 1) - 1) + 1;
  const lineEnd = at === undefined ? -1 : text.indexOf('\n', at);
  const searched = text.slice(Math.max(from, 0), lineEnd < 0 ? text.length : lineEnd);
  for (const { index, 0: before } of searched.matchAll(atStructure)) {
    const start = Math.max(from, 0) + index + before.length;
    return { start, end: start + 1 };
  }
  return undefined;
}

/** Place and words of the finding. */
export function describeForeignBlank(text: string, { start }: Range): { problem: string; hint: string } {
  const code = text.codePointAt(start)!;
  const name =
    code === 0xa0 ? 'a no-break space' : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { problem: `${name} stands where YAML needs an ordinary space`, hint: 'Replace it by an ordinary space.' };
}
