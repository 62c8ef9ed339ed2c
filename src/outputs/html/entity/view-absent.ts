// An entity's fields in all languages → the fields that one language lacks. The address of a field then works in every
// language: it leads to the field, or to a line that lists the languages with it.

import {
  type AbsentView,
  type Language,
  type LanguageId,
  type LanguageLinkView,
  type ListView,
  type ResolvedEntity,
  type ResolvedItem,
  type RowView,
} from '../../../compiler/model/index.ts';

interface AbsentOptions {
  readonly languages: readonly Language[];
  /** Keeps the fields of entities: they are the same in all languages. */
  readonly fields: Map<ResolvedEntity, Fields>;
  readonly linkTo: (language: Language) => LanguageLinkView;
}

/**
 * @param language the reader's language
 * @param lists the entity's lists on the page
 */
export function viewAbsent(
  entity: ResolvedEntity,
  language: LanguageId,
  lists: readonly ListView[],
  { languages, linkTo, fields: known }: AbsentOptions,
): readonly AbsentView[] {
  const shown = new Set<string>();
  for (const { anchor, rows } of lists) {
    if (anchor !== undefined) shown.add(anchor);
    addAnchors(rows, shown);
  }
  const fields = known.get(entity) ?? listFields(entity);
  known.set(entity, fields);
  const unshown: (readonly [anchor: string, field: Field])[] = [];
  for (const field of fields) if (!shown.has(field[0])) unshown.push(field);
  if (unshown.length === 0) return [];
  const sorted = [...shown].sort();
  return unshown
    .filter(([anchor]) => !isParent(anchor, sorted))
    .map(([anchor, { names, above }]) => ({
      anchor,
      name: [...above, anchor].map((one) => nameFor(fields.get(one)?.names ?? names, language)).join('.'),
      available: languages
        .filter(({ id }) => names.has(id))
        .map((other) => ({ ...linkTo(other), href: `${linkTo(other).href}#${encodeURIComponent(anchor)}` })),
    }));
}

function addAnchors(rows: readonly RowView[], anchors: Set<string>): void {
  for (const { anchor, children } of rows) {
    if (anchor !== undefined) anchors.add(anchor);
    addAnchors(children, anchors);
  }
}

/** A field: its name in each language that has it, and the anchors of the fields around it. */
interface Field {
  readonly names: Map<LanguageId, string>;
  readonly above: readonly string[];
}

/** The fields of an entity by their anchors. */
export type Fields = ReadonlyMap<string, Field>;

function listFields(entity: ResolvedEntity): Fields {
  const fields = new Map<string, Field>();
  for (const [id, { lists }] of entity.forms) {
    for (const { name, items } of lists) noteFields(items, id, [], `${entity.id}.${name}`, fields);
  }
  return fields;
}

/** @param list anchor of the list, used for its wrapper and an unnamed value */
function noteFields(
  items: readonly ResolvedItem[],
  language: LanguageId,
  above: readonly string[],
  list: string,
  fields: Map<string, Field>,
): void {
  for (const { anchor, name, children } of items) {
    const isNamed = anchor !== undefined && anchor !== list && name !== undefined;
    if (anchor !== undefined) {
      const field = fields.get(anchor) ?? { names: new Map<LanguageId, string>(), above: isNamed ? above : [] };
      fields.set(anchor, field);
      field.names.set(language, isNamed ? name : list.slice(list.lastIndexOf('.') + 1));
    }
    noteFields(children, language, isNamed ? [...above, anchor] : above, list, fields);
  }
}

/** The name in the reader's language, else in the first language that has the field. */
function nameFor(names: ReadonlyMap<LanguageId, string>, language: LanguageId): string {
  return names.get(language) ?? [...names.values()][0]!;
}

/**
 * Whether an anchor continues this one: `a.b.c` continues `a.b` and `a`. A list of all such beginnings would be
 * quadratic.
 */
function isParent(anchor: string, sorted: readonly string[]): boolean {
  const start = `${anchor}.`;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ?? false;
}
