// A Markdown tree → the same Markdown in one notation: two texts that readers see alike become equal, however their
// authors broke the lines and marked lists, emphasis and code.

import type { Node } from 'mdast';
import { isParent } from '../../compiler/model/index.ts';

/** A node of any kind with the values that may stand in it. */
interface AnyNode extends Node {
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly alt?: string | null;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly checked?: boolean | null;
  readonly identifier?: string;
  readonly kind?: string;
  readonly name?: string | null;
  readonly attributes?: readonly AnyAttribute[];
}

interface AnyAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

/** Lines of a paragraph that only the author's editor broke are joined. */
function collapseSpace(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/**
 * @param addressOf the address of a link's target, if it is known; otherwise the address as written counts
 */
export function canonicalMarkdown(node: Node, addressOf: (node: Node) => string | undefined = () => undefined): string {
  return block(node, addressOf);
}

type AddressOf = (node: Node) => string | undefined;

function block(node: Node, addressOf: AddressOf): string {
  const { type, value = '', depth = 1, lang, meta, kind, identifier } = node as AnyNode;
  switch (type) {
    case 'root':
      return blocks(node, addressOf);
    case 'paragraph':
      return collapseSpace(inline(node, addressOf));
    case 'heading':
      return `${'#'.repeat(depth)} ${collapseSpace(inline(node, addressOf))}`;
    case 'code':
      return `\`\`\`${[lang, meta].filter((word) => word).join(' ')}\n${value}\n\`\`\``;
    case 'blockquote':
      return prefixed(blocks(node, addressOf), '> ');
    case 'alert':
      return prefixed(`[!${kind}]\n${blocks(node, addressOf)}`, '> ');
    case 'list':
      return list(node as AnyNode, addressOf);
    case 'thematicBreak':
      return '---';
    case 'table':
      return childrenOf(node)
        .map(
          (row) =>
            `| ${childrenOf(row)
              .map((cell) => collapseSpace(inline(cell, addressOf)))
              .join(' | ')} |`,
        )
        .join('\n');
    case 'definition':
      return `[${identifier}]: ${addressOf(node) ?? (node as AnyNode).url}`;
    case 'footnoteDefinition':
      return `[^${identifier}]: ${blocks(node, addressOf)}`;
    case 'mdxJsxFlowElement':
      return element(node as AnyNode, blocks(node, addressOf), '\n');
    default:
      return collapseSpace(inlineOf(node, addressOf));
  }
}

function blocks(node: Node, addressOf: AddressOf): string {
  return childrenOf(node)
    .map((child) => block(child, addressOf))
    .filter((text) => text !== '')
    .join('\n\n');
}

function list(node: AnyNode, addressOf: AddressOf): string {
  const first = node.start ?? 1;
  return childrenOf(node)
    .map((item, index) => {
      const { checked } = item as AnyNode;
      const mark = node.ordered ? `${first + index}. ` : '- ';
      const box = checked === true ? '[x] ' : checked === false ? '[ ] ' : '';
      return mark + box + blocks(item, addressOf).replaceAll('\n', '\n  ');
    })
    .join('\n');
}

function inline(node: Node, addressOf: AddressOf): string {
  return childrenOf(node)
    .map((child) => inlineOf(child, addressOf))
    .join('');
}

function inlineOf(node: Node, addressOf: AddressOf): string {
  const { type, value = '', url = '', alt, identifier } = node as AnyNode;
  switch (type) {
    case 'text':
      return value;
    case 'inlineCode':
      return `\`${value}\``;
    case 'emphasis':
      return `*${inline(node, addressOf)}*`;
    case 'strong':
      return `**${inline(node, addressOf)}**`;
    case 'delete':
      return `~~${inline(node, addressOf)}~~`;
    case 'break':
      return ' \\ ';
    case 'link':
      return `[${inline(node, addressOf)}](${addressOf(node) ?? url})`;
    case 'image':
      return `![${alt ?? ''}](${addressOf(node) ?? url})`;
    case 'linkReference':
    case 'imageReference':
      return `[${alt ?? inline(node, addressOf)}][${identifier}]`;
    case 'footnoteReference':
      return `[^${identifier}]`;
    case 'hiddenElement':
    case 'html':
      return type === 'html' ? value : '';
    case 'mdxJsxTextElement':
      return element(node as AnyNode, inline(node, addressOf), '');
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return `{${collapseSpace(value)}}`;
    default:
      return value === '' ? `${type}(${blocks(node, addressOf)})` : value;
  }
}

/** Names of samples: readers see the samples, and not the names of their files. */
const sampleNames = new Set(['CodeBlock', 'CodeBlockTab']);

/** A component or element; the order of its attributes has no meaning. */
function element({ name, attributes = [] }: AnyNode, inside: string, gap: string): string {
  const shown = attributes.filter((each) => each.name !== 'file' || !sampleNames.has(name ?? ''));
  const words = shown.map(({ type, name: key, value }) => {
    if (type !== 'mdxJsxAttribute') return `{${typeof value === 'string' ? value : ''}}`;
    if (value === null || value === undefined) return key ?? '';
    return typeof value === 'string' ? `${key}="${value}"` : `${key}={${value.value}}`;
  });
  const open = [name ?? '', ...words.sort()].join(' ');
  return inside === '' ? `<${open} />` : `<${open}>${gap}${inside}${gap}</${name ?? ''}>`;
}

function prefixed(text: string, prefix: string): string {
  return text.replace(/^/gm, prefix);
}

function childrenOf(node: Node): readonly Node[] {
  return isParent(node) ? node.children : [];
}
