// A Markdown text of the frontmatter → its tree.

import type { Root } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import type { MarkdownText, ScalarNode } from '../../model/index.ts';
import { bounds, makeScalarRanges, type SourceFile } from '../../source/index.ts';
import { markAlerts } from './constructs/alerts.ts';
import type { Excess } from '../limits/body-bounds.ts';
import { hideElements } from './constructs/hidden-elements.ts';
import { markdown } from './markdown-parsers.ts';
import { reportDepth, reportExcess } from '../limits/report-excess.ts';

/** Parses a Markdown text of the frontmatter: GFM with blocks, without components. */
export function parseText(file: SourceFile, node: ScalarNode, report: Report): MarkdownText {
  const { value } = node;
  const rangeOf = makeScalarRanges(file.text, node);
  const placeOf = ({ offset, length }: Excess) => ({ file, range: rangeOf(offset, offset + length) });
  const unread: MarkdownText = { value, file, node, tree: { type: 'root', children: [] }, rangeOf };
  if (reportExcess(value, bounds.descriptionCost, placeOf, report)) return unread;
  const tree = plainParagraph(value) ?? (markdown.parse(value) as Root);
  if (reportDepth(tree, placeOf, report)) return unread;
  hideElements(tree);
  markAlerts(tree, value);
  return { ...unread, tree };
}

/**
 * A quick parser for texts that are one line of plain words, as most descriptions are. Such a line is one paragraph: it
 * begins with a letter and contains no character with a meaning in Markdown or GFM.
 * @returns undefined for other texts
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
