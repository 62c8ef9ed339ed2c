// Finds frontmatter that the format does not accept: below blank lines, comments or text, indented, between other
// marks, in TOML. Without this check all keys of the page would silently become text of its body.

import type { CodeArgs } from '../../diagnostics/index.ts';
import { navigationShape, pageShape } from '../../format/index.ts';
import type { Range } from '../../source/index.ts';

/** Frontmatter in a form or place that format.md 2.1 does not accept. */
export interface Misplaced {
  readonly args: CodeArgs<'misplaced-frontmatter'>;
  /** The mark that opens it, or its first key. */
  readonly range: Range;
  /** Its text. Absent if it is not YAML. */
  readonly frontmatter?: Range | undefined;
  /** The offset at which the body begins. */
  readonly bodyStart: number;
  /** Whether there is text of the page above it, or its end is a guess. */
  readonly isPartial: boolean;
}

/** Keys of pages and navigation files. They distinguish frontmatter from a horizontal rule above a paragraph. */
const frontmatterKeys = [...new Set([pageShape, navigationShape].flatMap(({ keys }) => Object.keys(keys)))];

const key = /^[ \t]*(["']?)(\w+)\1[ \t]*([:=])(?=[ \t]|$)/;
/** Three hyphens, or a probable typing error for them. */
const hyphens = /^[ \t\ufeff]*([-–—]{2,}|—)(?:[ \t]*(\S[^]*))?$/;
const closing = /^[ \t]*(?:[-–—]{2,}|—|\.{3})[ \t]*$/;
const pluses = /^[ \t\ufeff]*(\+{3})[ \t]*$/;

const anyKey = new RegExp(`^[ \\t\\ufeff]*["']?(?:${frontmatterKeys.join('|')})["']?[ \\t]*[:=]`, 'm');
/** Limit of lines without a key after a mark. */
const maxBlank = 50;

/** A line with its place in the text. */
interface Line {
  readonly at: number;
  readonly text: string;
}

/**
 * Finds the first misplaced frontmatter.
 * @param start 0, or the start of the body if the file has correct frontmatter
 */
export function findMisplacedFrontmatter(text: string, start: number): Misplaced | undefined {
  if (!anyKey.test(text.slice(start))) return undefined;
  const lines = linesOf(text, start);
  const top = topOf(text, start);
  const lastEnd = lines.findLastIndex(({ text: line }) => closing.test(line) || pluses.test(line));
  let fence: string | undefined;
  for (const [i, line] of lines.entries()) {
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    fence = mark;
    const isTop = line.at <= top;
    if (!isTop && (start > 0 || i + 2 > lastEnd)) return undefined;
    const found =
      readMarked(text, lines, i, start, isTop) ?? (isTop && start === 0 ? readUnmarked(text, lines, i) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The offset of the first visible text, after blank lines, comments and a byte order mark. */
function topOf(text: string, start: number): number {
  const blank = /(?:[\s\ufeff]+|<!--[^]*?-->|\{\s*\/\*[^]*?\*\/\s*\})*/y;
  blank.lastIndex = start;
  return start + blank.exec(text)![0].length;
}

/**
 * Reads frontmatter that begins with a mark in line `i`.
 * @param isTop whether there are only blank lines and comments above the line
 */
function readMarked(
  text: string,
  lines: readonly Line[],
  i: number,
  start: number,
  isTop: boolean,
): Misplaced | undefined {
  const line = lines[i]!;
  const isToml = pluses.test(line.text);
  const opening = (isToml ? pluses : hyphens).exec(line.text);
  const first =
    opening && lines.slice(i + 1, i + maxBlank).find(({ text: next }) => next.trim() !== '' && !/^[ \t]*#/.test(next));
  if (!opening || !first || !startsWithKey(first.text, isToml)) return undefined;
  // Below other text, a key must follow directly: any paragraph may have a horizontal rule above it.
  if (!isTop && first !== lines[i + 1]) return undefined;
  const end = lines.slice(i + 2).find(({ text: next }) => (isToml ? pluses : closing).test(next));
  if (end === undefined && !isTop) return undefined;
  const at = line.at + line.text.indexOf(opening[1]!);
  const bodyStart = end === undefined ? proseAfter(text, first.at) : endOfLine(text, end.at);
  const args = start > 0 ? ({ cause: 'second' } as const) : describe(text.slice(0, line.at), line.text, opening, isTop);
  const bom = text.indexOf('\ufeff');
  return {
    args,
    range: args.cause === 'bom' ? { start: bom, end: bom + 1 } : { start: at, end: at + opening[1]!.length },
    frontmatter: isToml ? undefined : { start: endOfLine(text, line.at), end: end?.at ?? bodyStart },
    bodyStart,
    isPartial: isToml || end === undefined || start > 0 || !isTop,
  };
}

function describe(above: string, line: string, opening: RegExpExecArray, isTop: boolean): Misplaced['args'] {
  const [, mark = '', textAfter] = opening;
  if (mark.startsWith('+')) return { cause: 'toml' };
  if (!isTop) return { cause: 'text' };
  if (/[<{]/.test(above)) return { cause: 'comment' };
  if (`${above}${line}`.includes('\ufeff')) return { cause: 'bom' };
  if (above !== '') return { cause: 'blank' };
  if (mark !== '---') return { cause: 'mark', mark };
  return textAfter === undefined ? { cause: 'indent' } : { cause: 'after', mark: textAfter };
}

/** Reads keys at the top of a file without a mark above them. Requires a mark below them, or a second key. */
function readUnmarked(text: string, lines: readonly Line[], i: number): Misplaced | undefined {
  const line = lines[i]!;
  if (!startsWithKey(line.text, false)) return undefined;
  const prose = proseAfter(text, line.at);
  const inside = lines.slice(i + 1).filter(({ at }) => at < prose);
  const end = inside.find(({ text: next }) => /^-{2,}[ \t]*$/.test(next));
  const second = inside.find(({ at, text: next }) => at < (end?.at ?? prose) && startsWithKey(next, false));
  if (end === undefined && second === undefined) return undefined;
  const stop = end?.at ?? prose;
  return {
    args: { cause: 'unmarked' },
    range: { start: line.at, end: line.at + line.text.trimEnd().length },
    frontmatter: { start: line.at, end: stop },
    bodyStart: end === undefined ? prose : endOfLine(text, end.at),
    isPartial: end === undefined,
  };
}

function startsWithKey(line: string, isToml: boolean): boolean {
  const [, , name, sign] = key.exec(line) ?? [];
  if (isToml) return sign === '=' || /^[ \t]*\[/.test(line);
  return sign === ':' && frontmatterKeys.includes(name!);
}

/** The offset of the first heading or tag. Frontmatter without an end cannot go beyond it. */
export function proseAfter(text: string, from: number): number {
  const prose = /^(?:#{1,6} |<[A-Za-z])/gm;
  prose.lastIndex = from;
  return prose.exec(text)?.index ?? text.length;
}

function endOfLine(text: string, from: number): number {
  const end = /\r\n|\n|\r|$/g;
  end.lastIndex = from;
  const match = end.exec(text)!;
  return match.index + match[0].length;
}

function linesOf(text: string, start: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = start; at < text.length; at = endOfLine(text, at)) {
    const [line] = /^[^\r\n]*/.exec(text.slice(at, at + maxRead))!;
    lines.push({ at, text: line });
  }
  return lines;
}

/** Characters of a line that are searched. */
const maxRead = 300;
