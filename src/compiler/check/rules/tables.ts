// Reports mistakes in Markdown tables: rows with more or fewer cells than the head, and lines that look like a table
// but are not parsed as one.

import type { Node, Parent } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import { listNodes, rangeOfNode } from '../../model/index.ts';
import type { PageText } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';
import { countCells } from '../../text/index.ts';

export const checkTables: Rule = ({ model }, report, textsOf) => {
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (!text.source.includes('|')) continue;
      for (const node of listNodes(text.tree)) {
        if (node.type === 'table') checkRows(text, node as Parent, report);
        else if (node.type === 'paragraph') checkParagraph(text, node, report);
      }
    }
  }
};

/** A `|` inside a code span. */
const pipeInCode = /`[^`|]*(?<!\\)\|[^`]*`/;

/** Rows of one table that are reported. Further rows are only counted, since they probably have the same cause. */
const maxRows = 25;

function checkRows(text: PageText, table: Parent, report: Report): void {
  const [head, ...rows] = table.children as Parent[];
  const columns = head!.children.length;
  const uneven = rows.filter(({ children }) => children.length !== columns);
  for (const [i, row] of uneven.slice(0, maxRows).entries()) {
    const cells = row.children.length;
    const { start, end } = rangeOfNode(row);
    const hasPipeInCode = cells > columns && pipeInCode.test(text.source.slice(start, end));
    const further = i === maxRows - 1 ? uneven.length - maxRows : 0;
    report('uneven-table', text.placeAt(start, end), { cells, columns, hasPipeInCode, further });
  }
}

/** The line below the head of a table. */
const delimiters = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Reports a head above a line of dashes with another number of cells: GFM parses both as a paragraph. */
function checkParagraph(text: PageText, paragraph: Node, report: Report): void {
  const { start, end } = rangeOfNode(paragraph);
  const lines = text.source.slice(start, end).split(/\r\n|\n|\r/);
  const at = lines.findIndex(
    (line, i) => i > 0 && line.includes('|') && delimiters.test(line) && lines[i - 1]!.includes('|'),
  );
  if (at < 0) return;
  const head = lines[at - 1]!;
  const from = start + text.source.slice(start, end).indexOf(head);
  const args = { columns: countCells(head), cells: countCells(lines[at]!), isHead: true };
  if (args.columns !== args.cells) report('uneven-table', text.placeAt(from, from + head.length), args);
}
