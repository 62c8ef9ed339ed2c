// A tree of code → the names in it that may be those of documented fields: arguments, members, keys of literals.

import type { Tree } from 'web-tree-sitter';
import type { UsedName } from '../../compiler/model/index.ts';
import type { Range } from '../../compiler/source/index.ts';
import type { GrammarName } from './lexis.ts';
import { walkTree } from './tree-sitter.ts';

type Role = UsedName['role'];

/** `parent/field/node` → role. `*` stands for any node; a field that is left empty is any, too. */
type Places = Readonly<Record<string, Role>>;

const script: Places = {
  'pair/key/property_identifier': 'key',
  'pair/key/string': 'key',
  'pair_pattern/key/property_identifier': 'key',
  'object//shorthand_property_identifier': 'key',
  'object_pattern//shorthand_property_identifier_pattern': 'key',
  'member_expression/property/property_identifier': 'member',
  'subscript_expression/index/string': 'key',
};

const placesByGrammar: Readonly<Record<GrammarName, Places>> = {
  javascript: script,
  typescript: script,
  tsx: script,
  bash: {},
  python: {
    'keyword_argument/name/identifier': 'argument',
    'attribute/attribute/identifier': 'member',
    'pair/key/string': 'key',
    'subscript/subscript/string': 'key',
  },
  ruby: {
    'pair/key/hash_key_symbol': 'argument',
    'pair/key/string': 'key',
    'pair/key/simple_symbol': 'key',
    'keyword_pattern/key/hash_key_symbol': 'key',
    'call/method/identifier': 'member',
    'element_reference//simple_symbol': 'key',
    'element_reference//string': 'key',
  },
  go: {
    'keyed_element/key/literal_element': 'key',
    'selector_expression/field/field_identifier': 'member',
  },
  php: {
    'argument/name/name': 'argument',
    'member_access_expression/name/name': 'member',
    'nullsafe_member_access_expression/name/name': 'member',
    'member_call_expression/name/name': 'member',
    'nullsafe_member_call_expression/name/name': 'member',
    'array_element_initializer//encapsed_string': 'key',
    'array_element_initializer//string': 'key',
    'subscript_expression//encapsed_string': 'key',
    'subscript_expression//string': 'key',
  },
  java: {
    'method_invocation/name/identifier': 'member',
    'field_access/field/identifier': 'member',
  },
  // Named arguments are left out: .NET writes parameters in another casing than the properties they set.
  'c-sharp': {
    'assignment_expression/left/identifier': 'key',
    'member_access_expression/name/identifier': 'member',
    'member_binding_expression/name/identifier': 'member',
    'subpattern/name/identifier': 'key',
  },
};

/** Names and comments of a tree. */
export function findNames(
  tree: Tree,
  text: string,
  grammar: GrammarName,
): { names: readonly UsedName[]; comments: readonly Range[] } {
  const places = placesByGrammar[grammar];
  const names: UsedName[] = [];
  const comments: Range[] = [];
  walkTree(tree, ({ cursor, type, field, around, parentEnd }) => {
    if (type.includes('comment')) {
      if (!around.at(-1)?.includes('comment')) comments.push({ start: cursor.startIndex, end: cursor.endIndex });
      return;
    }
    const parent = around.at(-1) ?? '';
    const role = places[`${parent}/${field}/${type}`] ?? places[`${parent}//${type}`];
    if (role === undefined || !isField(type, parent, around)) return;
    const name = nameIn(text, cursor.startIndex, cursor.endIndex, grammar === 'go');
    if (name === undefined || isValue(type, parent, text, name)) return;
    // A name is no local variable where something stands before it: `organization.id`, but not `list(limit)`.
    if (role === 'member' && !/(?:\.|->|::)\s*$/.test(text.slice(Math.max(0, name.range.start - 40), name.range.start)))
      return;
    const isShort = type.startsWith('shorthand');
    names.push(
      role === 'member' ? { ...name, role } : { ...name, role, valueEnd: isShort ? name.range.end : parentEnd },
    );
  });
  return { names, comments };
}

/** An assignment sets a field inside an initialiser only; anywhere else it sets a variable. */
function isField(type: string, parent: string, around: readonly string[]): boolean {
  if (parent !== 'assignment_expression' || type !== 'identifier') return true;
  return around.at(-2) === 'initializer_expression' || around.at(-2) === 'anonymous_object_creation_expression';
}

/** The second string of `"key" => "value"`. */
function isValue(type: string, parent: string, text: string, { range }: { range: Range }): boolean {
  if (parent !== 'array_element_initializer') return false;
  return type.includes('string') && !/^.?\s*=>/.test(text.slice(range.end));
}

/** A name, without the quotes around it; undefined for anything else. Go's quoted keys are data: its fields have none. */
function nameIn(text: string, start: number, end: number, isBare: boolean): { name: string; range: Range } | undefined {
  const match = /^([:"']?)([A-Za-z_][\w-]*)["']?$/.exec(text.slice(start, end));
  if (match === null) return undefined;
  const [, quote, name] = match as unknown as [string, string, string];
  if (isBare && quote !== '') return undefined;
  return { name, range: { start: start + quote.length, end: start + quote.length + name.length } };
}
