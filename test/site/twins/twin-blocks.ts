// A Markdown twin → its content as a list of blocks, with a parser that is not Stele's writer.

import type { Nodes, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { inlineText, itemLines, noteLines, quoteLines, type Blocks } from './block-lines.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The front matter of a twin as written, and the rest. */
export function splitTwin(text: string): { readonly front: string; readonly body: string } {
  const found = /^---\n([^]*?)\n---\n\n/.exec(text);
  return { front: found![1]!, body: text.slice(found![0].length) };
}

/** @param targetOf the file that an address of the twin leads to */
export function twinBlocks(body: string, targetOf: (href: string) => string): Blocks {
  const tree = parser.parse(body) as Root;
  const order: string[] = [];
  const notes = new Map<string, Blocks>();
  const blocks = blocksIn(tree);
  return [...blocks, ...order.flatMap((name) => notes.get(name) ?? [])];

  function blocksIn(node: Parents, isInList = false): Blocks {
    return (node.children as readonly Nodes[]).flatMap((child) => blocksOf(child, isInList));
  }

  /** @param isInList whether it is inside a list of a text, where lists of values are drawn as lists */
  function blocksOf(node: Nodes, isInList: boolean): Blocks {
    switch (node.type) {
      case 'heading':
        return [`h${node.depth} ${inline(node)}`];
      case 'paragraph':
        return [`p ${inline(node)}`];
      case 'code':
        return [`code ${node.value}`];
      case 'list': {
        const values = isInList ? undefined : valuesOf(node, body);
        const isOfText = isInList || body[node.position!.start.offset!] === '*';
        if (values) return [`values : ${values.join(' ')}`];
        return node.children.flatMap((item) => itemLines(blocksIn(item, isOfText)));
      }
      case 'blockquote':
        return quoteLines(blocksIn(node));
      case 'table':
        return node.children.map((row) => `| ${row.children.map(inline).join(' | ')}`);
      case 'thematicBreak':
        return ['---'];
      case 'html':
        return node.value.startsWith('<!--') ? [] : [`html ${node.value}`];
      case 'footnoteDefinition':
        notes.set(node.identifier, noteLines(blocksIn(node)));
        return [];
      default:
        return [`? ${node.type}`];
    }
  }

  function inline(node: Parents): string {
    return inlineText((node.children as readonly Nodes[]).map(inlineNode).join(''));
  }

  function inlineNode(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'inlineCode':
        return `\`${node.value}\``;
      case 'break':
        return ' ';
      case 'footnoteReference':
        if (!order.includes(node.identifier)) order.push(node.identifier);
        return '[^]';
      case 'link':
        return `[${node.children.map(inlineNode).join('')}](${targetOf(node.url)})`;
      case 'image':
        return `![${node.alt}](${targetOf(node.url)})`;
      case 'emphasis':
        return `_${node.children.map(inlineNode).join('')}_`;
      case 'strong':
        return `**${node.children.map(inlineNode).join('')}**`;
      case 'delete':
        return `~~${node.children.map(inlineNode).join('')}~~`;
      default:
        return `?${node.type}`;
    }
  }
}

/** The values of a list in a row, which has another sign than the rows, if each item is one piece of code. */
function valuesOf(list: Extract<Nodes, { type: 'list' }>, body: string): readonly string[] | undefined {
  if (body[list.position!.start.offset!] !== '*') return undefined;
  const values = list.children.map(({ children }) => {
    const [only] = children.length === 1 && children[0]!.type === 'paragraph' ? children[0]!.children : [];
    const isAlone = children.length === 1 && children[0]!.type === 'paragraph' && children[0]!.children.length === 1;
    return isAlone && only?.type === 'inlineCode' ? `\`${only.value}\`` : undefined;
  });
  return values.includes(undefined) ? undefined : (values as readonly string[]);
}
