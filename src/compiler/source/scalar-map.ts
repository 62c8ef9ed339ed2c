// Maps each character of a YAML scalar's value to its place in the file. They differ because of the indentation of `|`,
// the folding of `>` and escapes in quotes. Without this map every finding in a description would point at its first
// line.

import type { Range } from './source-file.ts';

/** The style of a scalar, which decides how source characters become value characters. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** A scalar in its file: the whole source range (including quotes or block header) and its value. */
export interface ScalarSource {
  readonly style: ScalarStyle;
  readonly range: Range;
  readonly value: string;
}

/** The offset in the file for each offset of a value and for its end; never decreasing. */
export type ScalarMap = readonly number[];

/**
 * Maps a scalar's value onto its file's text.
 * Walks value and source together: equal characters advance both, escapes and folded line breaks advance the source by
 * their own length. If the two do not match (a tag that changes the value), the rest of the value maps to the place
 * reached.
 */
export function mapScalar(text: string, scalar: ScalarSource): ScalarMap {
  switch (scalar.style) {
    case 'literal':
    case 'folded':
      return mapBlock(text, scalar);
    case 'double-quoted':
      return walk(text, scalar, scalar.range.start + 1, scalar.range.end - 1, doubleQuotedStep);
    case 'single-quoted':
      return walk(text, scalar, scalar.range.start + 1, scalar.range.end - 1, singleQuotedStep);
    case 'plain':
      return walk(text, scalar, scalar.range.start, scalar.range.end, plainStep);
  }
}

/**
 * Returns a function that converts ranges of a scalar's value to ranges of the file. The map is made at the first call,
 * since most values have no findings.
 */
export function makeScalarRanges(text: string, scalar: ScalarSource): (start: number, end: number) => Range {
  let map: ScalarMap | undefined;
  return (start, end) => toSourceRange(text, (map ??= mapScalar(text, scalar)), start, end);
}

/** Converts a range of the value to a range of the file. An empty range stays empty. */
export function toSourceRange(text: string, map: ScalarMap, start: number, end: number): Range {
  const last = map.length - 1;
  const at = (offset: number): number => map[Math.min(Math.max(offset, 0), last)]!;
  if (end <= start) return { start: at(start), end: at(start) };
  // The rest of an escape belongs to the last character; a folded line break and indentation do not.
  const lastCharacter = at(end - 1);
  const written = text.slice(lastCharacter, at(end));
  const blank = written.search(/\s/);
  return { start: at(start), end: lastCharacter + Math.max(blank < 0 ? written.length : blank, 1) };
}

interface Step {
  /** Number of source characters of this step. */
  readonly source: number;
  /** Number of value characters they make; 0 for indentation and some folded breaks. */
  readonly value: number;
  /** Whether the characters are equal in source and value. */
  readonly isVerbatim?: true;
}

type Stepper = (text: string, at: number, wanted: string, end: number) => Step;

function walk(text: string, scalar: ScalarSource, start: number, end: number, step: Stepper): ScalarMap {
  const { value } = scalar;
  const map: number[] = [];
  let at = start;
  while (map.length < value.length && at < end) {
    const { source, value: made, isVerbatim } = step(text, at, value.slice(map.length, map.length + 2), end);
    for (let i = 0; i < made && map.length < value.length; i++) map.push(isVerbatim ? at + i : at);
    at += source;
  }
  while (map.length <= value.length) map.push(Math.min(at, end));
  return map;
}

/**
 * Maps a block scalar, line by line. Indentation is skipped, content is copied, and a run of k breaks becomes k line
 * feeds, or k - 1 if one was folded, or one space if it was the only one.
 */
function mapBlock(text: string, scalar: ScalarSource): ScalarMap {
  const { value, range } = scalar;
  const map: number[] = [];
  const header = lineEnd(text, range.start, range.end);
  const indent = blockIndent(text, range, header);
  let at = header + lineBreakLength(text, header);
  while (map.length < value.length && at < range.end) {
    at += Math.min(indent, spaceLength(text, at, range.end));
    const end = lineEnd(text, at, range.end);
    while (at < end && map.length < value.length) map.push(at++);
    const breaks: number[] = [];
    for (;;) {
      const length = lineBreakLength(text, at);
      if (length === 0 || at >= range.end) break;
      breaks.push(at);
      const next = at + length;
      const blank = Math.min(indent, spaceLength(text, next, range.end));
      at = next;
      if (lineBreakLength(text, next + blank) === 0) break;
      at = next + blank;
    }
    pushBreaks(map, value, breaks);
  }
  while (map.length <= value.length) map.push(Math.min(at, range.end));
  return map;
}

