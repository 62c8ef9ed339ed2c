// Plain and quoted scalars, on one line or several.

import type { ScalarNode } from '../../../model/index.ts';
import { giveUp } from '../give-up.ts';
import { codes, isBreak, isEmptyAt, nextLine, skipSpaces } from './characters.ts';
import { typeOfPlain } from './scalar-type.ts';

/** Whether a plain scalar cannot begin with an ASCII character. */
const isIndicator: readonly boolean[] = Array.from(
  { length: 128 },
  (_, code) => code < codes.space || ',[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code)),
);

/**
 * Reads the plain or quoted scalar at an offset. Gives up at text that YAML does not accept here, at tabs, and at most
 * escapes.
 * @param parent column of the key or `-` of this value: lines that are indented more continue it
 */
export function readFlowScalar(text: string, start: number, parent: number): ScalarNode {
  const code = text.charCodeAt(start);
  if (code === codes.singleQuote) return readSingleQuoted(text, start, parent);
  if (code === codes.doubleQuote) return readDoubleQuoted(text, start, parent);
  return readPlain(text, start, parent);
}

function readPlain(text: string, start: number, parent: number): ScalarNode {
  const first = text.charCodeAt(start);
  if (first < 128 ? isIndicator[first] : first === codes.byteOrderMark) giveUp();
  const mayIndicate = first === codes.dash || first === codes.question || first === codes.colon;
  if (mayIndicate && isEmptyAt(text, start + 1)) giveUp();
  let end = endOfPlainLine(text, start);
  let value = text.slice(start, end);
  for (;;) {
    const more = continuation(text, end, parent);
    if (more === undefined) break;
    end = endOfPlainLine(text, more.at);
    value += more.breaks === 1 ? ' ' : '\n'.repeat(more.breaks - 1);
    value += text.slice(more.at, end);
  }
  return { kind: 'scalar', range: { start, end }, style: 'plain', value, type: typeOfPlain(value) };
}

/** The end of the plain text on a line, without a comment and the spaces before it. Gives up at another key. */
function endOfPlainLine(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.space) continue;
    if (isBreak(code) || (code === codes.hash && text.charCodeAt(at - 1) === codes.space)) break;
    if (code === codes.tab || (code === codes.colon && isEmptyAt(text, at + 1))) giveUp();
    end = at + 1;
  }
  return end;
}

/** The next line of a plain text, and the number of line breaks before it. Undefined if the text ends at `end`. */
function continuation(
  text: string,
  end: number,
  parent: number,
): { readonly at: number; readonly breaks: number } | undefined {
  let at = skipSpaces(text, end);
  let breaks = 0;
  while (at < text.length && isBreak(text.charCodeAt(at))) {
    breaks++;
    const line = nextLine(text, at);
    at = skipSpaces(text, line);
    if (at === text.length) return undefined;
    const code = text.charCodeAt(at);
    if (code === codes.tab) giveUp();
    if (isBreak(code)) continue;
    return code === codes.hash || at - line <= parent ? undefined : { at, breaks };
  }
  return undefined;
}

function readSingleQuoted(text: string, start: number, parent: number): ScalarNode {
  let quote = text.indexOf("'", start + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === codes.singleQuote) quote = text.indexOf("'", quote + 2);
  if (quote < 0) giveUp();
  const value = fold(text.slice(start + 1, quote), parent).replaceAll("''", "'");
  return { kind: 'scalar', range: { start, end: quote + 1 }, style: 'single-quoted', value, type: 'string' };
}

function readDoubleQuoted(text: string, start: number, parent: number): ScalarNode {
  let quote = text.indexOf('"', start + 1);
  while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  if (quote < 0) giveUp();
  const written = text.slice(start + 1, quote);
  const value = written.includes('\\') ? unescape(written) : fold(written, parent);
  return { kind: 'scalar', range: { start, end: quote + 1 }, style: 'double-quoted', value, type: 'string' };
}

function isEscaped(text: string, quote: number): boolean {
  let slash = quote - 1;
  while (text.charAt(slash) === '\\') slash--;
  return (quote - slash) % 2 === 0;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  [' ', ' '],
  ['0', '\0'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['_', '\u00a0'],
]);

/** Replaces the usual escapes of a text on one line. Gives up at others. */
function unescape(written: string): string {
  if (written.includes('\n')) giveUp();
  return written.replace(/\\([^])/g, (_, escape: string) => escapes.get(escape) ?? giveUp());
}

/**
 * Joins the lines of a quoted text. Gives up if they are not indented more than `parent`, and at tabs beside breaks.
 */
function fold(written: string, parent: number): string {
  if (!written.includes('\n')) return written;
  if (written.includes('\t')) giveUp();
  const [first, ...lines] = written.split(/\r?\n/);
  let value = first!.replace(/(?<! ) +$/, '');
  let breaks = 1;
  lines.forEach((line, i) => {
    const isLast = i === lines.length - 1;
    const start = skipSpaces(line, 0);
    if (start === line.length && !isLast) return void breaks++;
    if (start <= parent) giveUp();
    value += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
    value += isLast ? line.slice(start) : line.slice(start).replace(/(?<! ) +$/, '');
    breaks = 1;
  });
  return value;
}
