// The elements of HTML that a body may use as tags (format.md 5.3), with their attributes.

import type { Attribute, Attributes } from './components.ts';

/** Elements for which Markdown has no syntax, or that need attributes. */
export const elements: ReadonlySet<string> = new Set(
  'br kbd sub sup mark abbr details summary dl dt dd p div span b i strong em code ul ol li'.split(' '),
);

/** Attributes that all elements may have, in addition to `aria-…` and `data-…`. */
export const commonAttributes: Attributes = {
  class: { kind: 'text', about: 'Names for a style sheet.', example: 'class="wide"' },
  id: {
    kind: 'id',
    about: 'An anchor of the page. It must not be that of a heading or of a field.',
    example: 'id="keys"',
  },
  lang: { kind: 'text', about: 'The language of the text inside.', example: 'lang="de"' },
  dir: { kind: 'direction', about: 'The direction of the text inside.', example: 'dir="rtl"' },
  title: { kind: 'text', about: 'Words that a pointer shows.', example: 'title="Application programming interface"' },
  role: { kind: 'text', about: 'The role for assistive technology.', example: 'role="note"' },
};

/** Further attributes of some elements. */
export const ownAttributes: Readonly<Record<string, Attributes>> = {
  details: {
    open: { kind: 'flag', about: 'Shows what is inside without a click.', example: 'open' },
    name: { kind: 'text', about: 'A group of which one is open at a time.', example: 'name="questions"' },
  },
  ol: {
    start: { kind: 'number', about: 'The number of the first item.', example: 'start="3"' },
    reversed: { kind: 'flag', about: 'Counts down.', example: 'reversed' },
  },
  li: { value: { kind: 'number', about: 'The number of the item.', example: 'value="7"' } },
};

/** An attribute of an element; undefined if the element has no such attribute. */
export function htmlAttribute(element: string, name: string): Pick<Attribute, 'kind'> | undefined {
  const own = Object.hasOwn(ownAttributes, element) ? ownAttributes[element]! : {};
  const found = [own, commonAttributes].find((attributes) => Object.hasOwn(attributes, name));
  if (found) return found[name];
  return /^(?:aria|data)-(?!astro-)[a-z][a-z0-9-]*$/.test(name) ? { kind: 'text' } : undefined;
}

/** Names of the attributes that an element may have, for suggestions. */
export function htmlAttributesOf(element: string): readonly string[] {
  const own = Object.hasOwn(ownAttributes, element) ? Object.keys(ownAttributes[element]!) : [];
  return [...Object.keys(commonAttributes), ...own];
}
