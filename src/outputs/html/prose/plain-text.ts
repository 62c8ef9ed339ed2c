// Plain Markdown strings → HTML without the general conversion: paragraphs of text and code, and lists of values, as
// most descriptions are. The result is that of the general conversion (test/html/plain-text.test.ts).

import type { Element, ElementContent, RootContent } from 'hast';
import type { InlineCode, List, ListItem, Node, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { breakCode } from './break-code.ts';
import { mayHaveStraightMarks } from './smart-marks/find-marks.ts';

/** The elements of a text; undefined if the text is not plain. */
export function drawPlain(tree: Root): Element[] | undefined {
  const blocks: Element[] = [];
  for (const node of tree.children) {
    const block = isOf<Paragraph>(node, 'paragraph') ? drawParagraph(node) : isOf<List>(node, 'list') && drawList(node);
    if (!block) return undefined;
    blocks.push(block);
  }
  return blocks;
}

/** Whether a node is of a type, and nothing tells how to draw it. */
function isOf<T extends Node>(node: Node, type: T['type']): node is T {
  return node.type === type && node.data === undefined;
}

function drawParagraph({ children }: Paragraph): Element | undefined {
  const drawn: ElementContent[] = [];
  for (const child of children) {
    const inline = drawInline(child);
    if (inline === undefined) return undefined;
    drawn.push(inline);
  }
  return element('p', drawn);
}

function drawInline(node: PhrasingContent): ElementContent | undefined {
  if (isOf<InlineCode>(node, 'inlineCode')) return drawCode(node);
  return isOf<Text>(node, 'text') && isPlain(node.value) && !mayHaveStraightMarks(node.value)
    ? { type: 'text', value: node.value }
    : undefined;
}

/** A list in which each entry is one piece of code, without what only changes its look. */
function drawList({ children, ordered }: List): Element | undefined {
  const items: Element[] = [];
  for (const item of ordered === true ? [] : children) {
    const code = isOf<ListItem>(item, 'listItem') && typeof item.checked !== 'boolean' ? onlyCode(item) : undefined;
    const value = code && drawCode(code);
    if (value === undefined) return undefined;
    items.push(element('li', [value]));
  }
  return items.length > 0 ? element('ul', items) : undefined;
}

function onlyCode({ children }: ListItem): InlineCode | undefined {
  const [paragraph, ...more] = children;
  if (paragraph === undefined || more.length > 0 || !isOf<Paragraph>(paragraph, 'paragraph')) return undefined;
  const [code, ...rest] = paragraph.children;
  return code !== undefined && rest.length === 0 && isOf<InlineCode>(code, 'inlineCode') ? code : undefined;
}

function drawCode(code: InlineCode): Element | undefined {
  if (!isPlain(code.value)) return undefined;
  const { data } = breakCode(code);
  return element('code', data?.hChildren ?? [{ type: 'text', value: code.value }]);
}

/** Whether a text is drawn as it is: on one line, and from left to right. */
function isPlain(text: string): boolean {
  return !/[\r\n\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** Writes elements whose only properties are names of classes without special characters. */
export function writePlain(nodes: readonly RootContent[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escapeAsConverter(node.value);
    else if (node.type === 'element') {
      const { className } = node.properties;
      const name = node.tagName;
      html += Array.isArray(className) ? `<${name} class="${className.join(' ')}">` : `<${name}>`;
      if (name !== 'wbr') html += `${writePlain(node.children)}</${name}>`;
    }
  }
  return html;
}

/** Escapes text as the general conversion does. */
function escapeAsConverter(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;
}
