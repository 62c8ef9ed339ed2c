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
import { findContainerExcess, findJsxExcess, type Excess } from './body-bounds.ts';
import { createBoundedAcorn, DeepCode } from './bounded-acorn.ts';
import { markDefinitionLists } from './definition-lists.ts';
import {
  findCostExcess,
  findIndentExcess,
  findLineExcess,
  findOpenListExcess,
  findUnderlineExcess,
} from './markdown-cost.ts';
import { markHeadingAnnotations } from './heading-annotations.ts';
import { hintOf, isSyntaxMessage, messageOf, problemOf, rangeOfMessage } from './mdx-errors.ts';
import { markTabLists } from './tab-lists.ts';
import { findDeepNode } from './tree-bounds.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
/** Counts what it reads, body by body. */
const acorn = createBoundedAcorn();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx, { acorn: acorn as never }).freeze();

/** Parses a page's body. A body that cannot be parsed is one diagnostic and an empty tree. */
export function parseBody(file: SourceFile, range: Range, report: Report): Body {
  const text = file.text.slice(range.start, range.end);
  const syntax = file.path.endsWith('.md') ? 'markdown' : 'mdx';
  const broken: Body = { tree: emptyTree(), range, syntax, isBroken: true };
  if (reportExcess(text, bounds.bodyCost, (excess) => placeIn(file, range, excess), report)) return broken;
  const jsx = syntax === 'mdx' ? findJsxExcess(text, bounds.jsxDepth) : undefined;
  if (jsx !== undefined) {
    report('jsx-too-deep', placeIn(file, range, jsx), { limit: bounds.jsxDepth });
    return broken;
  }
  acorn.restart();
  try {
    const tree = (syntax === 'mdx' ? mdx : markdown).parse(text) as Root;
    const deep = findDeepPlace(tree);
    if (deep !== undefined) {
      report('markdown-too-deep', placeIn(file, range, deep), { limit: bounds.markdownDepth });
      return broken;
    }
    markAlerts(tree, text);
    markHeadingAnnotations(tree, { file, body: range, acorn, report });
    markDefinitionLists(tree);
    markTabLists(tree);
    return { tree, range, syntax, isBroken: false };
  } catch (thrown) {
    const error = messageOf(thrown, text);
    if (!isSyntaxMessage(error)) throw thrown;
    const place = { file, range: rangeOfMessage(file, range, error) };
    if (error.cause instanceof DeepCode) report('jsx-too-deep', place, { limit: bounds.jsxDepth });
    else report('mdx-syntax', place, { problem: problemOf(error), hint: hintOf(error) });
    return broken;
  }
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
    markAlerts(tree, value);
    return { value, file, node, tree };
  }
  report('markdown-too-deep', placeOf(deep), { limit: bounds.markdownDepth });
  return unread;
}

type Place = { readonly file: SourceFile; readonly range: Range };

/** Reports the first bound that a Markdown text passes, whatever its syntax; true where it passes one. */
function reportExcess(text: string, cost: number, placeOf: (excess: Excess) => Place, report: Report): boolean {
  const containers = findContainerExcess(text, bounds.markdownContainers);
  if (containers !== undefined) {
    report('markdown-too-deep', placeOf(containers), { limit: bounds.markdownContainers });
    return true;
  }
  const costs: readonly (readonly [CodeArgs<'markdown-too-costly'>['cause'], () => Excess | undefined])[] = [
    ['lines', () => findLineExcess(text, bounds.markdownLines)],
    ['marks', () => findCostExcess(text, cost)],
    ['indentation', () => findIndentExcess(text, bounds.markdownIndent)],
    ['underlines', () => findUnderlineExcess(text, bounds.markdownUnderlines)],
    ['open lists', () => findOpenListExcess(text, bounds.markdownOpenLists)],
  ];
  for (const [cause, find] of costs) {
    const excess = find();
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
