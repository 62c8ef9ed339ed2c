// A body's headings → one h1, no skipped level, and an id for each that nothing else on the page has (format.md 2, 5).

import type { Heading, Node } from 'mdast';
import type { Page, ResolvedHeading } from '../model/index.ts';

export interface PageHeadings {
  /** The heading that is the page's h1: the first, where it is of level 1 or the page has no title. */
  readonly titleHeading?: ResolvedHeading;
  readonly headings: readonly ResolvedHeading[];
}

/** @param reserved ids that headings may not take: those of the page's entities in all languages */
export function resolveHeadings(page: Page, reserved: Iterable<string>): PageHeadings {
  const nodes = page.body.tree.children.filter((node): node is Heading => node.type === 'heading');
  const taken = new Set(reserved);
  const [first] = nodes;
  const isTitle = first !== undefined && (first.depth === 1 || page.title === undefined);
  const titleHeading = isTitle ? { ...describe(first, taken), level: 1, path: [] } : undefined;
  const headings: ResolvedHeading[] = [];
  const open: ResolvedHeading[] = [];
  for (const node of isTitle ? nodes.slice(1) : nodes) {
    const level = Math.max(2, Math.min(node.depth, (open.at(-1)?.level ?? 1) + 1));
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const described = describe(node, taken);
    const heading = { ...described, level, path: [...(open.at(-1)?.path ?? []), described.id] };
    open.push(heading);
    headings.push(heading);
  }
  return { ...(titleHeading ? { titleHeading } : {}), headings };
}

function describe(node: Heading, taken: Set<string>): { node: Heading; id: string; text: string } {
  const text = textOf(node).trim();
  const slug = slugOf(text) || 'section';
  let id = slug;
  for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return { node, id, text };
}

/** Slug of a heading (format.md 5): NFC, lower case in no locale, runs of other characters than letters and digits one `-`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The words of a node: text and code, without components and expressions. */
export function textOf(node: Node): string {
  if ('value' in node && (node.type === 'text' || node.type === 'inlineCode')) return String(node.value);
  if (node.type === 'break') return ' ';
  return 'children' in node ? (node.children as Node[]).map(textOf).join('') : '';
}
