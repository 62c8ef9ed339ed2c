// Compares JSON samples with the table beside them. Reports undocumented keys, missing required keys, and values that
// do not match the documented type.

import { suggest } from '../../text/index.ts';
import { httpLanguage, wireLanguage } from '../../languages/index.ts';
import {
  typeText,
  type EntityForm,
  type ResolvedEntity,
  type ResolvedItem,
  type ResolvedModel,
} from '../../model/index.ts';
import type { SourceFile } from '../../source/index.ts';
import { entitiesOf, isUnreadable, type SampleRule } from './sample-rule.ts';
import type { JsonValue } from './read-json.ts';
import { findMismatch } from './value-types.ts';

export const checkResponses: SampleRule = ({ resolved, samples }, report) => {
  for (const sample of samples.values()) {
    const root = isUnreadable(sample) ? undefined : sample.json?.root;
    if (root === undefined) continue;
    for (const [entity, { panel }] of entitiesOf(sample)) {
      const table = isOther(panel.title, entity) ? undefined : tableOf(resolved, entity);
      if (table) compare(root, table, entity.id, sample.sample.file);
    }
  }

  function compare(value: JsonValue, table: Table, where: string, file: SourceFile): void {
    if (value.kind === 'array') for (const item of value.items) compare(item, table, where, file);
    if (value.kind !== 'object') return;
    const members = new Map(value.members.map((member) => [member.key, member]));
    for (const { key, keyRange } of value.members) {
      if (table.has(key)) continue;
      const near = suggest(
        key,
        [...table.keys()].filter((name) => !members.has(name)),
      );
      report('undocumented-key', { file, range: keyRange }, { name: key, where, near });
    }
    const missing = [...table].filter(([name, field]) => field.isRequired && !members.has(name)).map(([name]) => name);
    // A misspelt key is reported once, as an undocumented key.
    const misspelt = new Set(value.members.map(({ key }) => (table.has(key) ? undefined : suggest(key, missing))));
    const names = missing.filter((name) => !misspelt.has(name));
    if (names.length > 0) {
      const range = { start: value.range.start, end: value.range.start + 1 };
      report('missing-response-key', { file, range }, { names, where });
    }
    for (const [name, field] of table) {
      const member = members.get(name);
      if (member === undefined) continue;
      const isNull = member.value.kind === 'scalar' && member.value.value === null;
      if (isNull && !field.isRequired) continue;
      const found = field.type === undefined ? undefined : findMismatch(member.value, field.type);
      if (found !== undefined) {
        report('wrong-value', { file, range: member.value.range }, { name, type: field.type!, found });
      } else if (field.inner) compare(member.value, field.inner, name, file);
    }
  }
};

/** The documented fields of an object, by key. */
type Table = ReadonlyMap<string, Field>;

interface Field {
  /** Whether the key is always present, and never null. */
  readonly isRequired: boolean;
  readonly type?: string | undefined;
  /** Absent if the reference does not document the fields inside. */
  readonly inner?: Table | undefined;
}

/**
 * Whether a panel beside a method shows a request body or an error instead of the documented response, by its title.
 */
function isOther(title: string | undefined, { forms }: ResolvedEntity): boolean {
  const isMethod = [...forms.values()].some(({ kind }) => kind === 'method');
  return isMethod && /\b(?:request|body|payload|parameters|errors?|failure|[45]\d\d)\b/i.test(title ?? '');
}

/** Limit for objects inside objects. It is needed because an entity may contain a reference to itself. */
const maxDepth = 8;

/** The table of `curl`, or else of `json`; undefined if it documents no keys. */
function tableOf(resolved: ResolvedModel, entity: ResolvedEntity): Table | undefined {
  const form =
    entity.forms.get(httpLanguage) ?? [...entity.forms.values()].find(({ source }) => source === wireLanguage);
  if (form === undefined || (form.source !== httpLanguage && form.source !== wireLanguage)) return undefined;
  return tableOfForm(resolved, form, 0);
}

function tableOfForm(resolved: ResolvedModel, form: EntityForm, depth: number): Table | undefined {
  const name = form.kind === 'method' ? 'returns' : 'properties';
  const items = form.lists.find((list) => list.name === name)?.items ?? [];
  return tableOfItems(resolved, items, form.kind === 'method', depth);
}

/** @param isWhole whether a single row without a name, or for a whole entity, describes the value itself */
function tableOfItems(
  resolved: ResolvedModel,
  items: readonly ResolvedItem[],
  isWhole: boolean,
  depth: number,
): Table | undefined {
  if (depth > maxDepth || items.length === 0) return undefined;
  const [only] = items;
  if (isWhole && items.length === 1) {
    const target = innerForm(resolved, only!);
    if (target) return tableOfForm(resolved, target, depth + 1);
    const isContainer = only!.name === undefined || only!.display === 'unwrap';
    if (isContainer) return tableOfItems(resolved, only!.children, false, depth + 1);
  }
  const table = new Map<string, Field>();
  for (const item of items) {
    if (item.display === 'unwrap') {
      const inner = tableOfItems(resolved, item.children, false, depth + 1);
      if (inner === undefined) return undefined;
      for (const [key, field] of inner) table.set(key, field);
      continue;
    }
    // A row for a whole entity beside other rows has no key, so the table is incomplete.
    if (item.name === undefined || item.target) return undefined;
    const form = innerForm(resolved, item);
    const inner =
      item.children.length > 0
        ? tableOfItems(
            resolved,
            item.children,
            item.children.length === 1 && item.children[0]!.target !== undefined,
            depth + 1,
          )
        : form && tableOfForm(resolved, form, depth + 1);
    const type = item.type && typeText(item.type);
    // `optional` of a shared parameter is about requests. It does not apply to a response.
    const isShared = item.source.kind === 'entity-reference' && item.source.member === undefined;
    table.set(item.name, {
      isRequired: !item.isOptional && !isShared && item.deprecated === undefined,
      type: form ? undefined : type,
      inner,
    });
  }
  return table;
}

/** The form in JSON of the entity that a row or its type refers to. */
function innerForm({ pages }: ResolvedModel, { target, type }: ResolvedItem): EntityForm | undefined {
  const found = target ?? type?.find((span) => span.target)?.target;
  const entity = found && pages.get(found.route)?.entities.find(({ id }) => id === found.id);
  const form = entity?.forms.get(httpLanguage);
  return form && (form.source === httpLanguage || form.source === wireLanguage) && form.kind === 'object'
    ? form
    : undefined;
}
