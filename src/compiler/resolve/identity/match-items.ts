// Nodes of all languages → fields: items of several languages that are the same field (format.md 4.8).

import type { LanguageId } from '../../model/index.ts';
import { Field } from './field.ts';
import type { ItemNode } from './item-nodes.ts';
import { joinAcrossParents } from './join-across-parents.ts';
import { joinSiblings } from './join-siblings.ts';

/**
 * Matches the nodes of one list.
 * @param nodes the top nodes of the list in all languages, in the order of joining
 * @param languages all languages that have the entity; a field that is missing in one of them may be elsewhere in the
 *   list
 */
export function matchItems(nodes: readonly ItemNode[], languages: readonly LanguageId[]): readonly Field[] {
  const top = joinSiblings(nodes.map((node) => new Field(node, undefined)));
  return languages.length < 2 ? top : joinAcrossParents(top, languages);
}
