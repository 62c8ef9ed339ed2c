// A tree of code → the names in it that may be documented fields: arguments, members, keys of literals.

import type { Tree } from 'web-tree-sitter';
import type { SampleGrammar } from '../../compiler/languages/index.ts';
import type { UsedName } from '../../compiler/model/index.ts';
import type { Range } from '../../compiler/source/index.ts';
import { walkTree } from './tree-sitter.ts';

/** Names and comments of a tree. */
export function findNames(
  tree: Tree,
  text: string,
  grammar: SampleGrammar,
): { names: readonly UsedName[]; comments: readonly Range[] } {
  const places = grammar.names;
  // Most nodes are of other types, and asking for the field of a node is slow.
  const types = new Set(Object.keys(places).map((place) => place.slice(place.lastIndexOf('/') + 1)));
  const names: UsedName[] = [];
  const comments: Range[] = [];
  walkTree(tree, ({ cursor, type, around, parentEnd }) => {
    if (type.includes('comment')) {
      if (!around.at(-1)?.includes('comment')) comments.push({ start: cursor.startIndex, end: cursor.endIndex });
      return;
    }
    if (!types.has(type)) return;
    const parent = around.at(-1) ?? '';
    const field = cursor.currentFieldName ?? '';
    const role =
      places[`${parent}/${field}/${type}`] ??
      places[`${parent}//${type}`] ??
      places[`${around.at(-2)}/${parent}/${field}/${type}`];
    if (role === undefined) return;
    const name = nameIn(text, cursor.startIndex, cursor.endIndex, grammar.hasUnquotedKeys === true);
    if (name === undefined || isValue(type, parent, text, name)) return;
    // The name of an argument has `:` or `=` after it: `limit: 5`, `limit = 5`. Without the sign it is a variable.
    if (role === 'argument' && !/^["']?\s*[:=]/.test(text.slice(name.range.end, name.range.end + 40))) return;
    // A member follows an object, as in `organization.id`; `limit` in `list(limit)` is a local variable.
    if (role === 'member' && !/(?:\.|->|::)\s*$/.test(text.slice(Math.max(0, name.range.start - 40), name.range.start)))
      return;
    const isShort = type.startsWith('shorthand');
    names.push(
      role === 'member' ? { ...name, role } : { ...name, role, valueEnd: isShort ? name.range.end : parentEnd },
    );
  });
  return { names, comments };
}

/** Whether a string is the value of `"key" => "value"`. */
function isValue(type: string, parent: string, text: string, { range }: { range: Range }): boolean {
  if (parent !== 'array_element_initializer') return false;
  return type.includes('string') && !/^.?\s*=>/.test(text.slice(range.end));
}

/**
 * A name, without the quotes around it; undefined for anything else. Quoted keys in Go are data, since Go's fields have
 * no quotes.
 */
function nameIn(text: string, start: number, end: number, isBare: boolean): { name: string; range: Range } | undefined {
  const match = /^([:"']?)([A-Za-z_][\w-]*)["']?(?::\s*)?$/.exec(text.slice(start, end));
  if (match === null) return undefined;
  const [, quote, name] = match as unknown as [string, string, string];
  if (isBare && quote !== '') return undefined;
  return { name, range: { start: start + quote.length, end: start + quote.length + name.length } };
}
