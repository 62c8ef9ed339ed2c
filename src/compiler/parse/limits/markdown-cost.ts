// Finds Markdown that would take the parser too long. For each mark (`*`, `[`, `<`, …) without a matching one, the
// parser searches the whole paragraph, and for each underlined heading the whole page. So both are counted before
// parsing.

import type { Excess } from './body-bounds.ts';
import { countCells } from '../../text/index.ts';

/** A part of the text in which the parser matches marks. */
interface Paragraph {
  marks: number;
  length: number;
  lines: number;
  firstMark: number;
  firstLine: string;
  isTable: boolean;
}

/**
 * The first mark of the paragraph at which the total cost exceeds `limit`. The cost of a paragraph is its marks times
 * its length. Each row of a table and each list item is a paragraph of its own.
 * @returns undefined if the cost does not exceed the limit
 */
export function findCostExcess(text: string, limit: number): Excess | undefined {
  if (text.length * text.length <= limit) return undefined;
  let cost = 0;
  let paragraph = open();
  for (const { offset, line } of linesOf(text)) {
    const isBlank = /^\s*$/.test(line);
    const isRow = paragraph.isTable && /^ {0,3}\|/.test(line);
    if (isBlank || isRow || /^ {0,3}[-+*][ \t]+\S/.test(line)) {
      cost += paragraph.marks * paragraph.length;
      paragraph = { ...open(), isTable: isRow };
      if (isBlank) continue;
    } else if (paragraph.lines === 1) {
      paragraph.isTable = isTableHead(paragraph.firstLine, line);
    } else {
      paragraph.isTable = false;
    }
    addLine(paragraph, line, offset);
    if (cost + paragraph.marks * paragraph.length > limit) return { offset: paragraph.firstMark, length: 1 };
  }
  return undefined;
}

/** The first line after `limit` lines, or undefined. */
export function findLineExcess(text: string, limit: number): Excess | undefined {
  if (text.length <= limit) return undefined;
  let count = 0;
  for (const { offset, line } of linesOf(text)) {
    if (++count > limit && offset < text.length) return { offset, length: Math.max(line.length, 1) };
  }
  return undefined;
}

/** The first line that underlines a heading after `limit` such lines, or undefined. */
export function findUnderlineExcess(text: string, limit: number): Excess | undefined {
  let count = 0;
  let isBlank = true;
  for (const { offset, line } of linesOf(text)) {
    if (!isBlank && /^[ \t>]*(?:=+|-+)[ \t]*$/.test(line) && ++count > limit) return { offset, length: line.length };
    isBlank = /^\s*$/.test(line);
  }
  return undefined;
}

/**
 * The marker of the list item at which the total indentation of all list markers exceeds `limit` columns, or undefined.
 * For each line, the parser tests for every list around it whether the list continues.
 */
export function findIndentExcess(text: string, limit: number): Excess | undefined {
  let columns = 0;
  for (const { offset, line } of linesOf(text)) {
    const blank = /^([ \t>]*)(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.exec(line)?.[1] ?? '';
    columns += columnsOf(blank);
    if (columns > limit) return { offset: offset + blank.length, length: 1 };
  }
  return undefined;
}

/**
 * The line at which the number of open lists, summed over all lines, exceeds `limit`, or undefined. For each line, the
 * parser tests for every open list whether it continues. A list certainly ends only at a line that is not indented more
 * than its marker, and only if that line has a marker or follows an empty line.
 */
export function findOpenListExcess(text: string, limit: number): Excess | undefined {
  const indents: number[] = [];
  let tests = 0;
  let isBlank = true;
  for (const { offset, line } of linesOf(text)) {
    if (offset === text.length) break;
    tests += indents.length;
    if (tests > limit) return { offset, length: Math.max(line.length, 1) };
    const wasBlank = isBlank;
    isBlank = /^\s*$/.test(line);
    if (isBlank) continue;
    const markers = columnsOfMarkers(line);
    const column = markers[0] ?? columnsOf(/^[ \t]*/.exec(line)![0]);
    if (markers.length > 0 || wasBlank) while (indents.length > 0 && indents.at(-1)! >= column) indents.pop();
    for (const marker of markers) indents.push(marker);
  }
  return undefined;
}

/** The columns of the markers of the list items that a line opens. */
function columnsOfMarkers(line: string): readonly number[] {
  const marker = /([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
  const columns: number[] = [];
  let column = 0;
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    column += columnsOf(match[1]!);
    columns.push(column);
    column += match[0].length - match[1]!.length;
  }
  return columns;
}

/** Columns of blank characters; a tab counts as four. */
function columnsOf(blank: string): number {
  let columns = 0;
  for (const character of blank) columns += character === '\t' ? 4 : 1;
  return columns;
}

function open(): Paragraph {
  return { marks: 0, length: 0, lines: 0, firstMark: 0, firstLine: '', isTable: false };
}

function addLine(paragraph: Paragraph, line: string, offset: number): void {
  const marks = line.match(/[*_~[\]<`]/g)?.length ?? 0;
  if (paragraph.marks === 0 && marks > 0) paragraph.firstMark = offset + line.search(/[*_~[\]<`]/);
  if (paragraph.lines === 0) paragraph.firstLine = line;
  paragraph.marks += marks;
  paragraph.length += line.length + 1;
  paragraph.lines++;
}

/**
 * Whether two lines are certainly the head of a table: both have the same number of cells, the second one of dashes.
 */
function isTableHead(head: string, delimiters: string): boolean {
  if (!/^ {0,3}\|/.test(head) || !/^ {0,3}\|[ \t]*:?-[-:| \t]*$/.test(delimiters)) return false;
  return countCells(head) === countCells(delimiters);
}

function* linesOf(text: string): Generator<{ readonly offset: number; readonly line: string }> {
  const end = /\r\n|\n|\r/g;
  for (let offset = 0; offset <= text.length;) {
    end.lastIndex = offset;
    const match = end.exec(text);
    const stop = match?.index ?? text.length;
    yield { offset, line: text.slice(offset, stop) };
    offset = stop + (match?.[0].length ?? 1);
  }
}
