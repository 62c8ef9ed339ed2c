// Splits the text of a page into frontmatter and body.

import type { Range, SourceFile } from '../../source/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { findMisplacedFrontmatter, proseAfter } from './find-misplaced-frontmatter.ts';

export interface Parts {
  /** The YAML between the marks. Absent if the page has no frontmatter that can be read. */
  readonly frontmatter?: Range | undefined;
  readonly body: Range;
  /** False if the end of the frontmatter is a guess. */
  readonly isClosed: boolean;
  /** Whether a part of the text belongs to neither. */
  readonly isPartial: boolean;
}

/**
 * Finds the frontmatter of a page: between `---` on the first line and the next `---` (format.md 2.1). Reports
 * frontmatter without an end, and assumes that it ends at the first heading or tag. Reports misplaced frontmatter, and
 * reads it nevertheless if it is YAML.
 */
export function splitFrontmatter(file: SourceFile, report: Report): Parts {
  const { text } = file;
  const opening = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text);
  if (opening === null) return readMisplaced(file, 0, report) ?? whole(text);
  const start = opening[0].length;
  const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(text);
  if (end !== null) {
    const frontmatter = { start, end: end.index };
    const bodyStart = end.index + end[0].length;
    const second = readMisplaced(file, bodyStart, report);
    if (second) return { frontmatter, body: second.body, isClosed: true, isPartial: true };
    return { frontmatter, body: { start: bodyStart, end: text.length }, isClosed: true, isPartial: false };
  }
  const guess = proseAfter(text, start);
  report('unclosed-frontmatter', { file, range: { start: 0, end: 3 } }, findOtherEnd(text, start, guess));
  return {
    frontmatter: { start, end: guess },
    body: { start: guess, end: text.length },
    isClosed: false,
    isPartial: true,
  };
}

function whole(text: string): Parts {
  return { body: { start: 0, end: text.length }, isClosed: true, isPartial: false };
}

function readMisplaced(file: SourceFile, start: number, report: Report): Parts | undefined {
  const found = findMisplacedFrontmatter(file.text, start);
  if (found === undefined) return undefined;
  const { args, range, frontmatter, bodyStart, isPartial } = found;
  report('misplaced-frontmatter', { file, range }, args);
  const body = { start: bodyStart, end: file.text.length };
  // No further findings are reported for a partial document.
  return { frontmatter, body, isClosed: !isPartial, isPartial };
}

/** The line that was probably meant as the end of the frontmatter: `...`, `----`, an indented `---`. */
function findOtherEnd(text: string, start: number, end: number): { line?: number; written?: string } {
  const inside = text.slice(start, end);
  const match = /^[ \t]*(\.{3}|[-–—]{2,}|—|---[ \t]*\S.*)[ \t]*$/m.exec(inside);
  if (match === null) return {};
  const line = text.slice(0, start + match.index).split(/\r\n|\n|\r/).length;
  return { line, written: match[0].trimEnd() };
}
