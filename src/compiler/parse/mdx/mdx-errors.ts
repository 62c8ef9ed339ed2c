// Errors of the Markdown parsers → the problem in the words of an author, and its range.

import type { Range, SourceFile } from '../../source/index.ts';
import { DeepCode, type CodeExcess } from './bounded-acorn.ts';

/** An error that the parsers throw. Its places count from the start of the body. */
export interface SyntaxMessage {
  readonly reason: string;
  readonly line?: number;
  readonly cause?: unknown;
  readonly place?: { offset?: number; start?: { offset?: number }; end?: { offset?: number } };
}

/** Whether a thrown value is a parser's message about a mistake of the author. Anything else is a bug. */
export function isSyntaxMessage(error: unknown): error is SyntaxMessage {
  return error instanceof Error && 'reason' in error && 'place' in error;
}

/** Converts an excess of code to a message at the first line of the code in the body. */
export function messageOfExcess({ reason, code }: CodeExcess, body: string): SyntaxMessage {
  const [firstLine = ''] = code.split(/[\r\n]/, 1);
  const at = Math.max(body.indexOf(firstLine), 0);
  return { reason, place: { offset: body[at - 1] === '{' ? at - 1 : at } };
}

/** The range in the file of a message about a body. */
export function rangeOfMessage(file: SourceFile, range: Range, message: SyntaxMessage): Range {
  const { place } = message;
  const from = place?.start?.offset ?? place?.offset ?? 0;
  const to = place?.end?.offset ?? from + 1;
  const opening = openingTag(file, range, message.reason);
  if (opening !== undefined) return opening;
  const start = Math.min(range.start + from, file.text.length);
  return { start, end: Math.min(Math.max(range.start + to, start), file.text.length) };
}

const closingTag = /closing tag for `(<[^`]*)>?`(?: \((\d+):(\d+)-(\d+):(\d+)\))?/;

/** The range of the opening tag that a message names: “Expected a closing tag for `<X>` (3:1-3:9)”. */
function openingTag(file: SourceFile, range: Range, reason: string): Range | undefined {
  const match = closingTag.exec(reason);
  if (match?.[2] === undefined) return undefined;
  const [line, column, endLine, endColumn] = match.slice(2).map(Number) as [number, number, number, number];
  const text = file.text.slice(range.start, range.end);
  return {
    start: range.start + bodyOffset(text, line, column),
    end: range.start + bodyOffset(text, endLine, endColumn),
  };
}

function bodyOffset(text: string, line: number, column: number): number {
  let offset = 0;
  for (let left = line - 1; left > 0; left--)
    offset = text.slice(offset).search(/\r\n|\n|\r/) + offset + lineBreakAt(text, offset);
  return Math.min(offset + column - 1, text.length);
}

function lineBreakAt(text: string, offset: number): number {
  return /\r\n|\n|\r/.exec(text.slice(offset))?.[0].length ?? 0;
}

/** Notes of the parser about comments and links. Stele has its own hints for them. */
const note = / \(note: to create a [^)]*(?:\([^)]*\)[^)]*)*\)/;

/** Whether a message names an opening tag. */
export function namesOpening(reason: string): boolean {
  return closingTag.test(reason);
}

/** The parser's reason without positions, which would be wrong because they count from the start of the body. */
export function problemOf(message: SyntaxMessage): string {
  const { cause } = message;
  const sentence = (cause instanceof DeepCode ? cause.message : message.reason)
    .replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '')
    .replace(note, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
