// Cuts a page's text into frontmatter and body.

import type { Range, SourceFile } from '../source/index.ts';
import type { Report } from '../diagnostics/index.ts';

export interface Parts {
  /** What stands between the two `---`; absent where the page has none. */
  readonly frontmatter?: Range;
  readonly body: Range;
  readonly isClosed: boolean;
}

/** Finds the frontmatter of a page. Reports one that does not end; its text then counts up to the first heading or tag. */
export function splitFrontmatter(file: SourceFile, report: Report): Parts {
  const { text } = file;
  const opening = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text);
  if (opening === null) return { body: { start: 0, end: text.length }, isClosed: true };
  const start = opening[0].length;
  const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(text);
  if (end !== null) {
    const body = { start: end.index + end[0].length, end: text.length };
    return { frontmatter: { start, end: end.index }, body, isClosed: true };
  }
  report('unclosed-frontmatter', { file, range: { start: 0, end: 3 } }, {});
  const prose = /^(?:#{1,6} |<[A-Za-z])/gm;
  prose.lastIndex = start;
  const guess = prose.exec(text)?.index ?? text.length;
  return { frontmatter: { start, end: guess }, body: { start: guess, end: text.length }, isClosed: false };
}
