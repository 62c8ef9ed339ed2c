// The Markdown form of each component and element of a body: its props and content as plain nodes of Markdown.

import type { Node, PhrasingContent, TableCell, Text } from 'mdast';
import type { PropValue, TwinWords } from '../../compiler/model/index.ts';
import { calloutKind, capitalise, splitCasing } from '../../compiler/text/index.ts';
import { cleanText, slotEnd, slotStart } from './twin-places.ts';
import { inlineMarkdown } from './write-tree.ts';

/** What a form is made from. */
export interface FormInput {
  readonly props: Readonly<Record<string, PropValue>>;
  /** The content, already in plain nodes. */
  readonly children: readonly Node[];
  /** Whether it stands on lines of its own. */
  readonly isFlow: boolean;
  readonly words: TwinWords;
  /** The target of an address that a component has: of a page or another site, or of a file of the site. */
  readonly targetOf: (address: { readonly href: string } | { readonly path: string }) => string;
}

type Form = (input: FormInput) => readonly Node[];

/** Forms of components by their names in body trees. */
export const componentForms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['Heading', ({ props, children }) => [{ type: 'heading', depth: Number(textOf(props['level'])), children } as Node]],
  [
    'Callout',
    ({ props, children, words }) => {
      const title = strong([text(`${words.values.alerts[calloutKind(textOf(props['type']) || 'info')]}:`)]);
      return [quote(title, children)];
    },
  ],
  ['CodeBlock', ({ props }) => [slot(`block ${textOf(props['block'])}`)]],
  ['LanguageSelector', ({ props, children }) => [slot(`selector ${textOf(props['index'])}`), ...blocksOf(children)]],
  ['Badge', ({ children }) => [text('('), ...children, text(')')]],
  ['PropsTable', ({ props, words }) => tableOf(props['data'], words)],
  ['EventRoot', ({ children }) => blocksOf(children)],
  ['EventDescription', ({ children }) => blocksOf(children)],
  [
    'EventDetails',
    ({ props, children, words }) => {
      const name = textOf(props['name']);
      const more = props['comingSoon'] === true ? [text(` (${words.comingSoon})`)] : [];
      return [...(name === '' ? [] : [paragraph([strong([code(name)]), ...more])]), ...blocksOf(children)];
    },
  ],
  ['ExampleAppsRoot', ({ children }) => [{ type: 'list', ordered: false, spread: false, children } as Node]],
  [
    'ExampleAppsCard',
    ({ props, children, targetOf }) => {
      const [title, href, file] = [textOf(props['title']), props['href'], props['file']];
      const url =
        typeof file === 'string' ? targetOf({ path: file }) : typeof href === 'string' ? targetOf({ href }) : undefined;
      const words = [text(title)];
      const head = url === undefined ? words : [{ type: 'link', url, children: words } as Node];
      return [{ type: 'listItem', spread: false, children: [paragraph(head), ...blocksOf(children)] } as Node];
    },
  ],
  ['GlossaryMarker', ({ children }) => [paragraph([strong(inlineOf(children))])]],
  ['TabList', ({ children }) => blocksOf(children)],
  ['Tab', ({ props, children }) => [paragraph([strong([text(textOf(props['title']))])]), ...blocksOf(children)]],
  ['CodeGap', ({ props, isFlow, words }) => inPlace(isFlow, [emphasis(words.codeGap(textOf(props['what'])))])],
  [
    'UnknownComponent',
    ({ props, children, isFlow, words }) => {
      const label = emphasis(words.unknownComponent(textOf(props['name'])));
      return isFlow ? [paragraph([label]), ...blocksOf(children)] : [label, text(' '), ...children];
    },
  ],
  [
    'ContentImage',
    ({ props, targetOf }) => {
      const { alt, title, url, path } = props;
      const address = typeof url === 'string' ? url : targetOf({ path: textOf(path) });
      return [{ type: 'image', url: address, alt: textOf(alt), title: textOf(title) || null } as Node];
    },
  ],
  [
    'FileLink',
    ({ props, children, targetOf }) => {
      const url = targetOf({ path: textOf(props['path']) });
      return [{ type: 'link', url, title: textOf(props['title']) || null, children } as Node];
    },
  ],
]);

