// Markdown and MDX text → trees, by the one engine that the site is drawn with too.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bounds, mapScalar, toSourceRange, type Range, type SourceFile } from '../source/index.ts';
import type { CodeArgs, Report } from '../diagnostics/index.ts';
import type { Body, MarkdownText, ScalarNode } from '../model/index.ts';
import { markAlerts } from './alerts.ts';
import { findContainerExcess, type Excess } from './body-bounds.ts';
import { CodeExcess, createBoundedAcorn, DeepCode } from './bounded-acorn.ts';
import { findCommentExcess } from './comment-cost.ts';
import { markDefinitionLists } from './definition-lists.ts';
import {
  findCostExcess,
  findIndentExcess,
  findLineExcess,
  findOpenListExcess,
  findUnderlineExcess,
} from './markdown-cost.ts';
import { withoutFences } from './fenced-code.ts';
import { markHeadingAnnotations } from './mark-heading-annotations.ts';
import { hideElements } from './hidden-elements.ts';
import { findJsxExcess } from './jsx-bounds.ts';
import {
  isSyntaxMessage,
  messageOf,
  namesOpening,
  problemOf,
  rangeOfMessage,
  type SyntaxMessage,
} from './mdx-errors.ts';
import { recognizeMistake, type MdxMistake } from './mdx-mistakes.ts';
import { linearMarkdown } from './linear-markdown.ts';
import { markTabLists } from './tab-lists.ts';
import type { Stretch } from './text-stretches.ts';
import { findDeepNode } from './tree-bounds.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(linearMarkdown).freeze();
/** Counts what it reads, body by body. */
const acorn = createBoundedAcorn();
const mdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx, { acorn: acorn as never })
  .use(linearMarkdown)
  .freeze();

/** Parses a page's body. A body that cannot be parsed is a diagnostic for each mistake and an empty tree. */
export function parseBody(file: SourceFile, range: Range, report: Report): Body {
  const text = file.text.slice(range.start, range.end);
  const syntax = file.path.endsWith('.md') ? 'markdown' : 'mdx';
  const broken: Body = { tree: emptyTree(), range, syntax, isBroken: true };
  if (reportExcess(text, bounds.bodyCost, (excess) => placeIn(file, range, excess), report)) return broken;
  if (syntax === 'mdx' && reportJsxExcess(text, (excess) => placeIn(file, range, excess), report)) return broken;
  const tree = syntax === 'mdx' ? parseMdx(file, range, text, report) : (markdown.parse(text) as Root);
  if (tree === undefined) return broken;
  const deep = findDeepPlace(tree);
  if (deep !== undefined) {
    report('markdown-too-deep', placeIn(file, range, deep), { limit: bounds.markdownDepth });
    return broken;
  }
  hideElements(tree);
  markAlerts(tree, text);
  markHeadingAnnotations(tree, { file, body: range, acorn, report });
  markDefinitionLists(tree);
  markTabLists(tree);
  return { tree, range, syntax, isBroken: false };
}

function reportJsxExcess(text: string, placeOf: (excess: Excess) => Place, report: Report): boolean {
  const jsx = findJsxExcess(text, bounds.jsxDepth);
  if (jsx !== undefined) report('jsx-too-deep', placeOf(jsx), { limit: bounds.jsxDepth });
  const comments = jsx === undefined ? findCommentExcess(text, bounds.bodyCost) : undefined;
  if (comments !== undefined) report('markdown-too-costly', placeOf(comments), { cause: 'comments' });
  return jsx !== undefined || comments !== undefined;
}

/** Mistakes that are reported of one body. */
const mostMistakes = 25;
/** UTF-16 units that are parsed again to find further mistakes. */
const mostReread = 1_000_000;

/**
 * Parses MDX; undefined where it has mistakes. The parser stops at the first one: each is reported, left out, and the rest
 * parsed again. Styles and scripts are left out of a page in any case, so a body without other mistakes is read.
 */
function parseMdx(file: SourceFile, range: Range, text: string, report: Report): Root | undefined {
  let left = text;
  /** Names of tags that were left out and whose closing tags may follow. */
  const opened: string[] = [];
  const most = Math.min(mostMistakes, 1 + mostReread / text.length);
  let isReadable = true;
  // All attempts together read no more code than one may.
  acorn.restart();
  for (let count = 0; count < most; count++) {
    try {
      const tree = mdx.parse(left) as Root;
      return isReadable ? tree : undefined;
    } catch (thrown) {
      const error = messageOf(thrown, left);
      if (!isSyntaxMessage(error)) throw thrown;
      if (!isReadable && error.cause instanceof CodeExcess) return undefined;
      const { stretches, isHidden } = reportMistake(file, range, left, error, opened, report);
      isReadable &&= isHidden;
      const next = blank(left, stretches);
      // Nothing to leave out, or depth that the mistakes before it have hidden.
      if (next === left || findJsxExcess(next, bounds.jsxDepth) !== undefined) break;
      left = next;
    }
  }
  if (isReadable)
    report(
      'mdx-syntax',
      { file, range: { start: range.start, end: range.start + 1 } },
      { problem: 'its styles and scripts hide the rest', hint: 'Remove them.' },
    );
  return undefined;
}

interface ReportedMistake {
  /** What to leave out of the body. */
  readonly stretches: readonly Stretch[];
  /** Whether it is an element that a page leaves out anyway. */
  readonly isHidden: boolean;
}

