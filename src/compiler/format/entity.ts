// Entities and their items: `reference` in the frontmatter of a page (format.md 4.2 and 4.3).

import { bounds } from '../source/index.ts';
import { entityId, itemReference, literalPattern, oneMember } from './text-rules.ts';
import {
  either,
  flag,
  ignored,
  key,
  list,
  map,
  markdown,
  prose,
  shape,
  text,
  verbatim,
  type EitherSpec,
  type ListSpec,
} from './spec.ts';

const items: ListSpec = list(() => itemSpec);

const defaultValue = either('text, a number, `true`, `false`, `null` or a list', () => [
  verbatim(),
  { kind: 'null' },
  list(() => ignored),
]);

const deprecatedValue = either('`true` or text', () => [flag, markdown]);

/** Keys that both entities and items may have. */
const common = {
  description: key(
    markdown,
    'What it means: Markdown, or the path of a text of `descriptions` in parentheses.',
    '(door.id)',
  ),
  default: key(defaultValue, 'The value that holds where none is given. It is shown as written.', '10'),
  deprecated: key(deprecatedValue, '`true`, or Markdown that says what to use instead.', 'Use `opened_at`.'),
  since: key(text(), 'The version that introduced it.', '"2.1"'),
};

export const entityShape = shape(
  'an entity',
  'An object, a method or a shared parameter, in one language. An object has `properties`; ' +
    'a method has `parameters`, `returns` or both; a shared parameter has no `id`.',
  {
    key: key(text(), 'The identifier in this language.', 'Door'),
    id: key(
      text(entityId),
      'The name in all languages, with which its anchors begin.',
      'door',
      'the entity is a shared parameter, which items refer to',
    ),
    url: key(text(), 'The route of the page. A different one is a warning.', '/reference/door'),
    title: key(prose, 'How the entity is written. In curl, the path of the request.', 'class Door', 'its `key`'),
    type: key(text(), 'In curl the HTTP verb; the type of a shared parameter.', 'GET'),
    properties: key(items, 'What an object holds.', '[{ key: id, type: String, description: The identifier. }]'),
    parameters: key(
      items,
      'What a method takes.',
      '[{ key: id, type: String, description: The identifier. }, (limit)]',
    ),
    returns: key(items, 'What a method gives back.', '[{ key: anonymous, type: Door, description: The door. }]'),
    patternBefore: key(
      verbatim(literalPattern),
      'The text that stands before the key in samples, as far as `title` does not say it. `\\s` is white space.',
      'client.',
      'what stands before the key in `title`',
    ),
    sendsEmail: key(flag, 'Whether a call sends an email. The page says so.', 'true'),
    description: { ...common.description, about: `${common.description.about} On shared parameters only.` },
    optional: key(flag, 'Whether a shared parameter may be left out.', 'true'),
    default: common.default,
    deprecated: common.deprecated,
    since: common.since,
  },
  ['key'],
);

/** Flags of an item that exclude each other. */
export const displayFlags = ['unwrap', 'expanded'] as const;

export const itemShape = shape(
  'an item',
  'An entry of `properties`, `parameters` or `returns`. An entry may also be a reference: `(limit)` stands for the ' +
    'entity with that key in the same language, and `(Door.id)` for one of its properties.',
  {
    key: key(
      text(),
      'The identifier in this language; `anonymous` is a value without a name, such as that of a return.',
      'opened_at',
    ),
    type: key(text(), 'The type in the notation of this language. A documented object links to its page.', 'Time'),
    description: common.description,
    optional: key(flag, 'Whether it may be absent.', 'true'),
    properties: key(
      items,
      'What is inside, at most six levels deep.',
      '[{ key: id, type: String, description: The identifier. }]',
    ),
    unwrap: key(flag, 'Shows what is inside in its place. Needs `properties`.', 'true'),
    expanded: key(flag, 'Shows what is inside below it, without a click. Needs `properties`.', 'true'),
    title: key(prose, 'Words in place of the name, on return values.', 'The opened door'),
    default: common.default,
    deprecated: common.deprecated,
    since: common.since,
  },
  ['key'],
  {
    exclusive: { flags: displayFlags, need: 'properties' },
    levels: { key: 'properties', max: bounds.itemDepth, code: 'items-too-deep' },
  },
);

/** An entry of a list of items. */
export const itemSpec: EitherSpec = either(itemReference.wanted, () => [
  text(itemReference, oneMember),
  map(() => itemShape),
]);