/** Forms of elements of HTML; the content stands alone for those that have none. */
export const elementForms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['br', () => [{ type: 'break' }]],
  ['b', ({ children }) => [strong(children)]],
  ['strong', ({ children }) => [strong(children)]],
  ['i', ({ children }) => [{ type: 'emphasis', children } as Node]],
  ['em', ({ children }) => [{ type: 'emphasis', children } as Node]],
  ['code', ({ children }) => codeOf(children)],
  ['kbd', ({ children }) => codeOf(children)],
  ['summary', ({ children }) => [paragraph([strong(inlineOf(children))])]],
  ['dt', ({ children }) => [paragraph([strong(inlineOf(children))])]],
  ['dd', ({ children }) => [quoteOf(children)]],
  ['p', ({ children }) => blocksOf(children)],
  ['div', ({ children }) => blocksOf(children)],
  ['ul', ({ children }) => [listOf(children, {})]],
  ['ol', ({ props, children }) => [listOf(children, { ordered: true, start: Number(textOf(props['start']) || 1) })]],
  ['li', ({ children }) => [{ type: 'listItem', spread: false, children: blocksOf(children) } as Node]],
]);

/** A remark with its title in front of its first line. */
export function quote(title: Node, children: readonly Node[]): Node {
  const [first, ...rest] = blocksOf(children);
  const head =
    first?.type === 'paragraph'
      ? [paragraph([title, text(' '), ...(first as Node & { children: Node[] }).children]), ...rest]
      : [paragraph([title]), ...(first ? [first] : []), ...rest];
  return { type: 'blockquote', children: head } as Node;
}

/** A part that depends on the language: see `fillSlots`. */
function slot(name: string): Node {
  return { type: 'html', value: `${slotStart}${name}${slotEnd}` } as Node;
}

export function text(value: string): Text {
  return { type: 'text', value: cleanText(value) };
}

function code(value: string): Node {
  return { type: 'inlineCode', value: cleanText(value).replace(/[\r\n]+/g, ' ') } as Node;
}

export function paragraph(children: readonly Node[]): Node {
  return { type: 'paragraph', children: [...children] } as Node;
}

export function strong(children: readonly Node[]): Node {
  return { type: 'strong', children: [...children] } as Node;
}

function emphasis(value: string): Node {
  return { type: 'emphasis', children: [text(value)] } as Node;
}

function quoteOf(children: readonly Node[]): Node {
  return { type: 'blockquote', children: blocksOf(children) } as Node;
}

function listOf(children: readonly Node[], kind: object): Node {
  const items = children.filter(({ type }) => type === 'listItem');
  return { type: 'list', ordered: false, spread: false, ...kind, children: items } as Node;
}

function inPlace(isFlow: boolean, nodes: readonly Node[]): readonly Node[] {
  return isFlow ? [paragraph(nodes)] : nodes;
}

/** Types of nodes that stand inside a line. */
const inline: ReadonlySet<string> = new Set(
  `text inlineCode emphasis strong delete link image break footnoteReference ${inlineMarkdown}`.split(' '),
);

export function isInline({ type }: Node): boolean {
  return inline.has(type);
}

/** Puts inline nodes between blocks into paragraphs. */
export function blocksOf(nodes: readonly Node[]): Node[] {
  const blocks: Node[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const isEmpty = line.every((node) => node.type === 'text' && (node as Text).value.trim() === '');
    if (!isEmpty) blocks.push(paragraph(line));
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      endLine();
      blocks.push(node);
    }
  }
  endLine();
  return blocks;
}

/** The inline nodes of blocks, as one line. */
export function inlineOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node, i) => {
    if (isInline(node)) return [node];
    const inner = 'children' in node ? inlineOf((node as Node & { children: Node[] }).children) : [];
    return i === 0 ? inner : [text(' '), ...inner];
  });
}

/** Code, if the content is only text. */
function codeOf(children: readonly Node[]): readonly Node[] {
  const isText = children.length > 0 && children.every(({ type }) => type === 'text');
  return isText ? [code(children.map((child) => (child as Text).value).join(''))] : children;
}

function textOf(value: PropValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** Columns whose cells are code. */
const codeColumns = new Set(['name', 'prop', 'type', 'default', 'defaultValue', 'value']);

function tableOf(data: PropValue | undefined, words: TwinWords): readonly Node[] {
  if (!Array.isArray(data)) return [];
  const rows = data as readonly Readonly<Record<string, PropValue>>[];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return [];
  const cell = (children: readonly Node[]): TableCell => ({
    type: 'tableCell',
    children: children as PhrasingContent[],
  });
  const wordsIn = (value: PropValue | undefined): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value);
  };
  const head = columns.map((key) => cell([text(capitalise(splitCasing(key).toLowerCase()))]));
  const body = rows.map((row) =>
    columns.map((key) => {
      const value = wordsIn(row[key]);
      return cell(value === '' ? [] : [codeColumns.has(key) ? code(value) : text(value)]);
    }),
  );
  const children = [head, ...body].map((cells) => ({ type: 'tableRow', children: cells }));
  return [{ type: 'table', children } as Node];
}
