// The types of the tables in this folder, which describe a key: its values, one sentence, and one example. Decoders use
// the tables (`MapReader`). The JSON Schema and the handbook's pages of keys are made from them.

/** A rule that a text must follow. White space at its ends is ignored. */
export interface TextRule {
  /** Words after “must be” in a finding, and in the handbook. */
  readonly wanted: string;
  /** Matches texts that follow the rule. It alone decides if `accepts` is absent. */
  readonly pattern?: RegExp;
  /** Matches texts that break the rule, for the JSON Schema. Requires `accepts`. */
  readonly not?: RegExp;
  /**
   * Decides whether a text follows the rule, if an expression would be too lax or too slow. `pattern` is then only for
   * the schema.
   */
  readonly accepts?: (text: string) => boolean;
  /** The code of the finding for a text that breaks the rule; `wrong-type` by default. */
  readonly code?: RuleCode;
  /** A hint with the text to write instead. */
  readonly hint?: (text: string) => string | undefined;
}

/** Codes of findings for broken rules. Their argument `name` is the text. */
export type RuleCode =
  | 'unsafe-link'
  | 'path-outside-content'
  | 'pattern-not-literal'
  | 'reference-too-deep'
  | 'reserved-key'
  | 'severity-of-error';

/** A scalar. Numbers and booleans are text too, as they are written. */
export interface TextSpec {
  readonly kind: 'text';
  /** Checked in this order. The first rule that the text breaks is reported. */
  readonly rules: readonly TextRule[];
  /** Words after “must be” for a value that is not text; by default those of the first rule. */
  readonly wanted?: string;
  /** Whether white space at its ends is kept. Such a text may be empty. */
  readonly isVerbatim?: true;
  /** Whether it is text for readers. If YAML cuts it off at ` #`, that is reported. */
  readonly isProse?: true;
}

/** One of several words. */
export interface ChoiceSpec<Words extends readonly string[] = readonly string[]> {
  readonly kind: 'choice';
  readonly of: Words;
  /** Words in place of the list of all choices. */
  readonly wanted?: string;
  /** Whether letter case is ignored. The value is then in lower case. */
  readonly anyCase?: true;
  /** The hint if no choice is similar to the written word. */
  readonly otherwise?: string;
}

export interface ListSpec {
  readonly kind: 'list';
  readonly items: () => ValueSpec;
  /** Minimum number of entries. */
  readonly least?: number;
  /** Whether a single entry may be written without a list. */
  readonly mayBeAlone?: true;
}

/** A map with the keys of a shape. */
export interface MapSpec {
  readonly kind: 'map';
  readonly shape: () => Shape;
}

/** A map with keys that the author chooses, and values of one kind. */
export interface TableSpec {
  readonly kind: 'table';
  readonly values: () => ValueSpec;
  readonly names: NameSpec;
  /** Words for the map, in the plural: `Markdown texts by name`. */
  readonly wanted: string;
}

/** The keys of a table: choices, the ids of the site's languages, or texts that follow rules. */
export type NameSpec =
  { readonly rules: readonly TextRule[]; readonly of?: readonly string[] } | { readonly of: 'languages' };

/** A value that may be of several kinds. */
export interface EitherSpec {
  readonly kind: 'either';
  readonly wanted: string;
  /** Specs of which a value must match one. */
  readonly alternatives: () => readonly ValueSpec[];
}

export type ValueSpec =
  | TextSpec
  | ChoiceSpec
  | ListSpec
  | MapSpec
  | TableSpec
  | EitherSpec
  /** Markdown, or the path of a description in parentheses. It may be empty. */
  | { readonly kind: 'markdown' }
  | { readonly kind: 'boolean' }
  /** A number above zero. */
  | { readonly kind: 'number' }
  | { readonly kind: 'null' }
  /** Any value. It is not read. */
  | { readonly kind: 'ignored' };

/** A key of a map. */
export interface KeySpec<Value extends ValueSpec = ValueSpec> {
  readonly value: Value;
  /** One sentence for authors, shown in editors and in the handbook. */
  readonly about: string;
  /** A value on one line of YAML. `test/format/examples.test.ts` compiles it. */
  readonly example: string;
  /** The default behaviour, as words after “Without it:”. */
  readonly absent?: string | undefined;
}

export type Keys = Readonly<Record<string, KeySpec>>;

/** A map with fixed keys. */
export interface Shape<K extends Keys = Keys> {
  /** Its name in findings. */
  readonly where: string;
  /** One sentence: what the map describes. */
  readonly about: string;
  readonly keys: K;
  readonly required: readonly string[];
  /** Keys of which at least one must be present. */
  readonly oneOf?: readonly string[];
  /** Flags that exclude each other, and the list that each of them needs. */
  readonly exclusive?: { readonly flags: readonly string[]; readonly need: string };
  /** The list with further maps of this shape, the maximum number of levels, and the code of the finding for more. */
  readonly levels?: {
    readonly key: string;
    readonly max: number;
    readonly code: 'items-too-deep' | 'navigation-too-deep';
  };
}

/** Makes a shape. `required` and the rules must name its keys. */
export function shape<const K extends Keys>(
  where: string,
  about: string,
  keys: K,
  required: readonly (keyof K & string)[] = [],
  more: Pick<Shape, 'oneOf' | 'exclusive' | 'levels'> = {},
): Shape<K> {
  return { where, about, keys, required, ...more };
}

/** Makes a key with its sentence, its example, and its default behaviour. */
export function key<const Value extends ValueSpec>(
  value: Value,
  about: string,
  example: string,
  absent?: string,
): KeySpec<Value> {
  return { value, about, example, absent };
}

/** Text that follows these rules. */
export const text = (...rules: readonly TextRule[]) => ({ kind: 'text', rules }) as const;
/** Words for readers. */
export const prose = { kind: 'text', rules: [], isProse: true } as const;
/** Text that is kept as written. */
export const verbatim = (...rules: readonly TextRule[]) => ({ kind: 'text', rules, isVerbatim: true }) as const;
export const choice = <const Words extends readonly string[]>(
  of: Words,
  more: Pick<ChoiceSpec, 'wanted' | 'anyCase' | 'otherwise'> = {},
): ChoiceSpec<Words> => ({ kind: 'choice', of, ...more });
export const list = (items: () => ValueSpec, more: Pick<ListSpec, 'least' | 'mayBeAlone'> = {}) =>
  ({ kind: 'list', items, ...more }) as const;
export const map = (inner: () => Shape) => ({ kind: 'map', shape: inner }) as const;
export const table = (wanted: string, names: NameSpec, values: () => ValueSpec) =>
  ({ kind: 'table', wanted, names, values }) as const;
export const either = (wanted: string, alternatives: () => readonly ValueSpec[]) =>
  ({ kind: 'either', wanted, alternatives }) as const;
export const flag = { kind: 'boolean' } as const;
export const number = { kind: 'number' } as const;
export const markdown = { kind: 'markdown' } as const;
export const ignored = { kind: 'ignored' } as const;
