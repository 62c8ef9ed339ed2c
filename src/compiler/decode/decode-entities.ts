// `reference` → entities with their items (format.md 4.2 and 4.3). Names and placeholders stay names; nothing is looked up.

import { bounds, type Range } from '../source/index.ts';
import { suggest } from '../diagnostics/index.ts';
import { idMeant } from '../languages/index.ts';
import type {
  DataNode,
  Deprecated,
  Entity,
  FieldItem,
  Item,
  LanguageId,
  ListNode,
  MapNode,
  EntityReference,
  ScalarNode,
  Text,
} from '../model/index.ts';
import { decodeDefault } from './decode-default.ts';
import { decodeDescription } from './decode-descriptions.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { isGeneralExpression } from './literal-pattern.ts';
import { MapReader, refuse, type DecodeContext } from './map-reader.ts';
import { entityShape, itemShape } from './shapes.ts';

export interface DecodedReference {
  readonly entities: ReadonlyMap<LanguageId, readonly Entity[]>;
  readonly languageRanges: ReadonlyMap<LanguageId, Range>;
}

/** Reads a page's `reference`. Languages that are not among `known` are reported and left out. */
export function decodeReference(context: DecodeContext, node: MapNode, known: readonly LanguageId[]): DecodedReference {
  const entities = new Map<LanguageId, readonly Entity[]>();
  const languageRanges = new Map<LanguageId, Range>();
  for (const { key, value } of node.entries) {
    if (!known.includes(key.value)) {
      const place = { file: context.file, range: key.range };
      const isBuiltIn = builtInLanguages.some(({ id }) => id === key.value);
      context.report('unknown-language', place, {
        name: key.value,
        near: idMeant(key.value, known) ?? suggest(key.value, known),
        known,
        isBuiltIn,
      });
      continue;
    }
    languageRanges.set(key.value, key.range);
    if (value.kind !== 'list') {
      refuse(context, key.value, value, 'a list');
      continue;
    }
    const decoded = value.items.map((item) => decodeEntity(context, key.value, item));
    entities.set(
      key.value,
      decoded.filter((entity) => entity !== undefined),
    );
  }
  return { entities, languageRanges };
}

function decodeEntity(context: DecodeContext, language: LanguageId, node: DataNode): Entity | undefined {
  if (node.kind !== 'map') {
    refuse(context, language, node, 'a list of entities (maps)');
    return undefined;
  }
  const map = new MapReader(context, node, entityShape);
  const key = readKey(context, node, map.trimmed('key'), 'an entity', map.has('key'));
  if (key === undefined) return undefined;
  const properties = decodeList(context, 'properties', map.list('properties'));
  const parameters = decodeList(context, 'parameters', map.list('parameters'));
  const returns = decodeList(context, 'returns', map.list('returns'));
  if (properties && (parameters || returns)) {
    const place = { file: context.file, range: map.keyRange('properties')! };
    context.report('properties-on-method', place, { name: key.text.value });
  }
  const description = map.any('description');
  return {
    language,
    file: context.file,
    key: key.text,
    id: readId(context, map),
    url: map.trimmed('url'),
    title: map.trimmed('title'),
    type: map.trimmed('type'),
    properties,
    parameters,
    returns,
    patternBefore: readPattern(context, map.text('patternBefore')),
    sendsEmail: map.boolean('sendsEmail')?.value ?? false,
    description: description && decodeDescription(context, 'description', description),
    optional: map.boolean('optional') ?? (key.isOptional ? { ...key.text, value: true } : undefined),
    default: decodeDefault(context, map.any('default')),
    deprecated: readDeprecated(context, map.any('deprecated'), key),
    since: map.trimmed('since'),
    range: node.range,
  };
}

/** An id is the start of anchors: a letter, then what a fragment of an address holds as it is. */
function readId(context: DecodeContext, map: MapReader<typeof entityShape.keys>): Text | undefined {
  const id = map.trimmed('id');
  if (id === undefined || /^[A-Za-z][A-Za-z0-9_.-]*$/.test(id.value)) return id;
  refuse(
    context,
    'id',
    map.any('id')!,
    'a letter followed by letters, digits, `_`, `-` and `.`, since it is an anchor',
  );
  return undefined;
}

/** A literal (format.md 4.2): a general expression is reported and left out. */
function readPattern(context: DecodeContext, text: Text | undefined): Text | undefined {
  if (text === undefined || !isGeneralExpression(text.value)) return text;
  context.report('pattern-not-literal', text, { name: text.value });
  return undefined;
}

/** The items of a list; an empty list is as if it were absent (format.md 4.2). */
function decodeList(context: DecodeContext, name: string, node: ListNode | undefined): readonly Item[] | undefined {
  return node && node.items.length > 0 ? decodeItems(context, name, node, 1) : undefined;
}

