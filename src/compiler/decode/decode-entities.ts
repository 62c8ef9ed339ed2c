// `reference` → entities with their items (format.md 4.2 and 4.3). References and placeholders stay names; nothing is
// looked up.

import { suggest } from '../text/index.ts';
import { idMeant } from '../languages/index.ts';
import { displayFlags, entityShape, itemShape, itemSpec, pageShape, type ListSpec } from '../format/index.ts';
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
  Text,
} from '../model/index.ts';
import type { Range } from '../source/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { CompactField, type Words } from './compact-field.ts';
import { decodeDefault } from './decode-default.ts';
import { decodeDescription } from './decode-descriptions.ts';
import { isTooDeep, MapReader } from './map-reader.ts';
import { readMaps, readTextOrMap } from './read-values.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** The context of the items of a page. */
interface ItemContext extends DecodeContext {
  readonly words: Words;
}

export interface DecodedReference {
  readonly entities: ReadonlyMap<LanguageId, readonly Entity[]>;
  readonly languageRanges: ReadonlyMap<LanguageId, Range>;
}

/** Reads a page's `reference`. Languages that are not in `known` are reported and left out. */
export function decodeReference(context: DecodeContext, node: MapNode, known: readonly LanguageId[]): DecodedReference {
  const ofItems: ItemContext = { ...context, words: new Map() };
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
      refuse(context, key.value, value, entitiesSpec);
      continue;
    }
    const decoded = readMaps(context, key.value, value, entitiesSpec).map((map) =>
      decodeEntity(ofItems, key.value, map),
    );
    entities.set(
      key.value,
      decoded.filter((entity) => entity !== undefined),
    );
  }
  return { entities, languageRanges };
}

const entitiesSpec = pageShape.keys.reference.value.values() as ListSpec;

function decodeEntity(context: ItemContext, language: LanguageId, node: MapNode): Entity | undefined {
  const map = new MapReader(context, node, entityShape);
  map.require();
  const key = readKey(context, map.text('key'));
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
    id: map.text('id'),
    url: map.text('url'),
    title: map.text('title'),
    type: map.text('type'),
    properties,
    parameters,
    returns,
    patternBefore: map.text('patternBefore'),
    sendsEmail: map.boolean('sendsEmail')?.value ?? false,
    description: description && decodeDescription(context, 'description', description),
    optional: map.boolean('optional') ?? (key.isOptional ? { ...key.text, value: true } : undefined),
    default: decodeDefault(context, map.any('default')),
    deprecated: readDeprecated(context, map.any('deprecated'), key),
    since: map.text('since'),
    range: node.range,
  };
}

/** The items of a list; an empty list counts as absent (format.md 4.2). */
function decodeList(context: ItemContext, name: string, node: ListNode | undefined): readonly Item[] | undefined {
  return node && node.items.length > 0 ? decodeItems(context, name, node, 1) : undefined;
}

function decodeItems(context: ItemContext, name: string, node: ListNode, level: number): readonly Item[] {
  if (isTooDeep(context, itemShape, node, level)) return [];
  return node.items.map((item) => decodeItem(context, name, item, level)).filter((item) => item !== undefined);
}

function decodeItem(context: ItemContext, name: string, node: DataNode, level: number): Item | undefined {
  const item = readTextOrMap(context, name, node, itemSpec, true);
  if (item === undefined) return undefined;
  return 'value' in item ? referenceOf(item) : decodeField(context, item, level);
}

/** `(Key)` or `(Key.member)`. */
function referenceOf({ value, file, range }: Text): EntityReference {
  const [key, member] = value.slice(1, -1).split('.') as [string, string?];
  return { kind: 'entity-reference', key, member, file, range };
}

/** One array for all fields without children. */
const noItems: readonly Item[] = [];

function decodeField(context: ItemContext, node: MapNode, level: number): FieldItem | undefined {
  const map = new MapReader(context, node, itemShape);
  map.require();
  const key = readKey(context, map.text('key'));
  if (key === undefined) return undefined;
  const description = map.any('description');
  const properties = map.list('properties');
  const isEmpty = !map.has('properties') || properties?.items.length === 0;
  const field = {
    key: key.text,
    type: map.text('type'),
    description: description && decodeDescription(context, 'description', description),
    optional: map.boolean('optional') ?? (key.isOptional ? { ...key.text, value: true } : undefined),
    properties: isEmpty || !properties ? noItems : decodeItems(context, 'properties', properties, level + 1),
    isBare: description === undefined && isEmpty && !map.hasUnknown,
    display: decodeDisplay(context, map, isEmpty),
    title: map.text('title'),
    default: decodeDefault(context, map.any('default')),
    deprecated: readDeprecated(context, map.any('deprecated'), key),
    since: map.text('since'),
    range: node.range,
  };
  return new CompactField(context.file, field, context.words);
}

function decodeDisplay(
  context: DecodeContext,
  map: MapReader<typeof itemShape.keys>,
  isEmpty: boolean,
): FieldItem['display'] {
  const chosen = displayFlags.filter((key) => map.boolean(key)?.value);
  const first = chosen[0];
  if (first === undefined) return 'folded';
  const place = { file: context.file, range: map.keyRange(chosen.at(-1)!)! };
  if (chosen.length > 1) context.report('unwrap-and-expanded', place, {});
  if (!isEmpty) return first;
  if (chosen.length === 1) context.report('display-without-properties', place, { name: first });
  return 'folded';
}

/** The value of the key `deprecated`, else the flag from the name's suffix. */
function readDeprecated(context: DecodeContext, node: DataNode | undefined, name: KeyAndFlags): Deprecated | undefined {
  if (node === undefined) return name.isDeprecated ? { kind: 'flag' } : undefined;
  if (node.kind === 'scalar' && node.type === 'boolean')
    return node.value.toLowerCase() === 'true' ? { kind: 'flag' } : undefined;
  if (node.kind !== 'scalar' || node.type === 'null')
    return refuse(context, 'deprecated', node, itemShape.keys.deprecated.value);
  return { kind: 'markdown', text: context.parseText(context.file, node) };
}

const deprecatedSuffix = ' [Deprecated]';

interface KeyAndFlags {
  readonly text: Text;
  readonly isDeprecated: boolean;
  readonly isOptional: boolean;
}

/** The key without the suffixes that set a flag, in any order (format.md 4.4). */
function readKey(context: DecodeContext, key: Text | undefined): KeyAndFlags | undefined {
  if (key === undefined) return undefined;
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
