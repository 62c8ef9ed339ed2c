// Decides which attributes the tags of a body may have. Their names are passed to Astro and to components, so every
// name that is not certainly data is refused (format.md 5.2).

import type { PropValue } from '../model/index.ts';
import { classifyAddress } from './links/index.ts';

/** The reason why a name is refused: a cause of `unsafe-attribute`. */
export type UnsafeCause = 'directive' | 'handler' | 'markup' | 'style' | 'reserved' | 'form';

/** Attributes whose text would become HTML. */
const markupNames: ReadonlySet<string> = new Set([
  'dangerouslysetinnerhtml',
  'innerhtml',
  'outerhtml',
  'innertext',
  'srcdoc',
]);

/** Words that begin with `on` but are not event handlers. */
const plainWords: ReadonlySet<string> = new Set([
  'on',
  'once',
  'one',
  'only',
  'online',
  'ongoing',
  'onto',
  'onboarding',
]);

/** Names with a special meaning in templates, JSX or JavaScript, in addition to names of `Object.prototype`. */
const reservedNames: ReadonlySet<string> = new Set([
  'slot',
  'key',
  'ref',
  'children',
  'is',
  'prototype',
  'class-list',
  'classlist',
]);

/** The reason why no tag may have an attribute of this name: it would instruct the generator, run, or become markup. */
export function findActive(name: string): UnsafeCause | undefined {
  const folded = name.toLowerCase();
  if (name.includes(':')) return 'directive';
  if (markupNames.has(folded)) return 'markup';
  return folded.startsWith('on') && !plainWords.has(folded) ? 'handler' : undefined;
}

/**
 * The reason why a component of the site must not get an attribute of this name. All other names are passed as props.
 */
export function findUnsafe(name: string): UnsafeCause | undefined {
  const active = findActive(name);
  if (active !== undefined) return active;
  const folded = name.toLowerCase();
  if (folded === 'style') return 'style';
  if (reservedNames.has(folded) || name in Object.prototype || folded.startsWith('data-astro-')) return 'reserved';
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) ? undefined : 'form';
}

/** Names of props that components use as addresses. The rules for links apply to their values. */
const addressName =
  /^(?:to|action|formaction|poster|srcset|cite|background|image|picture|logo)$|(?:href|src|url|link)$/i;

/** The first address in a value, at any depth, that is not allowed on a page. Undefined if all are allowed. */
export function findUnsafeAddress(name: string, value: PropValue): string | undefined {
  if (typeof value === 'string')
    return addressName.test(name) && classifyAddress(value).kind === 'unsafe' ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = Array.isArray(value) ? value.map((item) => [name, item] as const) : Object.entries(value);
  for (const [key, item] of inner) {
    const found = findUnsafeAddress(key, item as PropValue);
    if (found !== undefined) return found;
  }
  return undefined;
}
