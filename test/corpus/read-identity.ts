// Rows of one entity's list in all languages → the identity of each, exactly as format.md 4.7, 4.8 and 4.9 describe it.
// The code is simple and slow: it compares every pair by every rule in turn. Tests compare the export with its results.

import type { Row } from './read-reference.ts';

const builtInOrder = ['curl', 'json', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];
const variants = ['self', 'lowercase', 'uppercase', 'titlecase', 'camelcase'];

/** The parts of a row that its identity depends on. */
export interface IdentityRow {
  readonly display: Row['display'];
  readonly items: readonly IdentityRow[];
  readonly trait: Row['trait'];
}

/** The identity of a row across languages. */
export interface Identity {
  readonly identity: string;
  readonly isPlumbing: boolean;
}

/** One item of one language. */
interface Node {
  readonly row: IdentityRow;
  readonly language: string;
  readonly folded: string;
  readonly letters: string;
  readonly path: string | undefined;
  readonly isPlumbing: boolean;
  /** Languages in built-in order, items in file order. */
  readonly order: number;
}

/** The items of several languages that form one field. */
interface Group {
  nodes: Node[];
  parent: Group | undefined;
  children: Group[];
}

/**
 * Finds the identity of each row of a list.
 * @param prefix the entity's id; for methods, followed by the list's name
 * @param lists the list's rows by language, of the languages that have the entity
 */
export function readIdentities(
  prefix: string,
  lists: ReadonlyMap<string, readonly IdentityRow[]>,
  mayWrap: boolean,
): ReadonlyMap<IdentityRow, Identity> {
  const languages = builtInOrder.filter((language) => lists.has(language));
  const order = orderOf(languages, lists);
  const top = languages.flatMap((language) =>
    unwrapped(lists.get(language)!, mayWrap, true).map((row) => groupOf(row, language, false, order)),
  );
  const byOrder = (a: Group, b: Group): number => firstOf(a) - firstOf(b);
  const groups = everyGroup(joinAcross(joinSiblings(top), languages, byOrder)).sort(byOrder);
  const found = new Map<IdentityRow, Identity>();
  const taken = new Set(mayWrap ? [] : [prefix]);
  const wrapped = languages.filter((language) => mayWrap && hasShownWrapper(lists.get(language)!, true));
  for (const group of groups) {
    const name = chainOf(group, prefix);
    // A shown wrapper already has the list's name in its language.
    const isWrapped = name === prefix && group.nodes.some(({ language }) => wrapped.includes(language));
    let free = isWrapped ? `${name}-2` : name;
    for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
    taken.add(free);
    // A field is plumbing only if it is plumbing in all of its languages.
    const isAllPlumbing = group.nodes.every((node) => node.isPlumbing);
    for (const { row } of group.nodes) found.set(row, { identity: free, isPlumbing: isAllPlumbing });
  }
  return found;
}

/** The rows with wrappers replaced by their items, also if wrappers are nested. */
function unwrapped(rows: readonly IdentityRow[], mayWrap: boolean, isTop: boolean): readonly IdentityRow[] {
  return rows.flatMap((row) => (mayWrap && isWrapper(row, rows, isTop) ? unwrapped(row.items, true, false) : [row]));
}

/** Whether a row is a wrapper. A reference never is: it is a row with the name of its target. */
function isWrapper(row: IdentityRow, rows: readonly IdentityRow[], isTop: boolean): boolean {
  if (row.trait.isReference || row.items.length === 0) return false;
  if (['options', 'opts', 'anonymous'].includes(row.trait.key)) return true;
  const isAlone = rows.filter((other) => !isPlumbing(other)).length === 1 && !isPlumbing(row);
  return isTop && isAlone && row.display !== 'folded';
}

function hasShownWrapper(rows: readonly IdentityRow[], isTop: boolean): boolean {
  const wrappers = rows.filter((row) => isWrapper(row, rows, isTop));
  return wrappers.some((row) => row.display !== 'unwrap' || hasShownWrapper(row.items, false));
}

function isPlumbing({ trait }: IdentityRow): boolean {
  if (['ctx', 'err', 'cancellationToken', 'builder()'].includes(trait.key)) return true;
  return trait.path !== undefined && builtInOrder.includes(trait.path.split('.')[0]!);
}

function groupOf(
  row: IdentityRow,
  language: string,
  isInside: boolean,
  order: ReadonlyMap<IdentityRow, number>,
  parent?: Group,
): Group {
  const segments = row.trait.path?.split('.');
  const last = segments?.at(-1);
  const path = segments && segments.length > 1 && variants.includes(last!) ? segments.slice(0, -1) : segments;
  const { key } = row.trait;
  const [, signs, rest] = /^([^\p{L}\p{N}]*)(.*)$/su.exec(key)!;
  const letters = rest!.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const isInPlumbing = isInside || isPlumbing(row);
  const node: Node = {
    row,
    language,
    folded: signs! + letters,
    letters,
    path: path?.join('.'),
    isPlumbing: isInPlumbing,
    order: order.get(row)!,
  };
  const group: Group = { nodes: [node], parent, children: [] };
  group.children = row.items.map((item) => groupOf(item, language, isInPlumbing, order, group));
  return group;
}

const share = (one: Group, other: Group): boolean =>
  one.nodes.some(({ language }) => other.nodes.some((node) => node.language === language));

