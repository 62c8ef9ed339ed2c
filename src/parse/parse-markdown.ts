// Markdown and MDX text → trees, by the one engine that the site is drawn with too.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bounds, mapScalar, toSourceRange, type Range, type SourceFile } from '../source/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { Body, MarkdownText, ScalarNode } from '../model/index.ts';
import { findContainerExcess, findJsxExcess } from './body-bounds.ts';
import { markDefinitionLists } from './definition-lists.ts';
import { isSyntaxMessage, problemOf, rangeOfMessage } from './mdx-errors.ts';
import { markTabLists } from './tab-lists.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** Parses a page's body. A body that cannot be parsed is one diagnostic and an empty tree. */
export function parseBody(file: SourceFile, range: Range, report: Report): Body {
  const text = file.text.slice(range.start, range.end);
  const syntax = file.path.endsWith('.md') ? 'markdown' : 'mdx';
  const broken: Body = { tree: emptyTree(), range, syntax, isBroken: true };
  const containers = findContainerExcess(text, bounds.markdownContainers);
  if (containers !== undefined) {
    report('markdown-too-deep', placeIn(file, range, containers), { limit: bounds.markdownContainers });
    return broken;
  }
  const jsx = syntax === 'mdx' ? findJsxExcess(text, bounds.jsxDepth) : undefined;
  if (jsx !== undefined) {
    report('jsx-too-deep', placeIn(file, range, jsx), { limit: bounds.jsxDepth });
    return broken;
  }
  try {
    const tree = (syntax === 'mdx' ? mdx : markdown).parse(text) as Root;
    markDefinitionLists(tree);
    markTabLists(tree);
    return { tree, range, syntax, isBroken: false };
  } catch (error) {
    if (!isSyntaxMessage(error)) throw error;
    report('mdx-syntax', { file, range: rangeOfMessage(file, range, error) }, { problem: problemOf(error) });
    return broken;
  }
}

/** Parses one Markdown string of the frontmatter: block level, GFM, no components. */
export function parseText(file: SourceFile, node: ScalarNode, report: Report): MarkdownText {
  const excess = findContainerExcess(node.value, bounds.markdownContainers);
  if (excess !== undefined) {
    const range = toSourceRange(file.text, mapScalar(file.text, node), excess.offset, excess.offset + excess.length);
    report('markdown-too-deep', { file, range }, { limit: bounds.markdownContainers });
  }
  const value = node.value;
  const tree = excess === undefined ? (plainParagraph(value) ?? (markdown.parse(value) as Root)) : emptyTree();
  return { value, file, node, tree };
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

function placeIn(
  file: SourceFile,
  range: Range,
  excess: { offset: number; length: number },
): { file: SourceFile; range: Range } {
  const start = range.start + excess.offset;
  return { file, range: { start, end: start + excess.length } };
}