function pushBreaks(map: number[], value: string, breaks: readonly number[]): void {
  let shown = 0;
  while (shown < breaks.length && value[map.length + shown] === '\n') shown++;
  if (shown > 0) for (const offset of breaks.slice(breaks.length - shown)) map.push(offset);
  else if (breaks.length === 1 && value[map.length] === ' ') map.push(breaks[0]!);
}

/** The indentation of a block scalar's content, from its first line that is not blank. */
function blockIndent(text: string, range: Range, header: number): number {
  let at = header + lineBreakLength(text, header);
  const explicit = /[1-9]/.exec(text.slice(range.start, header).replace(/#.*/, ''));
  let widest = 0;
  while (at < range.end) {
    const spaces = spaceLength(text, at, range.end);
    const end = lineEnd(text, at, range.end);
    if (at + spaces < end) return explicit ? Math.min(spaces, parentIndent(text, range) + Number(explicit[0])) : spaces;
    widest = Math.max(widest, spaces);
    if (end >= range.end) break;
    at = end + lineBreakLength(text, end);
  }
  return widest;
}

/** Indentation of the line with a block scalar's header; a list item's dash counts as indentation. */
function parentIndent(text: string, range: Range): number {
  let start = range.start;
  while (start > 0 && lineBreakLength(text, start - 1) === 0) start--;
  return /^[ ]*(?:-[ ]+)*/.exec(text.slice(start, range.start))![0].length;
}

function lineEnd(text: string, at: number, end: number): number {
  while (at < end && lineBreakLength(text, at) === 0) at++;
  return at;
}

function spaceLength(text: string, at: number, end: number): number {
  let length = 0;
  while (at + length < end && text[at + length] === ' ') length++;
  return length;
}

function plainStep(text: string, at: number, wanted: string, end: number): Step {
  return foldedBreakStep(text, at, wanted, end) ?? { source: 1, value: 1 };
}

function singleQuotedStep(text: string, at: number, wanted: string, end: number): Step {
  if (text[at] === "'" && text[at + 1] === "'") return { source: 2, value: 1 };
  return foldedBreakStep(text, at, wanted, end) ?? { source: 1, value: 1 };
}

function doubleQuotedStep(text: string, at: number, wanted: string, end: number): Step {
  if (text[at] !== '\\') return foldedBreakStep(text, at, wanted, end) ?? { source: 1, value: 1 };
  const escape = text[at + 1];
  if (escape === 'x') return { source: 4, value: 1 };
  if (escape === 'u') return { source: 6, value: 1 };
  if (escape === 'U') return { source: 10, value: (wanted.codePointAt(0) ?? 0) > 0xffff ? 2 : 1 };
  // An escaped break is removed; the breaks after it are kept.
  const run = breakRun(text, at + 1, end);
  if (run.breaks > 0 && lineBreakLength(text, at + 1) > 0) return { source: 1 + run.length, value: run.breaks - 1 };
  return { source: 2, value: 1 };
}

/** In flow scalars, one line break with the blanks around it becomes a space; k breaks become k - 1 line feeds. */
function foldedBreakStep(text: string, at: number, wanted: string, end: number): Step | undefined {
  const { length, breaks } = breakRun(text, at, end);
  // Blanks without a break after them are one step, since checking each of them would be slow.
  if (breaks === 0) return length === 0 ? undefined : { source: length, value: length, isVerbatim: true };
  return { source: length, value: breaks > 1 ? breaks - 1 : wanted[0] === ' ' ? 1 : 0 };
}

/** Line breaks from an offset on, with the blanks before, between and after them. */
function breakRun(text: string, at: number, end: number): { length: number; breaks: number } {
  let length = blankLength(text, at, end);
  let breaks = 0;
  for (;;) {
    const breakLength = at + length < end ? lineBreakLength(text, at + length) : 0;
    if (breakLength === 0) return { length, breaks };
    breaks++;
    length += breakLength;
    length += blankLength(text, at + length, end);
  }
}

function lineBreakLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 13) return text.charCodeAt(at + 1) === 10 ? 2 : 1;
  return code === 10 ? 1 : 0;
}

function blankLength(text: string, at: number, end: number): number {
  let length = 0;
  while (at + length < end && (text[at + length] === ' ' || text[at + length] === '\t')) length++;
  return length;
}
