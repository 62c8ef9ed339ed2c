// One list of an entity in one language, on both sides → findings about its fields, at any depth.

import type { ChangeKind } from '../../compiler/format/index.ts';
import type { ReferenceItem } from '../export/index.ts';
import type { Finding, Subject } from './change.ts';
import { compareTexts, compareTypesOf, type Direction, type Tell } from './compare-values.ts';
import { listFields, type Field } from './list-fields.ts';
import { matchMoved, matchSiblings, type FieldMatch } from './match-fields.ts';

/** What is known about the list around a field. */
export interface ListContext {
  readonly language: string;
  readonly direction: Direction;
  /** The entity. */
  readonly subject: Subject;
  /** Anchors of the list on both sides. */
  readonly anchors: { readonly base: string; readonly head: string };
  /** Whether the entity's own id is the same, so that a lost anchor has another cause. */
  readonly hasSameId: boolean;
  /** The route in head of a page of base. */
  readonly routeInHead: (route: string) => string | undefined;
  /** The field of an entity, or the shared parameter, that a reference of base shows. */
  readonly meantBy: (key: string, member: string | undefined) => Subject;
  /** Whether names are those of requests and responses. */
  readonly isWire: boolean;
  report(finding: Finding): void;
}

interface Level extends ListContext {
  /** The fields of the whole list that have no partner among their siblings, with what is inside them. */
  readonly lost: Located[];
  readonly found: Located[];
}

interface Located {
  readonly field: Field;
  readonly via: Subject | undefined;
}

export function compareLists(
  base: readonly ReferenceItem[],
  head: readonly ReferenceItem[],
  context: ListContext,
): void {
  const level: Level = { ...context, lost: [], found: [] };
  const { anchors } = context;
  const isInput = context.direction === 'input';
  compareSiblings(
    listFields(base, [], anchors.base, false, isInput),
    listFields(head, [], anchors.head, false, isInput),
    level,
    { base: undefined, head: undefined },
    new Map(),
  );
  compareWrappers(base, head, level);
  joinMoved(level);
}

/** What the references around a field show, which is written elsewhere. */
interface Via {
  readonly base: Subject | undefined;
  readonly head: Subject | undefined;
}

function compareSiblings(
  base: readonly Field[],
  head: readonly Field[],
  level: Level,
  via: Via,
  renamed: ReadonlyMap<string, string>,
): void {
  const matches = matchSiblings(base, head);
  compareOrder(matches, level);
  for (const match of matches) {
    if (match.base && match.head) comparePair(match.base, match.head, level, via, renamed);
    else if (match.base) level.lost.push({ field: match.base, via: via.base });
    else if (match.head) level.found.push({ field: match.head, via: via.head });
  }
}

function comparePair(base: Field, head: Field, level: Level, around: Via, renamed: ReadonlyMap<string, string>): void {
  // A finding of its side says that the target is missing.
  if (base.item.isUnresolved || head.item.isUnresolved) return;
  const via = { base: viaOf(base, around.base, level), head: viaOf(head, around.head, level) };
  const isShared = JSON.stringify(via.base) === JSON.stringify(via.head);
  const subject = { ...level.subject, field: base.item.identity ?? base.item.anchor ?? level.anchors.base };
  const about = isShared && via.base !== undefined ? { about: via.base } : {};
  const tell: Tell = (kind, more = {}) =>
    level.report({
      kind,
      language: level.language,
      subject,
      ...about,
      base: base.item.origin,
      head: head.item.origin,
      ...more,
    });
  compareNames(base, head, level, tell, renamed);
  if (base.item.target === undefined && head.item.target === undefined) compareItems(base.item, head.item, level, tell);
  else compareTargets(base.item, head.item, level, tell);

  const inner = new Map(renamed);
  const [before, after] = [base.item.name, head.item.name];
  if (before !== undefined && after !== undefined && before !== after) inner.set(before, after);
  compareSiblings(
    listFields(
      base.item.items,
      [...base.way, before ?? ''],
      base.item.identity ?? level.anchors.base,
      true,
      level.direction === 'input',
    ),
    listFields(
      head.item.items,
      [...head.way, after ?? ''],
      head.item.identity ?? level.anchors.head,
      true,
      level.direction === 'input',
    ),
    level,
    via,
    inner,
  );
}

