// Plain paragraphs, headings, breaks, quotes and lists of a body.

import type { Blockquote, Code, Heading, List, Paragraph, ThematicBreak } from 'mdast';
import { giveUp } from '../give-up.ts';
import { expectWords, findItem } from '../markdown/line-starts.ts';
import { endOfLine, isBeforeEmpty, type Lines, type Point } from '../markdown/points.ts';
import { readList } from '../markdown/read-list.ts';
import { readBodyPhrasing } from '../markdown/read-phrasing.ts';

export interface PlainBlock {
  readonly node: Paragraph | Heading | Code | ThematicBreak | Blockquote | List;
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

/** Reads a line as a break between parts of a page. Gives up at other text, and if the next line is not empty. */
export function readBreak(text: string, start: number, end: number, lines: Lines): PlainBlock {
  if (text.slice(start, end) !== '---' || !isBeforeEmpty(text, end)) giveUp();
  const position = { start: lines.pointAt(start), end: lines.pointAt(end) };
  return { node: { type: 'thematicBreak', position }, ...position };
}

/**
 * Reads a line as a quote of one paragraph. Gives up at other text, and if the next line is not empty. No list or quote
 * may be open before it, because it may change where their code ends.
 */
export function readQuote(text: string, start: number, end: number, lines: Lines): PlainBlock {
  if (!text.startsWith('> ', start) || !isBeforeEmpty(text, end)) giveUp();
  const from = lines.pointAt(start);
  const paragraph = readParagraph(text, start + 2, lines);
  const position = { start: from, end: paragraph.end };
  return { node: { type: 'blockquote', children: [paragraph.node as Paragraph], position }, ...position };
}

/** Reads lines as a list at the left margin. Gives up at other text. No list or quote may be open before it. */
export function readBodyList(text: string, start: number, lines: Lines): PlainBlock {
  const first = findItem(text, start) ?? giveUp();
  if (first.marker !== start) giveUp();
  const list = readList(text, first, lines, readBodyPhrasing);
  const { end } = list.position!;
  if (mayContinueList(text, end.offset!)) giveUp();
  return { node: list, start: list.position!.start, end };
}

/** Whether the text after a list may belong to it: it is indented, or may be an item. */
function mayContinueList(text: string, end: number): boolean {
  sign.lastIndex = end;
  const at = sign.exec(text)?.index;
  return at !== undefined && (text.charCodeAt(at - 1) !== 0x0a || /[-*+\d]/.test(text.charAt(at)));
}

const sign = /\S/g;
