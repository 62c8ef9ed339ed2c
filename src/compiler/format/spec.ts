// How the tables of this folder describe a key: what its value may be, one sentence, and one example. Decoders read by
// these tables (`MapReader`), and the JSON Schema and the handbook's page of keys are made from them.

/** What a text must be, beyond being text. White space at its ends does not count. */
export interface TextForm {
  /** Words that stand behind “must be” in a finding, and in the handbook. */
  readonly wanted: string;
  /** What the text matches. Where `accepts` is absent, this alone decides. */
  readonly pattern?: RegExp;
  /** What the text must not match: for the JSON Schema. Needs `accepts`. */
  readonly not?: RegExp;
  /**
   * Decides in place of `pattern` where an expression would be too lax or too slow. `pattern` is for the schema then.
   */
  readonly accepts?: (text: string) => boolean;
  /** The finding for a text without this form; `wrong-type` where none is named. */
  readonly code?: FormCode;
  /** What to write in place of a text without this form. */
  readonly hint?: (text: string) => string | undefined;
}

/** Findings that a form may have of its own. They take the text as `name`. */
export type FormCode =
  | 'unsafe-link'
  | 'path-outside-content'
  | 'pattern-not-literal'
  | 'reference-too-deep'
  | 'reserved-key'
  | 'severity-of-error';

/** A scalar. A number or a truth value counts as text too: it keeps the way it is written. */
export interface TextSpec {
  readonly kind: 'text';
  /** Checked in this order; the first that the text does not have is reported. */
  readonly forms: readonly TextForm[];
  /** Words for a value that is no text; else those of the first form. */
  readonly wanted?: string;
  /** White space at its ends is kept, and it may be empty. */
  readonly isVerbatim?: true;
  /** Words for readers: what YAML cuts off behind ` #` is reported. */
  readonly isProse?: true;
}

/** One of several words. */
export interface ChoiceSpec<Words extends readonly string[] = readonly string[]> {
  readonly kind: 'choice';
  readonly of: Words;
  /** Words in place of the list of all. */
  readonly wanted?: string;
  /** Letter case does not matter; the value is in lower case. */
  readonly anyCase?: true;
  /** The hint where no word is near the one that was written. */
  readonly otherwise?: string;
}

export interface ListSpec {
  readonly kind: 'list';
  readonly items: () => ValueSpec;
  /** How many entries it must have. */
  readonly least?: number;
  /** One entry may stand alone, without a list around it. */
  readonly mayBeAlone?: true;
}

/** A map with the keys of a shape. */
export interface MapSpec {
  readonly kind: 'map';
  readonly shape: () => Shape;
}

/** A map whose keys an author chooses, with values of one kind. */
export interface TableSpec {
  readonly kind: 'table';
  readonly values: () => ValueSpec;
  readonly names: NameSpec;
  /** What the names and values are, in the plural: `Markdown texts by name`. */
  readonly wanted: string;
}

/** What the keys of a table may be: one of several, the ids of the site's languages, or texts with forms. */
export type NameSpec =
  { readonly forms: readonly TextForm[]; readonly of?: readonly string[] } | { readonly of: 'languages' };

/** A value that has several kinds. */
export interface EitherSpec {
  readonly kind: 'either';
  readonly wanted: string;
  readonly forms: () => readonly ValueSpec[];
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
  /** Accepted whatever it is, and not read. */
  | { readonly kind: 'ignored' };

/** A key of a map. */
export interface Key<Value extends ValueSpec = ValueSpec> {
  readonly value: Value;
  /** One sentence for the author who meets the key in an editor or in the handbook. */
  readonly about: string;
  /** A value on one line of YAML. `test/format/examples.test.ts` compiles it. */
  readonly example: string;
  /** What holds where the key is left out, as words behind “Without it:”. */
  readonly absent?: string | undefined;
}

export type Keys = Readonly<Record<string, Key>>;

/** A map with fixed keys. */
export interface Shape<K extends Keys = Keys> {
  /** What findings call it. */
  readonly where: string;
  /** One sentence: what the map describes. */
  readonly about: string;
  readonly keys: K;
  readonly required: readonly string[];
  /** Keys of which there must be one. */
  readonly oneOf?: readonly string[];
  /** Flags that exclude each other, and the list that each of them needs. */
  readonly exclusive?: { readonly flags: readonly string[]; readonly need: string };
  /** The list that holds further maps of this shape, how many levels there may be, and the finding for one more. */
  readonly levels?: {
    readonly key: string;
    readonly most: number;
    readonly code: 'items-too-deep' | 'navigation-too-deep';
  };
}

/** A shape; `required` and the rules name its keys. */
export function shape<const K extends Keys>(
  where: string,
  about: string,
  keys: K,
  required: readonly (keyof K & string)[] = [],
  more: Pick<Shape, 'oneOf' | 'exclusive' | 'levels'> = {},
): Shape<K> {
  return { where, about, keys, required, ...more };
}

/** A key with its sentence, its example, and what holds without it. */
export function key<const Value extends ValueSpec>(
  value: Value,
  about: string,
  example: string,
  absent?: string,
): Key<Value> {
  return { value, about, example, absent };
}

/** Text with these forms. */
export const text = (...forms: readonly TextForm[]) => ({ kind: 'text', forms }) as const;
/** Words for readers. */
export const prose = { kind: 'text', forms: [], isProse: true } as const;
/** Text that is kept as it is written. */
export const verbatim = (...forms: readonly TextForm[]) => ({ kind: 'text', forms, isVerbatim: true }) as const;
export const choice = <const Words extends readonly string[]>(
  of: Words,
  more: Pick<ChoiceSpec, 'wanted' | 'anyCase' | 'otherwise'> = {},
): ChoiceSpec<Words> => ({ kind: 'choice', of, ...more });
export const list = (items: () => ValueSpec, more: Pick<ListSpec, 'least' | 'mayBeAlone'> = {}) =>
  ({ kind: 'list', items, ...more }) as const;
export const map = (inner: () => Shape) => ({ kind: 'map', shape: inner }) as const;
export const table = (wanted: string, names: NameSpec, values: () => ValueSpec) =>
  ({ kind: 'table', wanted, names, values }) as const;
export const either = (wanted: string, forms: () => readonly ValueSpec[]) =>
  ({ kind: 'either', wanted, forms }) as const;
export const flag = { kind: 'boolean' } as const;
export const number = { kind: 'number' } as const;
export const markdown = { kind: 'markdown' } as const;
export const ignored = { kind: 'ignored' } as const;