function decodeItems(context: DecodeContext, name: string, node: ListNode, depth: number): readonly Item[] {
  if (depth > bounds.itemDepth) {
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    context.report('items-too-deep', place, { limit: bounds.itemDepth });
    return [];
  }
  return node.items
    .map((item) =>
      item.kind === 'scalar' ? decodeReferenceItem(context, name, item) : decodeField(context, name, item, depth),
    )
    .filter((item) => item !== undefined);
}

const referencePattern = /^\(([A-Za-z_]\w*)((?:\.\w+)*)\)$/;

function decodeReferenceItem(context: DecodeContext, name: string, node: ScalarNode): EntityReference | undefined {
  const written = node.value.trim();
  const match = referencePattern.exec(written);
  if (match === null) {
    refuse(context, name, node, 'a list of items: maps with a `key`, or references such as `(limit)`');
    return undefined;
  }
  const [member, ...deeper] = match[2]!.split('.').slice(1);
  const place = { file: context.file, range: node.range };
  if (deeper.length > 0) {
    context.report('reference-too-deep', place, { name: written });
    return undefined;
  }
  return { kind: 'entity-reference', key: match[1]!, ...(member === undefined ? {} : { member }), ...place };
}

function decodeField(
  context: DecodeContext,
  name: string,
  node: MapNode | ListNode,
  depth: number,
): FieldItem | undefined {
  if (node.kind === 'list') {
    refuse(context, name, node, 'a list of items: maps with a `key`, or references such as `(limit)`');
    return undefined;
  }
  const map = new MapReader(context, node, itemShape);
  const key = readKey(context, node, map.trimmed('key'), 'an item', map.has('key'));
  if (key === undefined) return undefined;
  const description = map.any('description');
  const properties = map.list('properties');
  const isEmpty = !map.has('properties') || properties?.items.length === 0;
  return {
    kind: 'field',
    key: key.text,
    type: map.trimmed('type'),
    description: description && decodeDescription(context, 'description', description),
    optional: map.boolean('optional') ?? (key.isOptional ? { ...key.text, value: true } : undefined),
    properties: isEmpty || !properties ? [] : decodeItems(context, 'properties', properties, depth + 1),
    isBare: description === undefined && isEmpty && !map.hasUnknown,
    display: decodeDisplay(context, map, isEmpty),
    title: map.trimmed('title'),
    default: decodeDefault(context, map.any('default')),
    deprecated: readDeprecated(context, map.any('deprecated'), key),
    since: map.trimmed('since'),
    range: node.range,
  };
}

function decodeDisplay(
  context: DecodeContext,
  map: MapReader<typeof itemShape.keys>,
  isEmpty: boolean,
): FieldItem['display'] {
  const chosen = (['unwrap', 'expanded'] as const).filter((key) => map.boolean(key)?.value);
  const first = chosen[0];
  if (first === undefined) return 'folded';
  const place = { file: context.file, range: map.keyRange(chosen.at(-1)!)! };
  if (chosen.length > 1) context.report('unwrap-and-expanded', place, {});
  if (!isEmpty) return first;
  if (chosen.length === 1) context.report('display-without-properties', place, { name: first });
  return 'folded';
}

/** What the key `deprecated` says; without it, what the name's suffix says. */
function readDeprecated(context: DecodeContext, node: DataNode | undefined, name: Key): Deprecated | undefined {
  if (node === undefined) return name.isDeprecated ? { kind: 'flag' } : undefined;
  if (node.kind === 'scalar' && node.type === 'boolean')
    return node.value.toLowerCase() === 'true' ? { kind: 'flag' } : undefined;
  if (node.kind !== 'scalar' || node.type === 'null') {
    refuse(context, 'deprecated', node, '`true` or text');
    return undefined;
  }
  return { kind: 'markdown', text: context.parseText(context.file, node) };
}

const deprecatedSuffix = ' [Deprecated]';

interface Key {
  readonly text: Text;
  readonly isDeprecated: boolean;
  readonly isOptional: boolean;
}

/** The key without the suffixes that stand for a flag, in whatever order (format.md 4.4). */
function readKey(
  context: DecodeContext,
  node: MapNode,
  key: Text | undefined,
  where: string,
  isPresent: boolean,
): Key | undefined {
  if (key === undefined) {
    // A key of the wrong kind is reported already.
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    if (!isPresent) context.report('missing-key', place, { name: 'key', where });
    return undefined;
  }
  let value = key.value;
  let [isDeprecated, isOptional] = [false, false];
  for (;;) {
    if (!isDeprecated && value.endsWith(deprecatedSuffix)) {
      isDeprecated = true;
      value = value.slice(0, -deprecatedSuffix.length).trimEnd();
    } else if (!isOptional && value.length > 1 && value.endsWith('?')) {
      isOptional = true;
      value = value.slice(0, -1).trimEnd();
    } else break;
  }
  if (isDeprecated) context.report('deprecated-in-key', key, { name: key.value, key: value });
  if (isOptional) context.report('optional-in-key', key, { name: key.value, key: value });
  return { text: { ...key, value }, isDeprecated, isOptional };
}
