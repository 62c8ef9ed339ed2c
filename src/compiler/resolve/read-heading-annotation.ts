// Reads the annotation of a heading: `## Title {{ "url": "slug", "visibility": "no-quick-nav" }}` (format.md 5.6).

import type { Heading, Node } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import { suggest } from '../text/index.ts';
import { headingKeys } from '../format/index.ts';
import type { Page } from '../model/index.ts';
import type { Range } from '../source/index.ts';
import { dataOf, rangeIn } from './jsx.ts';

export interface Annotation {
  /** The expression at the end of the heading, if there is one. */
  readonly node?: Node;
  /** Explicit slug. */
  readonly url?: string;
  readonly urlRange?: Range;
  /** Whether the table of contents lists the heading. */
  readonly isListed: boolean;
}

const keys = Object.keys(headingKeys);

/** Reads the annotation of a heading. Reports unknown keys and wrong values. */
export function readAnnotation(page: Page, heading: Heading, report: Report): Annotation {
  const node = heading.children.at(-1) as Node | undefined;
  const data = node?.type === 'mdxTextExpression' ? dataOf(page, node as { data?: unknown }) : undefined;
  if (node === undefined || typeof data !== 'object' || data === null || Array.isArray(data)) return { isListed: true };
  const range = rangeIn(page, node);
  const place = { file: page.file, range };
  for (const name of Object.keys(data)) {
    if (keys.includes(name)) continue;
    const within = page.file.text.indexOf(name, range.start);
    const keyRange = within < 0 || within >= range.end ? range : { start: within, end: within + name.length };
    report('unknown-annotation', { file: page.file, range: keyRange }, { name, near: suggest(name, keys) });
  }
  const { url, visibility } = data as Record<string, unknown>;
  if (visibility !== undefined && !hasValue('visibility', visibility)) {
    report('wrong-attribute', place, { name: 'visibility', wanted: headingKeys.visibility.wanted });
  }
  const isListed = visibility === undefined;
  if (url === undefined) return { node, isListed };
  if (hasValue('url', url)) return { node, url: url.normalize('NFC'), urlRange: range, isListed };
  report('wrong-attribute', place, { name: 'url', wanted: headingKeys.url.wanted });
  return { node, isListed };
}

function hasValue(key: keyof typeof headingKeys, value: unknown): value is string {
  return typeof value === 'string' && headingKeys[key].accepts.test(value);
}
