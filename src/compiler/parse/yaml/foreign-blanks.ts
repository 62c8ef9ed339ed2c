// Finds no-break spaces and similar characters in YAML. They look like spaces, but YAML reads them as text.

import type { Range } from '../../source/index.ts';
import type { MapEntry } from '../../model/index.ts';

const blanks = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** The places where YAML needs a space: the indentation, after the `-` of a list, after the colon of a key. */
const atStructure = new RegExp(`^ *(?:- +)*(?:-?(?=[${blanks}])|[\\w.$@-]+:(?=[${blanks}]))`, 'gm');

const atStart = new RegExp(`^[${blanks}]`);

/** Whether a key begins with such a character, which was meant as indentation. */
export function beginsWithForeignBlank(key: MapEntry['key']): boolean {
  return key.style === 'plain' && atStart.test(key.value);
}

/**
 * The first such character at a place where YAML needs a space.
 * @param at offset of an error of the parser: only its line and the line above are searched. Without it, the whole
 *   text.
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

/** The problem and hint of the finding. */
export function describeForeignBlank(text: string, { start }: Range): { problem: string; hint: string } {
  const code = text.codePointAt(start)!;
  const name =
    code === 0xa0 ? 'a no-break space' : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { problem: `${name} is used where YAML needs an ordinary space`, hint: 'Replace it with an ordinary space.' };
}
