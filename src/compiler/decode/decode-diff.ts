// `diff` of `site.yaml` → other impacts of changes, for all languages and for single ones.

import { diffShape } from '../format/index.ts';
import type { DiffSettings, MapNode, Text } from '../model/index.ts';
import { MapReader } from './map-reader.ts';
import { readTextEntries } from './read-values.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** Languages that the site does not have are not refused: the other side of a diff may have them. */
export function decodeDiff(context: DecodeContext, node: MapNode | undefined): DiffSettings {
  if (node === undefined) return { impacts: {}, languages: {} };
  const map = new MapReader(context, node, diffShape);
  const spec = diffShape.keys.languages.value.values();
  const languages = map.entries('languages').flatMap(({ key, value }) => {
    if (spec.kind !== 'table' || value.kind !== 'map') return refuse(context, key.value, value, spec) ?? [];
    return [[key.value, asRecord(readTextEntries(context, key.value, value, spec))] as const];
  });
  return { impacts: asRecord(map.textEntries('impacts')), languages: Object.fromEntries(languages) };
}

function asRecord(entries: readonly { readonly name: Text; readonly text: Text }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ name, text }) => [name.value, text.value]));
}
