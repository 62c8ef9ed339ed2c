// A tree of plain Markdown nodes → text. Trees of simple sentences with links, which are most of a reference, are
// written without the full writer: it takes about ten times as long.

import type { Heading, Html, InlineCode, Link, Node, Paragraph, Root, Text } from 'mdast';
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
      isPlainBetween(node.value, info)
        ? node.value
        : defaultHandlers.text({ ...node, value: node.value.replace(/\n\s*\n/g, '\n') }, parent, state, info),
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

/** Whether a text needs no escape between its neighbours. The end of a heading has a meaning of its own. */
function isPlainBetween(text: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  const start = text.startsWith(' ') && before !== '\n' ? 1 : 0;
  const end = text.endsWith(' ') && after !== '\n' ? -1 : undefined;
  return isPlain(text.slice(start, end)) && !text.includes('#');
}

function isPlain(text: string): boolean {
  return text !== '' && !meaning.test(text);
}

/** Undefined if the tree has a block or a text that needs the full writer. */
function writePlain(tree: Root): string | undefined {
  const blocks: string[] = [];
  for (const block of tree.children) {
    const written = writePlainBlock(block);
    if (written === undefined) return undefined;
    blocks.push(written);
  }
  return blocks.join('\n\n');
}

function writePlainBlock(block: Node): string | undefined {
  switch (block.type) {
    case 'html':
      return (block as Html).value;
    case 'paragraph':
      return writePlainLine((block as Paragraph).children);
    case 'heading': {
      const { depth, children } = block as Heading;
      const line = writePlainLine(children);
      return line === undefined || line === '' || /[\n#]/.test(line) ? undefined : `${'#'.repeat(depth)} ${line}`;
    }
    default:
      return undefined;
  }
}

function writePlainLine(children: readonly Node[]): string | undefined {
  let line = '';
  for (const [i, child] of children.entries()) {
    const [isFirst, isLast] = [i === 0, i === children.length - 1];
    const written = child.type === 'link' ? writePlainLink(child as Link) : writePlainChild(child, isFirst, isLast);
    if (written === undefined) return undefined;
    line += written;
  }
  return line;
}

/** A link whose target and label need no escape. A label that is its target would be an autolink. */
function writePlainLink({ url, title, children }: Link): string | undefined {
  if (title || !plainTarget.test(url)) return undefined;
  const label = children.some(({ type }) => type === 'link') ? undefined : writePlainLine(children);
  return label === undefined || label === '' || label.includes('\n') || url.endsWith(label)
    ? undefined
    : `[${label}](${url})`;
}

/** Characters that have no meaning in the target of a link; the first two stand for the ways to the tops. */
const plainTarget = /^[\ufdd0\ufdd1\w./:#%=-]+$/;

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
