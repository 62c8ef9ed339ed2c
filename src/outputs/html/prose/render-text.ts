// A Markdown string of the model → block-level HTML for one page. Raw tags are shown as text.

import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Node } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { MarkdownText, ResolvedPage, ValueWords } from '../../../compiler/model/index.ts';
import { anyPattern } from '../../../compiler/text/index.ts';
import { decideTree, type AssetUse } from './decide-tree.ts';
import { decideText } from './decide-text.ts';
import { drawPlain, writePlain } from './plain-text.ts';
import { smartenTree } from './smart-marks/smarten.ts';

/**
 * Renders a text with links relative to the page and lists of values as chips.
 * @param root relative path from the page to the top of the output, where files are
 */
export function renderText(text: MarkdownText, page: ResolvedPage, root: string, words: ValueWords): string {
  const plain = drawPlain(text.tree);
  return plain === undefined ? convertText(text, page, root, words) : writePlain(groupValues(plain, words));
}

/** Renders any text. */
export function convertText(text: MarkdownText, page: ResolvedPage, root: string, words: ValueWords): string {
  const decided = decideTree(text.tree, page, (use) => drawAsset(use, root), decideText(text.tree, words));
  const tree = toHast(smartenTree(decided)) as HastRoot;
  return toHtml({ ...tree, children: groupValues(tree.children, words) });
}

/** An asset as a node that the conversion to HTML turns into an element. */
function drawAsset({ kind, src, alt, title, width, height, children }: AssetUse, root: string): Node {
  const address = 'url' in src ? src.url : root + src.path;
  const properties =
    kind === 'image' ? { src: address, alt, title, width, height, loading: 'lazy' } : { href: address, title };
  const data = { hName: kind === 'image' ? 'img' : 'a', hProperties: properties };
  return { type: 'asset', data, children } as Node;
}

/** Number of values shown before the rest is folded. */
const shownValues = 8;
/** A list of up to this many values is shown whole: folding two or three values would not save space. */
const maxUnfolded = 11;

/** Combines each list of values with the line that introduces it (“Possible values:”). */
function groupValues(nodes: readonly RootContent[], words: ValueWords): RootContent[] {
  const blocks = nodes.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  const grouped: RootContent[] = [];
  for (const node of blocks) {
    const values = node.type === 'element' ? valuesOf(node) : undefined;
    if (values === undefined) {
      grouped.push(node);
      continue;
    }
    grouped.push(drawValues(values, takeLabel(grouped, words), words));
  }
  return grouped;
}

/** The entries of a list in which each entry is one piece of inline code; undefined for other elements. */
function valuesOf(list: Element): readonly Element[] | undefined {
  if (list.tagName !== 'ul') return undefined;
  const values: Element[] = [];
  for (const item of list.children) {
    if (item.type !== 'element') continue;
    const inner = contentOf(item);
    const only = inner.length === 1 && inner[0]!.type === 'element' ? inner[0]! : undefined;
    const code = only?.tagName === 'p' && contentOf(only).length === 1 ? contentOf(only)[0] : only;
    if (code?.type !== 'element' || code.tagName !== 'code') return undefined;
    values.push(code);
  }
  return values.length > 0 ? values : undefined;
}

function contentOf(element: Element): readonly ElementContent[] {
  return element.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
}

/** Matches the introduction of a list of values at the end of a text: a short sentence with a colon. */
const introduction = /(?:^|(?<=[.!?)]\s+))([^.!?:]{1,40}):$/;
/** Number of UTF-16 units at the end of a text in which an introduction is searched. */
const maxIntroduction = 60;
/** Matches introductions that only mean “one of these values”. */
const plainIntroduction = anyPattern(
  [
    /^(?:the )?(?:possible|allowed|valid|accepted|supported|available) (?:values|options)(?: are)?$/,
    /^(?:must be |can be )?one of(?: the following)?(?: values)?$/,
  ],
  'i',
);

/**
 * Removes the introduction of a list from the blocks, if it is a line of its own or a plain last sentence, and returns
 * its label.
 */
function takeLabel(blocks: RootContent[], { oneOf }: ValueWords): string | undefined {
  const paragraph = blocks.at(-1);
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return undefined;
  const last = paragraph.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const text = last.value.trimEnd();
  const end = text.length <= maxIntroduction ? text : `\ufffc${text.slice(-maxIntroduction)}`;
  const found = introduction.exec(end);
  const words = found?.[1];
  if (words === undefined) return undefined;
  const isPlain = plainIntroduction.test(words);
  const rest = text.slice(0, text.length - found![0].length).trimEnd();
  const isAlone = paragraph.children.length === 1 && rest === '';
  if (!isAlone && !isPlain) return undefined;
  blocks.pop();
  if (!isAlone) {
    blocks.push({ ...paragraph, children: [...paragraph.children.slice(0, -1), { type: 'text', value: rest }] });
  }
  return isPlain ? oneOf : words;
}

function drawValues(values: readonly Element[], label: string | undefined, words: ValueWords): Element {
  const shown = values.length > maxUnfolded ? values.slice(0, shownValues) : values;
  const rest = values.slice(shown.length);
  const folded = element('details', {}, [
    element('summary', {}, [wordsIn('more', words.more(rest.length)), wordsIn('fewer', words.fewer)]),
    listOf(rest),
  ]);
  return element('div', { className: ['values'] }, [
    ...(label === undefined ? [] : [element('p', { className: ['values-label'] }, [{ type: 'text', value: label }])]),
    listOf(shown),
    ...(rest.length > 0 ? [folded] : []),
  ]);
}

/** Words that the stylesheet shows or hides. */
function wordsIn(name: string, value: string): Element {
  return element('span', { className: [name] }, [{ type: 'text', value }]);
}

function listOf(values: readonly Element[]): Element {
  return element(
    'ul',
    {},
    values.map((value) => element('li', {}, [value])),
  );
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
