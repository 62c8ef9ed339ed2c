// Reports quotes that begin with `[!…]` but are not a correct alert.

import type { Node, Parent } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import { suggest } from '../../text/index.ts';
import { listNodes, rangeOfNode, type AlertNode } from '../../model/index.ts';
import type { PageText } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';

export const checkAlerts: Rule = ({ model }, report, textsOf) => {
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (!text.source.includes('[!')) continue;
      for (const node of listNodes(text.tree)) {
        if (node.type === 'alert') checkAlert(text, node as AlertNode, report);
        else if (node.type === 'blockquote') checkQuote(text, node as Parent, report);
      }
    }
  }
};

function checkAlert(text: PageText, { kind, mark, hasTextAfter, children }: AlertNode, report: Report): void {
  const place = text.placeAt(mark.start, mark.end);
  const name = kind.toUpperCase();
  if (children.length === 0) report('wrong-alert', place, { name, problem: 'empty' });
  else if (hasTextAfter) report('wrong-alert', place, { name, problem: 'text' });
}

/** Alert names of other tools, with the equivalent of Stele. */
const otherNames: Readonly<Record<string, string>> = {
  abstract: 'NOTE',
  info: 'NOTE',
  summary: 'NOTE',
  todo: 'NOTE',
  hint: 'TIP',
  success: 'TIP',
  attention: 'WARNING',
  danger: 'CAUTION',
  error: 'CAUTION',
  bug: 'CAUTION',
};

function checkQuote(text: PageText, quote: Parent, report: Report): void {
  const line = (quote.children[0] as Parent | undefined)?.children?.[0] as (Node & { value?: string }) | undefined;
  const name = line?.type === 'text' ? /^\[!([A-Za-z][\w-]*)\]/.exec(line.value ?? '')?.[1] : undefined;
  if (line === undefined || name === undefined) return;
  const { start } = rangeOfNode(line);
  if (text.source[start] !== '[') return;
  const near =
    otherNames[name.toLowerCase()] ?? suggest(name.toUpperCase(), ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']);
  report('wrong-alert', text.placeAt(start, start + name.length + 3), { name, near, problem: 'unknown' });
}
