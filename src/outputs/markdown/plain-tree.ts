// The decided tree of a body or of a description → a tree of plain Markdown nodes: components and elements in their
// Markdown form, addresses as those of twins.

import type { Code, InlineCode, Node, Parent, Root, Text } from 'mdast';
import { isParent, type MarkdownForm, type TwinWords } from '../../compiler/model/index.ts';
import { propsOf, type JsxNode } from '../html/index.ts';
import {
  componentForms,
  elementForms,
  blocksOf,
  inlineOf,
  paragraph,
  quote,
  strong,
  text,
  type FormInput,
} from './forms.ts';
import { cleanText } from './twin-places.ts';
import { inlineMarkdown, writeTree } from './write-tree.ts';

/** What a tree is written for. */
export interface TreeContext {
  readonly words: TwinWords;
  readonly targetOf: FormInput['targetOf'];
  /** The site's own components, by their names in body trees. */
  readonly customs: ReadonlyMap<string, { readonly name: string; readonly form: MarkdownForm | undefined }>;
}

export function plainTree(tree: Root, context: TreeContext): Root {
  return { type: 'root', children: blocksOf(convertAll(tree.children, context)) as Root['children'] };
}

function convertAll(nodes: readonly Node[], context: TreeContext): Node[] {
  const converted: Node[] = [];
  for (const node of nodes.flatMap((each) => convert(each, context))) {
    // The signs of two neighbours, as in `<kbd>A</kbd><kbd>B</kbd>`, would be read as one sign.
    if (node.type === converted.at(-1)?.type && signed.has(node.type)) converted.push(text(' '));
    converted.push(node);
  }
  return converted;
}

/** Types of inline nodes that begin and end with the same sign. */
const signed: ReadonlySet<string> = new Set(['inlineCode', 'strong', 'emphasis', 'delete']);

function convert(node: Node, context: TreeContext): readonly Node[] {
  switch (node.type) {
    case 'text':
      return [text((node as Text).value)];
    case 'literal':
      return [text((node as Node & { value: string }).value)];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: cleanText((node as InlineCode).value) } as Node];
    case 'code':
      return [{ ...node, value: cleanText((node as Code).value) } as Node];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return [];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return convertElement(node as JsxNode, context);
    case 'link':
    case 'image': {
      const { url } = node as Node & { url: string };
      const children = isParent(node) ? { children: convertAll(node.children, context) } : {};
      return [Object.assign({}, node, { url: context.targetOf({ href: url }) }, children)];
    }
    case 'callout':
      return [quoteOf(convertAll((node as Parent).children, context))];
    default:
      return isParent(node) ? convertParent(node, context) : [node];
  }
}

function convertParent(node: Node & { children: Node[] }, context: TreeContext): readonly Node[] {
  const children = convertAll(node.children, context);
  switch (node.type) {
    case 'tablePlace':
    case 'step':
    case 'definitionList':
      return children;
    case 'definitionTerm':
      return [paragraph([strong(inlineOf(children))])];
    case 'definitionDescription':
      return [{ type: 'blockquote', children: blocksOf(children) } as Node];
    case 'paragraph':
      return blocksOf(children);
    case 'heading':
    case 'strong':
    case 'emphasis':
      return children.length === 0 ? [] : [{ ...node, children: inlineOf(children) } as Node];
    default:
      return [{ ...node, children } as Node];
  }
}

function convertElement(node: JsxNode, context: TreeContext): readonly Node[] {
  const isFlow = node.type === 'mdxJsxFlowElement';
  const name = node.name ?? '';
  const children = convertAll(node.children, context);
  const form = componentForms.get(name) ?? elementForms.get(name);
  if (form) return form({ props: propsOf(node), children, isFlow, words: context.words, targetOf: context.targetOf });
  const custom = context.customs.get(name);
  if (custom === undefined) return children;
  const type = isFlow ? 'html' : inlineMarkdown;
  if (custom.form !== undefined) {
    const content = writeTree({ type: 'root', children: blocksOf(children) as Root['children'] }, false);
    const value = cleanOwn(custom.form(propsOf(node), content), isFlow);
    return value === '' ? [] : [{ type, value } as Node];
  }
  // Its content, and a comment with its name.
  const comment = { type, value: `<!-- ${custom.name.replace(/[^\w.]/g, '')} -->` } as Node;
  return isFlow ? [comment, ...blocksOf(children)] : [comment, text(' '), ...children];
}

/** Markdown of a site's own form, without characters that no page can show. In a line it is one line. */
function cleanOwn(markdown: string, isFlow: boolean): string {
  const cleaned = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .trim();
  return isFlow ? cleaned : cleaned.replace(/\s*\n\s*/g, ' ');
}

/** An alert of a description, whose first paragraph is its title. */
function quoteOf([title, ...rest]: readonly Node[]): Node {
  return quote(strong([...(title as Parent).children, text(':')]), rest);
}
