// A Markdown text of the frontmatter → its tree.

import type { Root } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import type { MarkdownText, ScalarNode } from '../../model/index.ts';
import { bounds, makeScalarRanges, type SourceFile } from '../../source/index.ts';
import { countByteOrderMarks } from '../../text/index.ts';
import { markAlerts } from './constructs/alerts.ts';
import type { Excess } from '../limits/body-bounds.ts';
import { hideElements } from './constructs/hidden-elements.ts';
import { markdown } from './markdown-parsers.ts';
import { reportDepth, reportExcess } from '../limits/report-excess.ts';
import { readPlainMarkdown } from '../plain/index.ts';

/** Parses a Markdown text of the frontmatter: GFM with blocks, without components. */
export function parseText(file: SourceFile, node: ScalarNode, report: Report): MarkdownText {
  const { value, rangeOf } = readValue(file, node);
  // A plain text exceeds no limit, and has no elements and alerts.
  const plain = readPlainMarkdown(value);
  if (plain !== undefined) return { value, file, node, tree: plain, rangeOf };
  return parseWithLibrary(file, node, report);
}

/** The same without the quick reader for plain Markdown. */
export function parseWithLibrary(file: SourceFile, node: ScalarNode, report: Report): MarkdownText {
  const { value, rangeOf } = readValue(file, node);
  const placeOf = ({ offset, length }: Excess) => ({ file, range: rangeOf(offset, offset + length) });
  const unread: MarkdownText = { value, file, node, tree: { type: 'root', children: [] }, rangeOf };
  if (reportExcess(value, bounds.descriptionCost, placeOf, report)) return unread;
  const tree = markdown.parse(value) as Root;
  if (reportDepth(tree, placeOf, report)) return unread;
  hideElements(tree);
  markAlerts(tree, value);
  return { ...unread, tree };
}

/** The value of a scalar without byte order marks at its start, and the ranges of its parts in the file. */
function readValue(file: SourceFile, node: ScalarNode): Pick<MarkdownText, 'value' | 'rangeOf'> {
  const rangeOf = makeScalarRanges(file.text, node);
  const marks = countByteOrderMarks(node.value);
  if (marks === 0) return { value: node.value, rangeOf };
  return { value: node.value.slice(marks), rangeOf: (start, end) => rangeOf(start + marks, end + marks) };
}
