// Recognizes definition lists, which Markdown parses as one paragraph: `Term`, then lines that begin with `: `.
// Nodes keep their positions, so links and findings inside them have correct places.

import type { Node, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { visitParents, type ParentNode } from '../../../model/index.ts';

/** The nodes of one line of a paragraph. */
type Line = PhrasingContent[];

/** Replaces paragraphs that are definitions, at any depth. Adjacent ones become one list. Changes the tree. */
export function markDefinitionLists(tree: Root): void {
  visitParents(tree, (parent) => {
    if (!parent.children.some(mayBeDefinition)) return;
    const marked: Node[] = [];
    for (const child of parent.children) {
      const entries = mayBeDefinition(child) ? readEntries(child as Paragraph) : undefined;
      const last = marked.at(-1);
      if (entries === undefined) marked.push(child);
      else if (last?.type === 'definitionList') for (const each of entries) (last as ParentNode).children.push(each);
      else
        marked.push({
          type: 'definitionList',
          data: { hName: 'dl' },
          position: child.position,
          children: entries,
        } as Node);
    }
    parent.children = marked;
  });
}

function mayBeDefinition(node: Node): boolean {
  return (
    node.type === 'paragraph' &&
    (node as Paragraph).children.some(
      (child, i) => child.type === 'text' && (i === 0 ? /\n:\s/ : /(?:^|\n):\s/).test(child.value),
    )
  );
}

const lineBreak: Text = { type: 'text', value: '\n' };

/** The terms and definitions of a paragraph, in order. Undefined if the paragraph is not a definition. */
function readEntries(paragraph: Paragraph): Node[] | undefined {
  const lines = linesOf(paragraph.children);
  const first = lines.findIndex(isDefinition);
  if (first < 1) return undefined;
  const entries: Node[] = lines.slice(0, first).map((line) => entry('definitionTerm', 'dt', line));
  for (const line of lines.slice(first)) {
    const last = entries.at(-1) as ParentNode;
    if (isDefinition(line)) entries.push(entry('definitionDescription', 'dd', withoutMark(line)));
    else for (const node of [lineBreak, ...line]) last.children.push(node);
  }
  return entries;
}

function entry(type: string, tagName: string, line: Line): Node {
  return { type, data: { hName: tagName }, position: line[0]?.position, children: line } as Node;
}

function isDefinition([first]: Line): boolean {
  return first?.type === 'text' && /^:(?:\s|$)/.test(first.value);
}

function withoutMark([first, ...rest]: Line): Line {
  const value = (first as Text).value.replace(/^:\s*/, '');
  return value === '' ? rest : [{ ...(first as Text), value }, ...rest];
}

/** The nodes of a paragraph, line by line. Line breaks inside other nodes do not count. */
function linesOf(nodes: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') {
      lines.push([]);
    } else if (node.type === 'text') {
      for (const [i, value] of node.value.split('\n').entries()) {
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)!.push({ ...node, value });
      }
    } else {
      lines.at(-1)!.push(node);
    }
  }
  return lines.filter((line) => line.length > 0);
}
