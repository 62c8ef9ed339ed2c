// The facts that parsing the samples of a language requires: the grammar, the syntax that the grammar lacks, and the
// syntax of strings and comments.

/** A grammar of tree-sitter, with the data for using it. */
export interface SampleGrammar {
  /** The grammar's unique name. */
  readonly name: string;
  /** Extensions of the samples that it parses, with their dot. */
  readonly extensions: readonly string[];
  /** The package that contains it, and the path of its WebAssembly file in the package. */
  readonly wasm: readonly [packageName: string, file: string];
  readonly lexicalSyntax: LexicalSyntax;
  /** Longer texts are not parsed, because the grammar is too slow for some broken code; absent if there is no limit. */
  readonly longestText?: number;
  /**
   * The places in a tree where names may be those of documented fields: `'pair/key/property_identifier': 'key'` means
   * `limit` in `{ limit: 5 }`. See `NamePlaces`.
   */
  readonly names: NamePlaces;
  /** Whether keys that are fields have no quotes. A key in quotes is then data, never a field. */
  readonly hasUnquotedKeys?: boolean;
  /** New syntax of the language that the grammar lacks. */
  readonly gaps?: readonly Gap[];
  /** Code around samples that are a part of a class or function. It is tried if the first parse fails. */
  readonly frame?: Frame;
  /** Rules for literals and names that the grammar accepts but the language does not. */
  readonly literals?: LiteralRules;
}

/**
 * Places in a tree: `parent/field/node` → the kind of the name at that place. `pair/key/string` is a node `string` in
 * the field `key` of a node `pair`. An empty field means any field: `subscript_expression//string`. Another node may
 * precede the parent: `initializer_expression/assignment_expression/left/identifier`.
 */
export type NamePlaces = Readonly<Record<string, 'argument' | 'member' | 'key'>>;

/** A pattern, and its replacement of the same length that the grammar can read. */
export type Gap = readonly [pattern: RegExp, fill: (found: string) => string];

export interface Frame {
  readonly head: string;
  readonly tail: string;
  /** Matches imports, if they are not allowed inside the frame. */
  readonly imports?: RegExp;
  /** Whether the frame contains only members. A sample must then have a line that begins like a member. */
  readonly isClass?: boolean;
}

export interface LiteralRules {
  /** A character literal with its quotes. */
  readonly character?: RegExp;
  /** Valid text after a backslash in a string. */
  readonly escape?: RegExp;
  /** Reserved words. */
  readonly reserved: ReadonlySet<string>;
  /** The start of a valid string in triple quotes. */
  readonly textBlock?: RegExp;
}

/** The syntax of strings and comments. A scan needs it to know which brackets are code. */
export interface LexicalSyntax {
  /** Each opens a comment to the end of the line. */
  readonly lineComments: RegExp;
  readonly hasBlockComments: boolean;
  /** In the order in which they are tried. */
  readonly strings: readonly StringSyntax[];
  /** Matches the opening of a here-document. A line with only the text of the group `id` ends the document. */
  readonly hereDocument?: RegExp;
  readonly hasRegularExpressions: boolean;
  /**
   * Whether a match of `hereDocument` is certainly the opening of a here-document, so that one without an end is an
   * error. In a shell, a match may also be a shift: `$((1 << N))`.
   */
  readonly hasSureHereDocuments?: boolean;
  /**
   * Matches a character in single quotes, if the language has such literals. Other text in single quotes is an error.
   */
  readonly character?: RegExp;
}

/** One syntax of strings. */
export interface StringSyntax {
  readonly open: string;
  readonly close: string;
  readonly hasEscapes: boolean;
  /** `one`: it ends with the line at the latest; `some`: it may span lines but rarely does; `many`: it usually does. */
  readonly lines: 'one' | 'some' | 'many';
  /** The text that opens code inside the string. `}` closes the code. */
  readonly code?: string;
}

/** A string between two equal quotes, by default with escapes and on one line. */
export function quoted(quote: string, more: Partial<StringSyntax> = {}): StringSyntax {
  return { open: quote, close: quote, hasEscapes: true, lines: 'one', ...more };
}

/** A string between triple quotes, over several lines. */
export function tripled(quote: string): StringSyntax {
  return quoted(quote.repeat(3), { lines: 'many' });
}

/** A string over several lines without escapes. */
export function raw(quote: string): StringSyntax {
  return quoted(quote, { lines: 'many', hasEscapes: false });
}

/** A string that one expression matches as a whole. */
export function wholeText(open: string): StringSyntax {
  return { open, close: '', hasEscapes: false, lines: 'one' };
}

/**
 * Matches a quote or bracket in single quotes, for languages in which a single apostrophe does not open a string.
 */
export const quotedCharacters: readonly StringSyntax[] = ['(', ')', '[', ']', '{', '}', '"', "\\'", '\\\\'].map(
  (text) => wholeText(`'${text}'`),
);

/** The path of a grammar in VS Code's package. */
export function fromVsCode(name: string): SampleGrammar['wasm'] {
  return ['@vscode/tree-sitter-wasm', `wasm/tree-sitter-${name}.wasm`];
}

/** Spaces of the same length as a text. */
export function blanksFor(found: string): string {
  return ' '.repeat(found.length);
}
