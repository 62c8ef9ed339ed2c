// Two versions of one item or form: type, default, deprecation, text. Reports the differences of one language.

import type { ChangeKind } from '../../compiler/format/index.ts';
import type { Origin, ReferenceItem, ReferenceText } from '../export/index.ts';
import { canonicalText } from './canonical-text.ts';
import type { Finding } from './change.ts';
import { compareEnums, compareTypes } from './compare-types.ts';
import { listedValues } from './enum-values.ts';

/** Whether readers give a value or get it. */
export type Direction = 'input' | 'output';

/** Reports a finding of one pair; the rest of the finding is known. */
export type Tell = (
  kind: ChangeKind,
  more?: Pick<Finding, 'before' | 'after' | 'detail'> & {
    readonly base?: Origin | undefined;
    readonly head?: Origin | undefined;
  },
) => void;

interface Described {
  readonly description?: ReferenceText | undefined;
  readonly deprecated?: true | ReferenceText | undefined;
  readonly since?: string | undefined;
}

export function compareTypesOf(
  base: ReferenceItem,
  head: ReferenceItem,
  direction: Direction,
  language: string,
  tell: Tell,
): void {
  const [before, after] = [base.type, head.type];
  if (before === after) return;
  if (before === undefined || after === undefined)
    return tell(before === undefined ? 'type-added' : 'type-lost', { before, after });
  const values = compareEnums(before, after, language);
  if (values !== undefined) return tellValues(values, direction, tell, { before, after });
  const { keepsAll, addsNone } = compareTypes(before, after, language);
  tell(kindOf(keepsAll, addsNone, direction), { before, after });
}

function kindOf(keepsAll: string, addsNone: string, direction: Direction): ChangeKind {
  if (keepsAll === 'yes' && addsNone === 'yes') return 'type-notation';
  if (keepsAll === 'no' && addsNone === 'no') return 'type-replaced';
  if (keepsAll === 'no' && addsNone === 'yes') return `${direction}-type-narrowed`;
  if (keepsAll === 'yes' && addsNone === 'no') return `${direction}-type-widened`;
  return 'type-changed';
}

function tellValues(
  { removed, added }: { readonly removed: Iterable<string>; readonly added: Iterable<string> },
  direction: Direction,
  tell: Tell,
  more: {
    readonly before?: string;
    readonly after?: string;
    readonly base?: Origin | undefined;
    readonly head?: Origin | undefined;
  } = {},
): void {
  for (const value of removed) tell('enum-value-removed', { ...more, detail: value });
  for (const value of added) tell(`${direction}-enum-value-added`, { ...more, detail: value });
}

/** Description, deprecation and version. The values that a description lists are values of the enum. */
export function compareTexts(base: Described, head: Described, direction: Direction | undefined, tell: Tell): void {
  const [before, after] = [canonicalText(base.description), canonicalText(head.description)];
  const places = placesOf(base.description, head.description);
  if (before !== after) {
    const isOnlyValues = direction !== undefined && tellListedValues(before, after, direction, tell, places);
    if (!isOnlyValues) tell('description-changed', { before, after, ...places });
  }
  compareDeprecation(base.deprecated, head.deprecated, tell);
  if (base.since !== head.since) tell('since-changed', { before: base.since, after: head.since });
}

/** @returns whether the texts do not differ otherwise */
function tellListedValues(
  before: string | undefined,
  after: string | undefined,
  direction: Direction,
  tell: Tell,
  places: { readonly base?: Origin | undefined; readonly head?: Origin | undefined },
): boolean {
  const [old, now] = [listedValues(before), listedValues(after)];
  if (old === undefined || now === undefined) return false;
  const removed = [...old.values].filter((value) => !now.values.has(value));
  const added = [...now.values].filter((value) => !old.values.has(value));
  // A list that has nothing in common with the old one need not be a list of values.
  if (removed.length === old.values.size) return false;
  tellValues({ removed, added }, direction, tell, places);
  return (
    removed.length + added.length > 0 && old.rest === now.rest && keptLines(before!, now) === keptLines(after!, old)
  );
}

/** The lines of a text without the items whose values the other text lacks; the order of the values has no meaning. */
function keptLines(text: string, other: { readonly values: ReadonlySet<string> }): string {
  const isKept = (line: string): boolean => {
    const value = /^[-*+] `([^`]+)`/.exec(line)?.[1];
    return value === undefined ? false : other.values.has(value);
  };
  return text.split('\n').filter(isKept).sort().join('\n');
}

function compareDeprecation(
  base: true | ReferenceText | undefined,
  head: true | ReferenceText | undefined,
  tell: Tell,
): void {
  const [before, after] = [deprecationText(base), deprecationText(head)];
  if (before === after) return;
  const places = placesOf(base === true ? undefined : base, head === true ? undefined : head);
  const words = { before: before || undefined, after: after || undefined, ...places };
  if (base === undefined) tell('deprecation-set', words);
  else if (head === undefined) tell('deprecation-cleared', words);
  else tell('description-changed', { ...words, detail: 'deprecated' });
}

function deprecationText(deprecated: true | ReferenceText | undefined): string | undefined {
  return deprecated === true ? '' : canonicalText(deprecated);
}

function placesOf(
  base: ReferenceText | undefined,
  head: ReferenceText | undefined,
): { readonly base?: Origin | undefined; readonly head?: Origin | undefined } {
  return { ...(base ? { base: base.origin } : {}), ...(head ? { head: head.origin } : {}) };
}