/** What a reference shows, or a field inside of it. */
function viaOf({ item, name }: Field, around: Subject | undefined, { meantBy }: ListContext): Subject | undefined {
  if (around?.field !== undefined) return { ...around, field: `${around.field}.${name}` };
  if (item.reference === undefined || item.target !== undefined) return undefined;
  return meantBy(item.reference.key, item.reference.member);
}

function compareNames(base: Field, head: Field, level: Level, tell: Tell, renamed: ReadonlyMap<string, string>): void {
  const [before, after] = [base.item.name, head.item.name];
  // The name of a row that stands for an entity is the entity's key.
  if (before !== after && base.item.target === undefined) tell(renameKind(base, head, level), { before, after });
  const way = base.way.map((name) => renamed.get(name) ?? name);
  if (!isEqual(way, head.way))
    tell('nesting-changed', { before: showWay(base.way, before), after: showWay(head.way, after) });
  const [old, now] = [base.item.anchor, head.item.anchor];
  if (level.hasSameId && old !== undefined && old !== now)
    tell('anchor-lost', { detail: old, before: old, after: now });
}

function renameKind(base: Field, head: Field, { direction }: Level): ChangeKind {
  if (direction === 'output') return 'output-renamed';
  return base.isInside || head.isInside ? 'input-renamed' : 'argument-renamed';
}

