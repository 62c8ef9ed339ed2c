// The YAML library's errors in an author's words, at the range they mean.

import { visit, type Node, type YAMLError } from 'yaml';
import type { Range, SourceFile } from '../source/index.ts';
import type { Place } from '../diagnostics/index.ts';
import { trimEndWhere } from '../text/index.ts';

interface Wording {
  readonly problem: string;
  readonly hint?: string;
}

/** Wording by the library's error code; what is not here keeps the library's message. */
const wordings: Readonly<Record<string, Wording>> = {
  ALIAS_PROPS: { problem: 'an alias cannot have an anchor or a tag' },
  BAD_ALIAS: {
    problem: 'an alias stands for an anchor that is not above it',
    hint: 'Put text that begins with `*` in quotes.',
  },
  BAD_INDENT: {
    problem: 'the indentation does not fit what stands above',
    hint: 'Begin the keys of one map at the same column.',
  },
  BAD_SCALAR_START: {
    problem: 'plain text cannot begin with this character',
    hint: 'Put the text in single quotes.',
  },
  BAD_DQ_ESCAPE: {
    problem: 'text in double quotes cannot have this escape',
    hint: 'Write `\\\\` for the backslash itself, or put the text in single quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: '`: ` begins another key inside this text',
    hint: 'Put the text in single quotes, or begin the next key at the column of the one above it.',
  },
  BLOCK_IN_FLOW: { problem: 'a block cannot stand inside brackets' },
  MISSING_CHAR: {
    problem: 'a closing quote, bracket or separator is missing',
    hint: 'Close it, or put the text in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: { problem: 'a key goes over several lines', hint: 'Put `:` behind the key, on its line.' },
  MULTIPLE_DOCS: { problem: 'a second document begins here', hint: 'Remove the line `---`.' },
  TAB_AS_INDENT: { problem: 'a tab is used as indentation', hint: 'Indent with spaces.' },
  UNEXPECTED_TOKEN: { problem: 'this is not expected here', hint: 'Put the whole text in single quotes.' },
};

/** Place and arguments of `yaml-syntax` for an error of a stretch of a file. */
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
        hint: 'Close it, or write it twice where it belongs to the text.',
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
  // The library's own words say more where they name the missing character.
  const problem = error.code === 'MISSING_CHAR' || wording === undefined ? lowerFirst(error.message) : wording.problem;
  return [
    { file, range: { start: Math.min(start, end), end } },
    { problem, hint: wording?.hint },
  ];
}

/**
 * The line whose indentation is the cause of an error, and what to write. The library reports a key that is indented
 * too far at the text above it, and other such lines at their white space.
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

/** A line without the white space at its ends. */
function rangeOfText(line: string, lineStart: number): Range {
  const start = lineStart + line.length - line.trimStart().length;
  return { start, end: start + line.trim().length };
}

/** The comment behind a plain text on the line above an error: it ends the text, and a line that continues it is an error. */
function commentAbove(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  const lineStart = startOfLine(text, at);
  const line = text.slice(lineStart, lineStart + mostIndent);
  const indent = /^[ \t]*/.exec(line)![0].length;
  // A key or list item is no continuation.
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

/** UTF-16 units of a line that are looked at: enough for any indentation and key that people write. */
const mostIndent = 1000;

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** Where the quoted scalar begins that has no end: the library tells only where it gave up. */
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
