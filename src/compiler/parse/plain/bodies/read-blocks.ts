// Plain paragraphs and headings of a body.

import type { Code, Heading, Paragraph } from 'mdast';
import { giveUp } from '../give-up.ts';
import { expectWords, findItem } from '../markdown/line-starts.ts';
import type { Lines, Point } from '../markdown/points.ts';
import { readBodyPhrasing } from '../markdown/read-phrasing.ts';

export interface PlainBlock {
  readonly node: Paragraph | Heading | Code;
  readonly start: Point;
  readonly end: Point;
}

const headingStart = /(#{1,6}) +(?=[^ #])/y;

/** Reads a line as a heading. Gives up at other text, and if the next line is not empty. */
export function readHeading(text: string, start: number, end: number, lines: Lines): PlainBlock {
  headingStart.lastIndex = start;
  const [before, marks] = headingStart.exec(text) ?? giveUp();
  if (!isBeforeEmpty(text, end) || text.charAt(end - 1) === '#') giveUp();
  const from = lines.pointAt(start);
  const children = readBodyPhrasing(text, start + before.length, end, lines);
  const position = { start: from, end: lines.pointAt(end) };
  const depth = marks!.length as Heading['depth'];
  return { node: { type: 'heading', depth, children, position }, ...position };
}

/** In MDX, such a line may begin code, even inside a paragraph. */
const esm = /(?:import|export)\b/y;

/** Reads the lines up to an empty line as a paragraph. Gives up at other text. */
export function readParagraph(text: string, start: number, lines: Lines): PlainBlock {
  let end = start;
  for (let at = start; ; at = end + 1) {
    esm.lastIndex = at;
    if (findItem(text, at) !== undefined || esm.test(text)) giveUp();
    end = endOfLine(text, at);
    if (isBeforeEmpty(text, end)) break;
  }
  expectWords(text, start);
  const from = lines.pointAt(start);
  const children = readBodyPhrasing(text, start, end, lines);
  const position = { start: from, end: lines.pointAt(end) };
  return { node: { type: 'paragraph', children, position }, ...position };
}

/** Whether the line that ends at an offset is the last one, or the line after it is empty. */
export function isBeforeEmpty(text: string, end: number): boolean {
  return end + 1 >= text.length || text.charCodeAt(end + 1) === 0x0a;
}

export function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
