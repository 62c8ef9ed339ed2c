// Reads single values by the specs of `format`: texts, choices, entries of lists and of tables. Wrong values are
// reported and left out.

import { suggest } from '../text/index.ts';
import {
  wantedOf,
  type ChoiceSpec,
  type EitherSpec,
  type ListSpec,
  type TableSpec,
  type TextRule,
  type TextSpec,
  type ValueSpec,
} from '../format/index.ts';
import type { DataNode, ListNode, MapNode, ScalarNode, Text } from '../model/index.ts';
import { reportCutText } from './cut-texts.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** An entry of a table with an allowed name. */
export interface TableEntry {
  readonly key: ScalarNode;
  readonly value: DataNode;
}

/** A text or a choice, without white space at its ends unless the spec keeps it. */
export function readText(
  context: DecodeContext,
  name: string,
  node: DataNode,
  spec: TextSpec | ChoiceSpec,
  isEntry = false,
): Text | undefined {
  if (node.kind !== 'scalar' || node.type === 'null') return refuse(context, name, node, spec, { isEntry });
  if (spec.kind === 'choice') return readChoice(context, name, node, spec, isEntry);
  if (spec.isProse) reportCutText(context.file, node, context.report);
  const value = spec.isVerbatim ? node.value : node.value.trim();
  if (value === '' && !spec.isVerbatim) return refuse(context, name, node, spec, { isEntry });
  const rule = spec.rules.find((one) => !follows(value, one));
  if (rule !== undefined) return refuse(context, name, node, spec, { isEntry, rule });
  return { value, file: context.file, range: node.range };
}

function readChoice(
  context: DecodeContext,
  name: string,
  node: ScalarNode,
  spec: ChoiceSpec,
  isEntry: boolean,
): Text | undefined {
  const written = node.value.trim();
  const value = spec.anyCase ? written.toLowerCase() : written;
  if (!spec.of.includes(value)) return refuse(context, name, node, spec, { isEntry });
  return { value, file: context.file, range: node.range };
}

function follows(value: string, { pattern, accepts }: TextRule): boolean {
  return accepts ? accepts(value) : pattern === undefined || pattern.test(value);
}

/** A map or a text; for specs that allow both. */
export function readTextOrMap(
  context: DecodeContext,
  name: string,
  node: DataNode,
  spec: EitherSpec,
  isEntry = false,
): Text | MapNode | undefined {
  if (node.kind === 'map') return node;
  const asText = spec.alternatives().find(({ kind }) => kind === 'text') as TextSpec;
  return readText(context, name, node, { ...asText, wanted: spec.wanted }, isEntry);
}

/** The entries of a list that are texts, or a single text if the spec allows it. */
export function readTexts(context: DecodeContext, name: string, node: DataNode, spec: ListSpec): readonly Text[] {
  const items = spec.items() as TextSpec | ChoiceSpec;
  if (node.kind === 'scalar' && spec.mayBeAlone) {
    const text = readText(context, name, node, { ...items, wanted: wantedOf(spec) });
    return text ? [text] : [];
  }
  if (node.kind !== 'list') return refuse(context, name, node, spec) ?? [];
  if (node.items.length < (spec.least ?? 0)) return refuse(context, name, node, spec) ?? [];
  return node.items.map((item) => readText(context, name, item, items, true)).filter((text) => text !== undefined);
}

/** The entries of a list that are maps. */
export function readMaps(
  context: DecodeContext,
  name: string,
  node: ListNode | undefined,
  spec: ListSpec,
): readonly MapNode[] {
  return (node?.items ?? [])
    .map((item) => (item.kind === 'map' ? item : refuse(context, name, item, spec.items(), { isEntry: true })))
    .filter((map) => map !== undefined);
}

/** The entries of a table with allowed names. The caller checks names that are ids of languages. */
export function readEntries(
  context: DecodeContext,
  name: string,
  node: MapNode | undefined,
  spec: TableSpec,
): readonly TableEntry[] {
  return node?.entries.filter(({ key }) => isName(context, name, key, spec)) ?? [];
}

function isName(context: DecodeContext, table: string, key: ScalarNode, { names }: TableSpec): boolean {
  if (names.of === 'languages') return true;
  const rule = names.rules.find((one) => !follows(key.value, one));
  if (rule !== undefined) {
    refuse(context, key.value, key, nameSpec, { rule });
    return false;
  }
  const known = names.of;
  if (known === undefined || known.includes(key.value)) return true;
  const args = { name: key.value, where: `\`${table}\``, known, near: suggest(key.value, known) };
  context.report('unknown-key', { file: context.file, range: key.range }, args);
  return false;
}

const nameSpec: ValueSpec = { kind: 'text', rules: [] };

/** The entries of a table whose values are texts or choices. */
export function readTextEntries(
  context: DecodeContext,
  name: string,
  node: MapNode | undefined,
  spec: TableSpec,
): readonly { readonly name: Text; readonly text: Text }[] {
  const values = spec.values() as TextSpec | ChoiceSpec;
  return readEntries(context, name, node, spec).flatMap(({ key, value }) => {
    const text = readText(context, key.value, value, values);
    return text ? [{ name: { value: key.value, file: context.file, range: key.range }, text }] : [];
  });
}
