// Entities without a `description` have the text for their id (format.md 4.2). If that text is renamed, they get a
// `description` with its new path.

import type { DataNode, Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import { lookUpPlaceholder, type KeyTree } from './description-keys.ts';
import { frontmatterEntry } from './find-entry.ts';
import { refuse } from './refusal.ts';
import type { Edit } from './text-edit.ts';
import { columnOf, entryEnd, isFirstOnLine, isFlowCollection, lineBreakOf, nextLineStart } from './yaml-layout.ts';

/** The path of the text of an entity without a `description`. */
export function inheritedPath(id: string): string {
  return `${id.replaceAll('-', '_')}.self`;
}

/**
 * Edits of one page that give a `description` to each entity whose text for its id is renamed.
 * @param from keys of the renamed text or group
 * @param to its new path
 */
export function describeInheriting(
  document: Document,
  tree: KeyTree,
  from: readonly string[],
  to: string,
): readonly Edit[] {
  const edits = new Map<number, Edit>();
  for (const entity of entitiesOf(document)) {
    const id = entryOf(entity, 'id');
    if (id?.value.kind !== 'scalar' || entryOf(entity, 'description')) continue;
    const { keys, rest } = lookUpPlaceholder(tree, inheritedPath(id.value.value.trim()));
    if (rest.length > 0 || !from.every((key, i) => keys[i] === key)) continue;
    const edit = describe(document, entity, id, `(${[to, ...keys.slice(from.length)].join('.')})`);
    // With an alias, one entity has several places: it gets one edit.
    edits.set(edit.range.start, edit);
  }
  return [...edits.values()];
}

/** Inserts the `description` after the entity's `id`: as a line, or in braces as an entry. */
function describe({ file: { text, path } }: Document, entity: MapNode, id: MapEntry, placeholder: string): Edit {
  const end = entryEnd(id);
  if (isFlowCollection(text, entity)) return { range: { start: end, end }, text: `, description: ${placeholder}` };
  const { start } = id.key.range;
  const isOnDash = /^ *- +$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  if (!isOnDash && !isFirstOnLine(text, start))
    refuse(
      `The entity \`${(id.value as { value: string }).value}\` in ${path} has the text for its id: ` +
        'give it a `description` first.',
    );
  const at = nextLineStart(text, end);
  return {
    range: { start: at, end: at },
    text: `${' '.repeat(columnOf(text, start))}description: ${placeholder}${lineBreakOf(text)}`,
  };
}

function* entitiesOf(document: Document): Generator<MapNode> {
  const reference: DataNode | undefined = frontmatterEntry(document, 'reference')?.value;
  if (reference?.kind !== 'map') return;
  for (const { value } of reference.entries) {
    if (value.kind === 'list') yield* value.items.filter((item) => item.kind === 'map');
  }
}

function entryOf({ entries }: MapNode, name: string): MapEntry | undefined {
  return entries.find(({ key }) => key.value === name);
}
