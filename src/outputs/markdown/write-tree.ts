// A tree of plain Markdown nodes → text. Trees of simple sentences, which are most of a reference, are written without
// the full writer: it takes about ten times as long.

import type { InlineCode, Node, Paragraph, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, toMarkdown, type Options } from 'mdast-util-to-markdown';
import { isParent } from '../../compiler/model/index.ts';

/** Type of nodes that are finished Markdown inside a line; `html` is the type of blocks. */
export const inlineMarkdown = 'inlineMarkdown';

/** Options for bodies. */
const options: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: {
    // An empty line ends a paragraph, so no text may contain one.
    text: (node: Text, parent, state, info) =>
      defaultHandlers.text({ ...node, value: node.value.replace(/\n\s*\n/g, '\n') }, parent, state, info),
    // The library does not know this type.
    ...({ [inlineMarkdown]: ({ value }: { value: string }) => value } as object),
  },
};

/** Another sign for lists, so that the rows below a description do not continue its last list. */
const optionsInRows: Options = { ...options, bullet: '*' };

/**
 * Writes a tree, without a line break at its end.
 * @param isInRow whether it is the text of a row, before a list of rows
 */
export function writeTree(tree: Root, isInRow: boolean): string {
  return writePlain(tree) ?? toMarkdown(tree, isInRow ? optionsInRows : options).trimEnd();
}

/** Words may become the label of a link, which a bracket would end. */
const optionsOfWords: Options = { ...options, unsafe: [{ character: ']', inConstruct: 'phrasing' }] };

/** Escapes a text without line breaks, as inside a sentence. */
export function writeWords(text: string): string {
  if (isPlain(text)) return text;
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  return toMarkdown({ type: 'root', children: [paragraph] }, optionsOfWords).trimEnd();
}

/** Matches what may have a meaning in Markdown, or what another node beside the text may give one. */
const meaning = /[\\`*_[\]<>&~|@]|:\/\/|www\.|!$|^\s|\s$|\n\s|\s\n|\s{2}|(?:^|\n)(?:[-+=#]|\d+[.)])/i;

function isPlain(text: string): boolean {
  return text !== '' && !meaning.test(text);
}

function writePlain(tree: Root): string | undefined {
  const paragraphs: string[] = [];
  for (const block of tree.children) {
    if (block.type !== 'paragraph') return undefined;
    let line = '';
    for (const [i, child] of (block.children as readonly Node[]).entries()) {
      const written = writePlainChild(child, i === 0, i === block.children.length - 1);
      if (written === undefined) return undefined;
      line += written;
    }
    paragraphs.push(line);
  }
  return paragraphs.join('\n\n');
}

function writePlainChild(node: Node, isFirst: boolean, isLast: boolean): string | undefined {
  if (isParent(node)) return undefined;
  const { value } = node as Text | InlineCode;
  if (node.type === 'inlineCode') return /^[^`\s](?:[^`\r\n]*[^`\s])?$/.test(value) ? `\`${value}\`` : undefined;
  if (node.type !== 'text') return undefined;
  // Spaces beside code are kept; those at the ends of a paragraph would be lost.
  const inner = value.slice(!isFirst && value.startsWith(' ') ? 1 : 0, !isLast && value.endsWith(' ') ? -1 : undefined);
  if (inner === '' || !isPlain(inner)) return value === ' ' && !isFirst && !isLast ? value : undefined;
  return value;
}
