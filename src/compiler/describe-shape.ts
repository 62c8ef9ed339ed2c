// A page → a text that changes with everything except the words of its Markdown: names, types, headings, anchors,
// links, samples, and which texts there are. Pages with the same shape look up the same names, and other pages find the
// same names on them.

import type { MarkdownText, Page, ResolvedPage } from './model/index.ts';

/** The shape of a page, and its own texts in order. Equal shapes have equally many texts. */
export interface PageShape {
  readonly shape: string;
  readonly texts: readonly MarkdownText[];
}

/**
 * Keys with places in files, with syntax trees, or with parts that are described elsewhere in the page. A short value
 * is described even under these names.
 */
const leftOut = new Set([
  'range',
  'keyRange',
  'languageRanges',
  'position',
  'node',
  'annotation',
  'page',
  'source',
  'entity',
]);

/** Describes a page of a file. */
export function describeShape(page: Page, resolved: ResolvedPage): PageShape {
  const texts: MarkdownText[] = [];
  const parts: string[] = [page.file.path];
  const visit = (inner: unknown): void => {
    if (inner === null || typeof inner !== 'object') parts.push(JSON.stringify(inner) ?? 'undefined');
    else if (Array.isArray(inner) || inner instanceof Set) {
      parts.push('[');
      for (const entry of inner) visit(entry);
      parts.push(']');
    } else if (inner instanceof Map) {
      parts.push('{');
      for (const [key, entry] of inner) {
        if (typeof key === 'string') parts.push(JSON.stringify(key));
        visit(entry);
      }
      parts.push('}');
    } else if (isText(inner)) {
      parts.push('text');
      if (inner.file === page.file) texts.push(inner);
    } else {
      parts.push('(');
      for (const [key, entry] of Object.entries(inner)) {
        if (entry === undefined || isLeftOut(key, entry)) continue;
        parts.push(key);
        visit(entry);
      }
      parts.push(')');
    }
    parts.push(' ');
  };
  const { body, ...written } = page;
  visit([written, body.syntax, body.isBroken]);
  const own = [...texts];
  // Which components a body has decides what else it shows; its words are no names.
  visit({ ...resolved, page: undefined, bodyParts: [...resolved.bodyParts.values()] });
  return { shape: parts.join(''), texts: own };
}

function isLeftOut(key: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return leftOut.has(key) || (key === 'file' && 'text' in value);
}

function isText(value: object): value is MarkdownText {
  return 'rangeOf' in value && 'tree' in value;
}