/** Reports a mistake of the body at its place. */
function reportMistake(
  file: SourceFile,
  range: Range,
  body: string,
  error: SyntaxMessage,
  opened: string[],
  report: Report,
): ReportedMistake {
  const named = rangeOfMessage(file, range, error);
  if (error.cause instanceof DeepCode) {
    report('jsx-too-deep', { file, range: named }, { limit: bounds.jsxDepth });
    return { stretches: [], isHidden: false };
  }
  const at = Math.min(named.start - range.start, body.length);
  const opening = namesOpening(error.reason) ? { start: at, end: named.end - range.start } : undefined;
  const mistake = error.cause instanceof CodeExcess ? undefined : recognizeMistake(body, error.reason, at, opening);
  if (mistake === undefined) {
    report('mdx-syntax', { file, range: named }, { problem: problemOf(error), hint: undefined });
    return { stretches: [], isHidden: false };
  }
  const { opens, closes, leaveOut = [] } = mistake;
  const known = closes === undefined ? -1 : opened.indexOf(closes);
  if (known >= 0) opened.splice(known, 1);
  else reportRecognized(file, range, mistake, problemOf(error), report);
  if (opens !== undefined) opened.push(opens);
  return { stretches: [mistake, ...leaveOut], isHidden: mistake.hidden !== undefined };
}

function reportRecognized(file: SourceFile, range: Range, mistake: MdxMistake, reason: string, report: Report): void {
  const { start, end, foreignId, isAnnotation, hidden, problem, hint } = mistake;
  const place = placeIn(file, range, { offset: start, length: end - start });
  const name = file.text.slice(place.range.start, place.range.end);
  if (foreignId) report('foreign-heading-id', place, { name, ...foreignId });
  else if (isAnnotation) report('unreadable-annotation', place, {});
  else if (hidden) report('style-or-script', place, { name: hidden });
  else report('mdx-syntax', place, { problem: problem ?? reason, hint });
}

/** The text with spaces in place of stretches; offsets and lines stay. */
function blank(text: string, stretches: readonly Stretch[]): string {
  let blanked = '';
  let from = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const first = Math.max(start, from);
    blanked += text.slice(from, first) + text.slice(first, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}

/** Parses one Markdown string of the frontmatter: block level, GFM, no components. */
export function parseText(file: SourceFile, node: ScalarNode, report: Report): MarkdownText {
  const { value } = node;
  const placeOf = ({ offset, length }: Excess): Place => ({
    file,
    range: toSourceRange(file.text, mapScalar(file.text, node), offset, offset + length),
  });
  const unread: MarkdownText = { value, file, node, tree: emptyTree() };
  if (reportExcess(value, bounds.descriptionCost, placeOf, report)) return unread;
  const tree = plainParagraph(value) ?? (markdown.parse(value) as Root);
  const deep = findDeepPlace(tree);
  if (deep === undefined) {
    hideElements(tree);
    markAlerts(tree, value);
    return { value, file, node, tree };
  }
  report('markdown-too-deep', placeOf(deep), { limit: bounds.markdownDepth });
  return unread;
}

type Place = { readonly file: SourceFile; readonly range: Range };

/** Reports the first bound that a Markdown text passes, whatever its syntax; true where it passes one. */
function reportExcess(text: string, cost: number, placeOf: (excess: Excess) => Place, report: Report): boolean {
  const find = (bound: (text: string) => Excess | undefined): Excess | undefined =>
    bound(text) && bound(withoutFences(text));
  const containers = find((left) => findContainerExcess(left, bounds.markdownContainers));
  if (containers !== undefined) {
    report('markdown-too-deep', placeOf(containers), { limit: bounds.markdownContainers });
    return true;
  }
  const costs: readonly (readonly [CodeArgs<'markdown-too-costly'>['cause'], () => Excess | undefined])[] = [
    ['lines', () => findLineExcess(text, bounds.markdownLines)],
    ['marks', () => find((left) => findCostExcess(left, cost))],
    ['indentation', () => find((left) => findIndentExcess(left, bounds.markdownIndent))],
    ['underlines', () => find((left) => findUnderlineExcess(left, bounds.markdownUnderlines))],
    ['open lists', () => find((left) => findOpenListExcess(left, bounds.markdownOpenLists))],
  ];
  for (const [cause, findCost] of costs) {
    const excess = findCost();
    if (excess === undefined) continue;
    report('markdown-too-costly', placeOf(excess), { cause });
    return true;
  }
  return false;
}

function findDeepPlace(tree: Root): Excess | undefined {
  const node = findDeepNode(tree, bounds.markdownDepth);
  return node && { offset: node.position?.start.offset ?? 0, length: 1 };
}

/**
 * Most descriptions are one line of words. Such a line is its own paragraph, whatever parser reads it:
 * it begins with a letter and holds no character that Markdown or GFM gives a meaning.
 */
function plainParagraph(value: string): Root | undefined {
  const text = value.replace(/\n$/, '');
  if (!/^[A-Za-z][A-Za-z0-9 ,;.'’“”()%/–—-]*$/.test(text) || /www\.|[ ]$/i.test(text)) return undefined;
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  return {
    type: 'root',
    children: [{ type: 'paragraph', position, children: [{ type: 'text', value: text, position }] }],
  };
}

function emptyTree(): Root {
  return { type: 'root', children: [] };
}

function placeIn(file: SourceFile, range: Range, excess: Excess): Place {
  const start = range.start + excess.offset;
  return { file, range: { start, end: start + excess.length } };
}
