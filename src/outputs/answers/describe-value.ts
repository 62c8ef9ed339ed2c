// A value of the resolved model → a text that changes with everything that a view can read of it.

import type { MarkdownText } from '../../compiler/model/index.ts';

/**
 * Keys that are left out: places in files, syntax trees (their text is described as a whole), and items as written; the
 * resolved rows hold the same values. Do not give a new field one of these names: its changes would not be noticed. A
 * value that is a text is described even under these names, because short texts are facts: `source` of a form is its
 * language.
 */
const unread = new Set([
  'range',
  'keyRange',
  'position',
  'rangeOf',
  'node',
  'tree',
  'page',
  'source',
  'properties',
  'parameters',
  'returns',
  'annotation',
]);

export interface DescribeOptions {
  /** False to leave out Markdown texts: descriptions and notes. */
  readonly hasTexts: boolean;
}

/** A text that is as long as this is written once, and then by its number: all languages have the same descriptions. */
const longText = 24;

/**
 * Describes a value. Equal texts mean that a view of both is equal. A text is written with its length in front, which
 * is quicker than escaping it.
 */
export function describeValue(value: unknown, { hasTexts }: DescribeOptions): string {
  let described = '';
  const numbers = new Map<string, number>();
  const addText = (text: string): void => {
    if (text.length >= longText) {
      const number = numbers.get(text);
      if (number !== undefined) {
        described += `#${number}`;
        return;
      }
      numbers.set(text, numbers.size);
    }
    described += `"${text.length}:${text}`;
  };
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) {
      if (typeof inner === 'string') addText(inner);
      else described += String(inner);
    } else if (Array.isArray(inner)) {
      described += '[';
      inner.forEach(visit);
      described += ']';
    } else if (inner instanceof Map || inner instanceof Set) {
      described += '{';
      for (const [key, entry] of inner.entries()) {
        // Nodes of a tree are keys only to find their entry; the order of entries is that of the text.
        if (typeof key === 'string') addText(key);
        if (entry !== key) visit(entry);
      }
      described += '}';
    } else if (isText(inner)) {
      if (hasTexts) addText(inner.value);
    } else {
      described += '(';
      // Values have no inherited keys. This loop is much quicker than a list of the keys.
      for (const key in inner) {
        const entry: unknown = (inner as Readonly<Record<string, unknown>>)[key];
        if (entry === undefined || isUnread(key, entry)) continue;
        described += `${key}:`;
        visit(entry);
      }
      described += ')';
    }
    described += ' ';
  };
  visit(value);
  return described;
}

function isUnread(key: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  // A source file. Another `file` is a path with its place, such as that of a font.
  return unread.has(key) || (key === 'file' && 'text' in value);
}

function isText(value: object): value is MarkdownText {
  return 'rangeOf' in value && 'tree' in value;
}