const rules: readonly ((one: Node, other: Node) => boolean)[] = [
  (one, other) => one.path !== undefined && one.path === other.path && one.folded === other.folded,
  (one, other) => one.path !== undefined && one.path === other.path,
  (one, other) => one.folded === other.folded,
  (one, other) => one.letters !== '' && one.letters === other.letters,
];

/** Applies rules 1 to 4 to groups of one parent, then to the children of each joined group. */
function joinSiblings(groups: readonly Group[]): Group[] {
  const nodes = groups.flatMap((group) => group.nodes);
  nodes.sort((a, b) => a.order - b.order);
  const owner = new Map(groups.flatMap((group) => group.nodes.map((node) => [node, group] as const)));
  for (const rule of rules) {
    for (const [i, node] of nodes.entries()) {
      for (const other of nodes.slice(i + 1)) {
        const [into, from] = [owner.get(node)!, owner.get(other)!];
        if (into === from || !rule(node, other) || share(into, from)) continue;
        for (const member of from.nodes) owner.set(member, into);
        merge(into, from);
      }
    }
  }
  const joined = [...new Set(nodes.map((node) => owner.get(node)!))];
  for (const group of joined) if (group.nodes.length > 1) group.children = joinSiblings(group.children);
  return joined;
}

function merge(into: Group, from: Group): void {
  into.nodes = [...into.nodes, ...from.nodes];
  into.nodes.sort((a, b) => a.order - b.order);
  for (const child of from.children) child.parent = into;
  into.children = [...into.children, ...from.children];
}

function everyGroup(groups: readonly Group[]): Group[] {
  return groups.flatMap((group) => [group, ...everyGroup(group.children)]);
}

/** Applies rule 5: joins groups of different parents if each is the only candidate of the other. */
function joinAcross(top: Group[], languages: readonly string[], byOrder: (a: Group, b: Group) => number): Group[] {
  for (;;) {
    const all = everyGroup(top).sort(byOrder);
    const isInside = (group: Group | undefined, outer: Group): boolean =>
      group !== undefined && (group === outer || isInside(group.parent, outer));
    const candidates = (group: Group): readonly Group[] =>
      all.filter(
        (other) =>
          other.parent !== group.parent &&
          !share(other, group) &&
          !isInside(other, group) &&
          !isInside(group, other) &&
          group.nodes.some((node) => other.nodes.some((of) => rules[0]!(node, of))),
      );
    const isMissing = (group: Group): boolean => group.nodes.length < languages.length;
    const group = all.find(
      (one) => isMissing(one) && candidates(one).length === 1 && candidates(candidates(one)[0]!).length === 1,
    );
    if (group === undefined) return top;
    const other = candidates(group)[0]!;
    const [first, second] = byOrder(group, other) < 0 ? [group, other] : [other, group];
    const [into, from] = namer(first, second) === first ? [first, second] : [second, first];
    if (from.parent) from.parent.children = from.parent.children.filter((child) => child !== from);
    else top = top.filter((child) => child !== from);
    merge(into, from);
    into.children = joinSiblings(into.children);
  }
}

/** The group that gives the name: the one with a wire name, else the larger, else `one`, the first in order. */
function namer(one: Group, other: Group): Group {
  if (isOnWire(one) !== isOnWire(other)) return isOnWire(one) ? one : other;
  return other.nodes.length > one.nodes.length ? other : one;
}

const isOnWire = ({ nodes }: Group): boolean =>
  nodes.some(({ language }) => language === 'curl' || language === 'json');

/** The chain of names: curl's key, else json's, else the first in the built-in order in snake case. */
function chainOf(group: Group, prefix: string): string {
  const above = group.parent ? chainOf(group.parent, prefix) : prefix;
  const wire =
    group.nodes.find(({ language }) => language === 'curl') ?? group.nodes.find(({ language }) => language === 'json');
  const named = group.nodes.find(({ row }) => row.trait.key !== 'anonymous');
  const key = wire && wire.row.trait.key !== 'anonymous' ? wire.row.trait.key : named && snakeCase(named.row.trait.key);
  const sanitised = [...(key ?? '')].map((character) => (/[A-Za-z0-9_.-]/.test(character) ? character : '_'));
  return key === undefined ? above : `${above}.${sanitised.join('')}`;
}

/**
 * Snake case: `_` before an upper-case letter that follows a lower-case letter or digit, and before the last upper-case
 * letter of several if a lower-case letter follows it.
 */
function snakeCase(key: string): string {
  let snake = '';
  for (const [i, character] of [...key].entries()) {
    const [before, after] = [key[i - 1] ?? '', key[i + 1] ?? ''];
    const isUpper = /\p{Lu}/u.test(character);
    const isStart = isUpper && (/[\p{Ll}\p{N}]/u.test(before) || (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(after)));
    snake += `${isStart ? '_' : ''}${character}`;
  }
  return snake.toLowerCase();
}

/** Languages in built-in order, items in file order. */
function orderOf(
  languages: readonly string[],
  lists: ReadonlyMap<string, readonly IdentityRow[]>,
): ReadonlyMap<IdentityRow, number> {
  const order = new Map<IdentityRow, number>();
  const number = (rows: readonly IdentityRow[]): void => {
    for (const row of rows) {
      order.set(row, order.size);
      number(row.items);
    }
  };
  for (const language of languages) number(lists.get(language)!);
  return order;
}

const firstOf = ({ nodes }: Group): number => Math.min(...nodes.map(({ order }) => order));
