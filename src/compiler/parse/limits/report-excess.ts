// Reports Markdown texts that exceed a limit, before a parser reads them.

import type { Root } from 'mdast';
import type { CodeArgs, Report } from '../../diagnostics/index.ts';
import { bounds, type Range, type SourceFile } from '../../source/index.ts';
import { findContainerExcess, type Excess } from './body-bounds.ts';
import { withoutFences } from './fenced-code.ts';
import {
  findCostExcess,
  findIndentExcess,
  findLineExcess,
  findOpenListExcess,
  findUnderlineExcess,
} from './markdown-cost.ts';
import { findDeepNode } from './tree-bounds.ts';

/** Returns the place of an excess in its file. */
export type PlaceOf = (excess: Excess) => { readonly file: SourceFile; readonly range: Range };

/** Reports the first limit that a Markdown or MDX text exceeds. Returns whether it exceeds one. */
export function reportExcess(text: string, cost: number, placeOf: PlaceOf, report: Report): boolean {
  const find = (bound: (text: string) => Excess | undefined): Excess | undefined =>
    bound(text) && bound(withoutFences(text));
  const containers = find((left) => findContainerExcess(left, bounds.markdownContainers));
  if (containers !== undefined) {
    report('markdown-too-deep', placeOf(containers), { limit: bounds.markdownContainers });
    return true;
  }
  const costs: readonly (readonly [CodeArgs<'markdown-too-costly'>['cause'], () => Excess | undefined])[] = [
    ['lines', () => findLineExcess(text, bounds.markdownLines)],
    ['marks', () => find((left) => findCostExcess(left, cost))],
    ['indentation', () => find((left) => findIndentExcess(left, bounds.markdownIndent))],
    ['underlines', () => find((left) => findUnderlineExcess(left, bounds.markdownUnderlines))],
    ['open lists', () => find((left) => findOpenListExcess(left, bounds.markdownOpenLists))],
  ];
  for (const [cause, findCost] of costs) {
    const excess = findCost();
    if (excess === undefined) continue;
    report('markdown-too-costly', placeOf(excess), { cause });
    return true;
  }
  return false;
}

/** Reports a tree that is too deep. Returns whether it is. */
export function reportDepth(tree: Root, placeOf: PlaceOf, report: Report): boolean {
  const node = findDeepNode(tree, bounds.markdownDepth);
  if (node === undefined) return false;
  const place = placeOf({ offset: node.position?.start.offset ?? 0, length: 1 });
  report('markdown-too-deep', place, { limit: bounds.markdownDepth });
  return true;
}
