// The headings of a body → one h1, no skipped levels, and a unique id for each heading (format.md 2.4 and 5.6).

import type { Heading, Node } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import { isHeading, listNodes, wordsOf, type Page, type ResolvedHeading } from '../model/index.ts';
import { readAnnotation } from './read-heading-annotation.ts';

export interface PageHeadings {
  /** The h1 of the page: the first heading, if it has level 1 or the page has no title. */
  readonly titleHeading?: ResolvedHeading | undefined;
  readonly headings: readonly ResolvedHeading[];
}

/** @param reserved the ids of the page's entities in all languages, which headings must not have */
export function resolveHeadings(page: Page, reserved: Iterable<string>, report: Report): PageHeadings {
  const nodes = listNodes(page.body.tree, isHeading);
  // The list of footnotes has a heading with this id.
  const taken = new TakenIds(hasFootnotes(page.body.tree) ? [...reserved, 'footnote-label'] : reserved);
  const [first] = nodes;
  const isTitle = first !== undefined && (first.depth === 1 || page.title === undefined);
  const titleHeading = isTitle ? { ...describe(page, first, taken, report), level: 1, path: [] } : undefined;
  const headings: ResolvedHeading[] = [];
  const open: ResolvedHeading[] = [];
  for (const node of isTitle ? nodes.slice(1) : nodes) {
    const level = Math.max(2, Math.min(node.depth, (open.at(-1)?.level ?? 1) + 1));
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const described = describe(page, node, taken, report);
    const heading = { ...described, level, path: [...(open.at(-1)?.path ?? []), described.id] };
    open.push(heading);
    headings.push(heading);
  }
  return { titleHeading, headings };
}

function hasFootnotes(tree: Node): boolean {
  return listNodes(tree).some(({ type }) => type === 'footnoteReference');
}

/** The ids of a page. Repeated slugs get `-2`, `-3`, … */
class TakenIds {
  readonly #ids: Set<string>;
  /** The last number of each slug. All numbers below it are taken. */
  readonly #counts = new Map<string, number>();

  constructor(ids: Iterable<string>) {
    this.#ids = new Set(ids);
  }

  take(slug: string): string {
    let id = slug;
    let count = this.#counts.get(slug) ?? 1;
    while (this.#ids.has(id)) id = `${slug}-${++count}`;
    this.#counts.set(slug, count);
    this.#ids.add(id);
    return id;
  }
}

function describe(page: Page, node: Heading, taken: TakenIds, report: Report): Omit<ResolvedHeading, 'level' | 'path'> {
  const annotation = readAnnotation(page, node, report);
  const words = node.children.filter((child) => (child as Node) !== annotation.node);
  const text = words
    .map((child) => wordsOf(child))
    .join('')
    .trim();
  const step = stepPattern.exec(text);
  const slug = annotation.url ?? (slugOf(text) || 'section');
  const id = taken.take(slug);
  if (id !== slug && annotation.urlRange) {
    report('duplicate-anchor', { file: page.file, range: annotation.urlRange }, { name: slug });
  }
  return {
    node,
    id,
    text: step ? text.slice(step[0].length) : text,
    step: step?.[1],
    annotation: annotation.node,
    isListed: annotation.isListed,
  };
}

/** `(1) Title`, `(A) Title`: a step of a procedure. */
const stepPattern = /^\(([A-Z]|\d{1,2})\)\s+(?=\S)/;

/**
 * The slug of a heading (format.md 5.6): NFC, in lower case without a locale. Each run of characters other than
 * letters, marks and digits becomes one `-`.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
