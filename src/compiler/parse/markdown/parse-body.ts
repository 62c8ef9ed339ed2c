// The Markdown or MDX of a page → its tree.

import type { Root } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import type { Body } from '../../model/index.ts';
import { bounds, type Range, type SourceFile } from '../../source/index.ts';
import { countByteOrderMarks } from '../../text/index.ts';
import { markAlerts } from './constructs/alerts.ts';
import { findCommentExcess } from '../limits/comment-cost.ts';
import { markDefinitionLists } from './constructs/definition-lists.ts';
import { hideElements } from './constructs/hidden-elements.ts';
import { findJsxExcess } from '../limits/jsx-bounds.ts';
import { markHeadingAnnotations } from './constructs/mark-heading-annotations.ts';
import { markdown, type MdxParser } from './markdown-parsers.ts';
import { isSyntaxMessage, messageOfExcess, problemOf, rangeOfMessage } from '../mdx/mdx-errors.ts';
import { reportDepth, reportExcess, type PlaceOf } from '../limits/report-excess.ts';
import { parseAroundPlainBlocks } from '../plain/index.ts';
import { reportMistake } from '../mdx/report-mistake.ts';
import { markTabLists } from './constructs/tab-lists.ts';

/** Parses the body of a page. If it has syntax errors, reports each of them and returns an empty tree. */
export function parseBody(file: SourceFile, whole: Range, mdx: MdxParser, report: Report): Body {
  const marks = countByteOrderMarks(file.text.slice(whole.start, whole.end));
  const range = { start: whole.start + marks, end: whole.end };
  const text = file.text.slice(range.start, range.end);
  const syntax = file.path.endsWith('.md') ? 'markdown' : 'mdx';
  const broken: Body = { tree: { type: 'root', children: [] }, range, syntax, isBroken: true };
  const placeOf: PlaceOf = ({ offset, length }) => {
    const start = range.start + offset;
    return { file, range: { start, end: start + length } };
  };
  mdx.acorn.restart();
  if (reportExcess(text, bounds.bodyCost, placeOf, report)) return broken;
  if (syntax === 'mdx' && reportJsxExcess(text, placeOf, report)) return broken;
  const tree =
    parseAroundPlainBlocks(text, (left) => parseValid(left, syntax, mdx)) ??
    (syntax === 'mdx' ? parseMdx(file, range, text, mdx, report) : (markdown.parse(text) as Root));
  if (tree === undefined || reportDepth(tree, placeOf, report)) return broken;
  hideElements(tree);
  markAlerts(tree, text);
  markHeadingAnnotations(tree, { file, body: range, acorn: mdx.acorn, report });
  markDefinitionLists(tree);
  markTabLists(tree);
  return { tree, range, syntax, isBroken: false };
}

/** Parses a text that probably has no mistakes. Undefined if it has some, so that nothing is reported here. */
function parseValid(text: string, syntax: Body['syntax'], { parse, acorn }: MdxParser): Root | undefined {
  if (syntax === 'markdown') return markdown.parse(text) as Root;
  acorn.restart();
  const { tree } = attempt(() => parse(text));
  return acorn.excess ? undefined : tree;
}

function reportJsxExcess(text: string, placeOf: PlaceOf, report: Report): boolean {
  const jsx = findJsxExcess(text, bounds.jsxDepth);
  if (jsx !== undefined) report('jsx-too-deep', placeOf(jsx), { limit: bounds.jsxDepth });
  const comments = jsx === undefined ? findCommentExcess(text, bounds.bodyCost) : undefined;
  if (comments !== undefined) report('markdown-too-costly', placeOf(comments), { cause: 'comments' });
  return jsx !== undefined || comments !== undefined;
}

/** Limit of mistakes that are reported for one body. */
const maxMistakes = 25;
/** Limit of UTF-16 units that are parsed again to find further mistakes. */
const maxReread = 1_000_000;

/**
 * Parses MDX. The parser stops at the first mistake. So each mistake is reported and blanked, and the rest is parsed
 * again. The limit of code applies to all attempts together.
 * @returns undefined if there are mistakes other than styles and scripts, which a page leaves out anyway
 */
function parseMdx(
  file: SourceFile,
  range: Range,
  text: string,
  { parse, acorn }: MdxParser,
  report: Report,
): Root | undefined {
  acorn.restart();
  let left = text;
  /** Names of opening tags that were left out, whose closing tags may follow. */
  const opened: string[] = [];
  const maxAttempts = Math.min(maxMistakes, 1 + maxReread / text.length);
  let isReadable = true;
  for (let count = 0; count < maxAttempts; count++) {
    const { tree, error } = attempt(() => parse(left));
    if (acorn.excess) {
      const message = messageOfExcess(acorn.excess, left);
      const place = { file, range: rangeOfMessage(file, range, message) };
      if (isReadable) report('mdx-syntax', place, { problem: problemOf(message), hint: undefined });
      return undefined;
    }
    if (tree !== undefined) return isReadable ? tree : undefined;
    if (!isSyntaxMessage(error)) throw error;
    const { leftOut, isHidden } = reportMistake(file, range, left, error, opened, report);
    isReadable &&= isHidden;
    const next = blank(left, leftOut);
    // Stop if there is nothing to leave out, or if the blanked mistakes have hidden nesting that is too deep.
    if (next === left || findJsxExcess(next, bounds.jsxDepth) !== undefined) break;
    left = next;
  }
  if (isReadable)
    report(
      'mdx-syntax',
      { file, range: { start: range.start, end: range.start + 1 } },
      { problem: 'its styles and scripts hide the rest', hint: 'Remove them.' },
    );
  return undefined;
}

function attempt(parse: () => Root): { readonly tree?: Root; readonly error?: unknown } {
  try {
    return { tree: parse() };
  } catch (error) {
    return { error };
  }
}

/** Replaces ranges of a text with spaces. Offsets and lines stay the same. */
function blank(text: string, ranges: readonly Range[]): string {
  let blanked = '';
  let from = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const first = Math.max(start, from);
    blanked += text.slice(from, first) + text.slice(first, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}
