// Errors of the YAML library → the problem in the words of an author, and its range.

import { visit, type Node, type YAMLError } from 'yaml';
import type { Range, SourceFile } from '../../source/index.ts';
import type { Place } from '../../diagnostics/index.ts';
import { trimEndWhere } from '../../text/index.ts';

interface Wording {
  readonly problem: string;
  readonly hint?: string;
}

/** The wording for each error code of the library. Other errors keep the library's message. */
const wordings: Readonly<Record<string, Wording>> = {
  ALIAS_PROPS: { problem: 'an alias cannot have an anchor or a tag' },
  BAD_ALIAS: {
    problem: 'an alias refers to an anchor that is not above it',
    hint: 'Put text that begins with `*` in quotes.',
  },
  BAD_INDENT: {
    problem: 'the indentation does not match the lines above',
    hint: 'Begin the keys of one map at the same column.',
  },
  BAD_SCALAR_START: {
    problem: 'plain text cannot begin with this character',
    hint: 'Put the text in single quotes.',
  },
  BAD_DQ_ESCAPE: {
    problem: 'text in double quotes cannot have this escape sequence',
    hint: 'Write `\\\\` for the backslash itself, or put the text in single quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: '`: ` begins another key inside this text',
    hint: 'Put the text in single quotes, or begin the next key at the column of the one above it.',
  },
  BLOCK_IN_FLOW: { problem: 'block style is not allowed inside brackets' },
  MISSING_CHAR: {
    problem: 'a closing quote, bracket or separator is missing',
    hint: 'Close it, or put the text in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: { problem: 'a key has several lines', hint: 'Put `:` after the key, on the same line.' },
  MULTIPLE_DOCS: { problem: 'a second document begins here', hint: 'Remove the line `---`.' },
  TAB_AS_INDENT: { problem: 'a tab is used as indentation', hint: 'Indent with spaces.' },
  UNEXPECTED_TOKEN: { problem: 'this text is not expected here', hint: 'Put the whole text in single quotes.' },
};

/** The place and arguments of `yaml-syntax` for an error in a range of a file. */
export function describeYamlError(
  file: SourceFile,
  range: Range,
  error: YAMLError,
  contents: Node | null,
): [Place, { problem: string; hint?: string | undefined }] {
  const quote = openQuote(contents, error);
  const text = file.text.slice(range.start, range.end);
  if (quote !== undefined) {
    const start = range.start + quote;
    const end = start + /^.*/.exec(text.slice(quote))![0].length;
    return [
      { file, range: { start, end } },
      {
        problem: 'the quote that opens here is not closed',
        hint: 'Close it, or write it twice if it is part of the text.',
      },
    ];
  }
  const comment = commentAbove(text, error.pos[0]);
  if (comment !== undefined) {
    const start = range.start + comment.start;
    return [
      { file, range: { start, end: range.start + comment.end } },
      {
        problem: '` #` begins a comment, and the next line cannot continue the text',
        hint: 'Put the whole text in quotes.',
      },
    ];
  }
  const indent = misplacedLine(text, error);
  if (indent !== undefined) {
    const { start, end, hint } = indent;
    return [
      { file, range: { start: range.start + start, end: range.start + end } },
      { ...wordings['BAD_INDENT']!, hint },
    ];
  }
  const [from, to] = error.pos;
  const start = Math.min(range.start + from, range.end);
  const end = Math.min(Math.max(range.start + to, start + 1), file.text.length);
  const wording = wordings[error.code];
  // The message of the library is better if it names the missing character.
  const problem = error.code === 'MISSING_CHAR' || wording === undefined ? lowerFirst(error.message) : wording.problem;
  return [
    { file, range: { start: Math.min(start, end), end } },
    { problem, hint: wording?.hint },
  ];
}

/**
 * The line whose wrong indentation causes an error, with a hint. The library reports a key that is indented too far at
 * the text above it, and other such lines at their white space.
 */
function misplacedLine(
  text: string,
  { code, message, pos: [at] }: YAMLError,
): (Range & { readonly hint: string }) | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))![0];
  const isInIndent = /^[ \t]*$/.test(text.slice(lineStart, at));
  const isKeyOrEntry = /^[ \t]*(?:- |-$|[\w.-]+:(?:\s|$))/.test(line);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !isInIndent && !/:(?:\s|$)/.test(line.slice(at - lineStart))) {
    const keys = /^[ \t]*(?:- +)*/.exec(line)![0].length;
    const [gap, next] = /^[\r\n]+([^\r\n]*)/.exec(text.slice(lineStart + line.length)) ?? [];
    if (gap === undefined || next!.trim() === '') return undefined;
    const range = rangeOfText(next!, lineStart + line.length + gap.length - next!.length);
    return { ...range, hint: `Begin it at column ${keys + 1}, under the key above it.` };
  }
  const isIndent =
    code === 'BAD_INDENT' ||
    (code === 'MISSING_CHAR' && message.startsWith('Sequence item without -')) ||
    (isInIndent && isKeyOrEntry && (code === 'UNEXPECTED_TOKEN' || code === 'BLOCK_AS_IMPLICIT_KEY'));
  if (!isIndent || !isInIndent || line.trim() === '') return undefined;
  const hint = /^[ \t]*-(?: |$)/.test(line)
    ? 'Begin the entries of one list at the same column.'
    : wordings['BAD_INDENT']!.hint!;
  return { ...rangeOfText(line, lineStart), hint };
}

/** The range of a line without the white space at its ends. */
function rangeOfText(line: string, lineStart: number): Range {
  const start = lineStart + line.length - line.trimStart().length;
  return { start, end: start + line.trim().length };
}

/**
 * The comment after a plain text on the line above an error. The comment ends the text, so a next line that continues
 * the text is an error.
 */
function commentAbove(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  const lineStart = startOfLine(text, at);
  const line = text.slice(lineStart, lineStart + maxIndent);
  const indent = /^[ \t]*/.exec(line)![0].length;
  // A key or list item does not continue a text.
  if (indent === 0 || /^(?:\s|$|- |[\w.-]+:(?:\s|$))/.test(line.slice(indent))) return undefined;
  const above = trimEndWhere(text.slice(0, lineStart), (code) => code === 0x0a || code === 0x0d);
  const start = startOfLine(above, above.length);
  for (let hash = above.indexOf('#', start); hash >= 0; hash = above.indexOf('#', hash + 1)) {
    const words = trimEndWhere(above.slice(start, hash), (code) => code === 0x20 || code === 0x09);
    if (words.length === hash - start || !/[^\s#"']$/.test(words.slice(-1))) continue;
    return /["']/.test(words) ? undefined : { start: hash, end: above.length };
  }
  return undefined;
}

/** UTF-16 units of a line that are searched: enough for the indentation and key of any real file. */
const maxIndent = 1000;

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** The start of a quoted scalar without an end. The library reports only the place where it stopped. */
function openQuote(contents: Node | null, error: YAMLError): number | undefined {
  if (!/^Missing closing ['"]/.test(error.message)) return undefined;
  let start: number | undefined;
  if (contents !== null) {
    visit(contents, {
      Scalar(_key, node) {
        if (node.range && node.range[0] <= error.pos[0] && node.type?.startsWith('QUOTE_')) start = node.range[0];
      },
    });
  }
  return start;
}

function lowerFirst(message: string): string {
  const sentence = message.replace(/ at line \d[\s\S]*$/, '').replace(/[.:]$/, '');
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
