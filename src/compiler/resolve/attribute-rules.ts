// Which attributes tags of a body may have. Names reach Astro and, through components, the page: so what is not known
// to be data is refused (format.md 5.2).

import type { PropValue } from '../model/index.ts';
import { classifyAddress } from './links/index.ts';

/** Why a name is refused: the causes of `unsafe-attribute`. */
export type UnsafeCause = 'directive' | 'handler' | 'markup' | 'style' | 'reserved' | 'form';

/** Attributes whose text would be read as HTML. */
const markupNames: ReadonlySet<string> = new Set([
  'dangerouslysetinnerhtml',
  'innerhtml',
  'outerhtml',
  'innertext',
  'srcdoc',
]);

/** Words that begin with `on` and are no event handlers. */
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

/** Names that templates, JSX or JavaScript itself read; names of `Object.prototype` come on top. */
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

/** Why no tag may have an attribute of this name: it would instruct the generator, run, or become markup. */
export function findActive(name: string): UnsafeCause | undefined {
  const folded = name.toLowerCase();
  if (name.includes(':')) return 'directive';
  if (markupNames.has(folded)) return 'markup';
  return folded.startsWith('on') && !plainWords.has(folded) ? 'handler' : undefined;
}

/** Why a component of the site's own may not get an attribute of this name. It may get any other as a prop. */
export function findUnsafe(name: string): UnsafeCause | undefined {
  const active = findActive(name);
  if (active !== undefined) return active;
  const folded = name.toLowerCase();
  if (folded === 'style') return 'style';
  if (reservedNames.has(folded) || name in Object.prototype || folded.startsWith('data-astro-')) return 'reserved';
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) ? undefined : 'form';
}

/** Names of props that components use as addresses: their values are held to the rules of links. */
const addressName =
  /^(?:href|src|url|link|to|action|formaction|poster|srcset|cite|background|image|picture|logo)$|(?:href|src|url|link)$/i;

/** The first address in a value that a page may not have, at any depth of lists and maps; undefined where all are fine. */
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
