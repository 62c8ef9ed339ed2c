// Lists of one-line items, without empty lines between them.

import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { giveUp } from '../give-up.ts';
import { expectWords, findItem, type ItemStart } from './line-starts.ts';
import { endOfLine, isBeforeEmpty, type Lines } from './points.ts';

/** Reads the words between two offsets. */
export type ReadWords = (text: string, start: number, end: number, lines: Lines) => PhrasingContent[];

/** Reads the list that begins with an item, up to an empty line. Gives up at what is not an item of it. */
export function readList(text: string, first: ItemStart, lines: Lines, readWords: ReadWords): List {
  const start = lines.pointAt(first.marker);
  const children: ListItem[] = [];
  let item = first;
  for (;;) {
    const end = endOfLine(text, item.content);
    children.push(readItem(text, item, end, lines, readWords));
    if (isBeforeEmpty(text, end)) {
      const position = { start, end: lines.pointAt(end) };
      return { type: 'list', ordered: false, start: null, spread: false, children, position };
    }
    lines.beginAt(end + 1);
    const next = findItem(text, end + 1);
    if (next?.form !== first.form) giveUp();
    item = next;
  }
}

function readItem(
  text: string,
  { marker, content }: ItemStart,
  end: number,
  lines: Lines,
  readWords: ReadWords,
): ListItem {
  expectWords(text, content);
  const [start, inner] = [lines.pointAt(marker), lines.pointAt(content)];
  const children = readWords(text, content, end, lines);
  const behind = lines.pointAt(end);
  const paragraph: Paragraph = { type: 'paragraph', children, position: lines.between(inner, behind) };
  const position = { start, end: behind };
  return { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
}
