// Entities that have their text by their id (format.md 4.2): a renamed text stays theirs as a `description` of their own.

import type { DataNode, Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import { walkPlaceholder, type KeyTree } from './description-keys.ts';
import { frontmatterEntry } from './find-entry.ts';
import { refuse } from './refusal.ts';
import type { Edit } from './text-edit.ts';
import { columnOf, entryEnd, isFirstOnLine, isFlowCollection, lineBreakOf, nextLineStart } from './yaml-layout.ts';

/** Path of the text that an entity without a `description` has. */
export function inheritedPath(id: string): string {
  return `${id.replaceAll('-', '_')}.self`;
}

/**
 * Edits of one page that give its entities a `description`, where the text that they have by their id is renamed.
 * @param from keys of what is renamed
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
    const { keys, rest } = walkPlaceholder(tree, inheritedPath(id.value.value.trim()));
    if (rest.length > 0 || !from.every((key, i) => keys[i] === key)) continue;
    const edit = describe(document, entity, id, `(${[to, ...keys.slice(from.length)].join('.')})`);
    // An alias shows one entity in several places.
    edits.set(edit.range.start, edit);
  }
  return [...edits.values()];
}

/** A line, or in braces an entry, behind the entity's `id`. */
function describe({ file: { text, path } }: Document, entity: MapNode, id: MapEntry, placeholder: string): Edit {
  const end = entryEnd(id);
  if (isFlowCollection(text, entity)) return { range: { start: end, end }, text: `, description: ${placeholder}` };
  const { start } = id.key.range;
  const isOnDash = /^ *- +$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  if (!isOnDash && !isFirstOnLine(text, start))
    refuse(
      `The entity \`${(id.value as { value: string }).value}\` in ${path} has its text by its id: give it a \`description\` first.`,
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