function showWay(way: readonly string[], name: string | undefined): string {
  return [...way, name ?? ''].filter((part) => part !== '').join('.');
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function compareItems(base: ReferenceItem, head: ReferenceItem, level: Level, tell: Tell): void {
  compareTypesOf(base, head, level.direction, level.language, tell);
  if (base.optional !== head.optional) tell(`${level.direction}-${head.optional ? 'optional' : 'required'}`);
  if (base.default !== head.default) tell('default-changed', { before: base.default, after: head.default });
  if (base.title !== head.title) tell('title-changed', { before: base.title, after: head.title });
  compareTexts(base, head, level.direction, tell);
}

/** Rows that stand for entities. What an entity says is compared where it is written. */
function compareTargets(base: ReferenceItem, head: ReferenceItem, level: Level, tell: Tell): void {
  const show = ({ target, name }: ReferenceItem): string | undefined => name ?? target?.id;
  const { target: old } = base;
  const { target: now } = head;
  const isSame = old && now && old.id === now.id && (level.routeInHead(old.route) ?? old.route) === now.route;
  const isSameKey = base.name === head.name && old !== undefined && now !== undefined;
  if (!isSame && !isSameKey)
    tell('type-changed', { before: old ? show(base) : base.type, after: now ? show(head) : head.type });
  if (base.optional !== head.optional) tell(`${level.direction}-${head.optional ? 'optional' : 'required'}`);
}

/** Arguments that are passed on their own have an order; members of an object and names on the wire have none. */
function compareOrder(matches: readonly FieldMatch[], level: Level): void {
  if (level.direction !== 'input' || level.isWire) return;
  const pairs = matches.flatMap(({ base, head }) =>
    base && head && !base.isInside && !head.isInside ? [{ base, head }] : [],
  );
  const ordered = pairs.toSorted((a, b) => a.head.position - b.head.position);
  if (pairs.every(({ head }, index) => head === ordered[index]?.head)) return;
  const show = (fields: readonly Field[]): string => fields.map(({ item }) => item.name ?? '').join(', ');
  level.report({
    kind: 'arguments-reordered',
    language: level.language,
    subject: { ...level.subject, field: level.anchors.base },
    before: show(pairs.map(({ base }) => base)),
    after: show(ordered.map(({ head }) => head)),
    base: pairs[0]?.base.item.origin,
    head: ordered[0]?.head.item.origin,
  });
}

/** Wrappers are no fields, but callers write them: the first one of each side is compared. */
function compareWrappers(base: readonly ReferenceItem[], head: readonly ReferenceItem[], level: Level): void {
  const isWrapper = (item: ReferenceItem): boolean => item.identity === undefined && item.items.length > 0;
  const [old, now] = [base.filter(isWrapper), head.filter(isWrapper)];
  if (old.length !== 1 || now.length !== 1 || old[0]!.name !== now[0]!.name) return;
  const tell: Tell = (kind, more = {}) =>
    level.report({
      kind,
      language: level.language,
      subject: { ...level.subject, field: level.anchors.base },
      detail: 'wrapper',
      base: old[0]!.origin,
      head: now[0]!.origin,
      ...more,
    });
  compareItems(old[0]!, now[0]!, level, tell);
}

/** Fields that have another parent now are joined; the others are gone or new. */
function joinMoved(level: Level): void {
  const [lost, found] = [level.lost.map(({ field }) => field), level.found.map(({ field }) => field)];
  const moved = lost.length > 0 && found.length > 0 ? findMoved(lost, found, level) : [];
  const [gone, come] = [new Set(moved.map(({ base }) => base)), new Set(moved.map(({ head }) => head))];
  for (const { base, head } of moved) {
    const inner: Level = { ...level, lost: [], found: [] };
    comparePair(base, head, inner, { base: undefined, head: undefined }, new Map());
    for (const each of inner.lost) tellSingle(each, 'base', level);
    for (const each of inner.found) tellSingle(each, 'head', level);
  }
  for (const each of level.lost) if (!gone.has(each.field)) tellSingle(each, 'base', level);
  for (const each of level.found) if (!come.has(each.field)) tellSingle(each, 'head', level);
}

/** Pairs of fields with different parents. What is inside a field that has moved has moved with it. */
function findMoved(
  lost: readonly Field[],
  found: readonly Field[],
  { anchors, direction }: ListContext,
): readonly { readonly base: Field; readonly head: Field }[] {
  const parents = new Map<Field, Field>();
  const isInput = direction === 'input';
  const pairs = matchMoved(
    withInner(lost, anchors.base, parents, isInput),
    withInner(found, anchors.head, parents, isInput),
  ).flatMap(({ base, head }) => (base && head ? [{ base, head }] : []));
  const moved = new Set(pairs.map(({ base }) => base));
  return pairs.filter(({ base }) => {
    for (let at = parents.get(base); at !== undefined; at = parents.get(at)) if (moved.has(at)) return false;
    return true;
  });
}

/** Fields and everything inside them. */
function withInner(
  fields: readonly Field[],
  anchor: string,
  parents: Map<Field, Field>,
  isInput: boolean,
): readonly Field[] {
  return fields.flatMap((field) => {
    const { item, way } = field;
    const inner = listFields(item.items, [...way, item.name ?? ''], item.identity ?? anchor, true, isInput);
    for (const child of inner) parents.set(child, field);
    return [field, ...withInner(inner, anchor, parents, isInput)];
  });
}

function tellSingle({ field: { item, way }, via }: Located, side: 'base' | 'head', level: Level): void {
  if (item.isUnresolved) return;
  const { direction, language } = level;
  const name = showWay(way, item.name) || item.type;
  const kind: ChangeKind =
    side === 'base'
      ? item.deprecated === undefined
        ? `${direction}-removed`
        : 'deprecated-removed'
      : direction === 'input' && !item.optional
        ? 'required-input-added'
        : `${direction}-added`;
  level.report({
    kind,
    language,
    subject: {
      ...level.subject,
      field: item.identity ?? item.anchor ?? level.anchors[side],
    },
    ...(via === undefined ? {} : { about: { ...via, field: `${via.field}.${item.name ?? ''}` } }),
    [side]: item.origin,
    [side === 'base' ? 'before' : 'after']: name,
  });
}
