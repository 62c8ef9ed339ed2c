// What a parser has to know of a language to read its samples: which grammar, what that grammar lacks, how strings and
// comments are written.

/** A grammar of tree-sitter with what it takes to use it. */
export interface SampleGrammar {
  /** The grammar's name, different from those of all others. */
  readonly name: string;
  /** Extensions of the samples that it reads, with their dot. */
  readonly extensions: readonly string[];
  /** The package that has it, and the path of its WebAssembly file in there. */
  readonly wasm: readonly [packageName: string, file: string];
  readonly lexis: Lexis;
  /** Longer texts are not parsed, since the grammar takes too long for some broken code; absent: none is too long. */
  readonly longestText?: number;
  /** Where names in code may be those of documented fields. */
  readonly names: NamePlaces;
  /** Whether a key in quotes is data, never a field. */
  readonly hasBareKeys?: boolean;
  /** New syntax that the grammar cannot read yet. */
  readonly gaps?: readonly Gap[];
  /** Code around samples that show a part of a class or of a function: tried if the first parse fails. */
  readonly frame?: Frame;
  /** Literals and names that the grammar accepts and the language refuses. */
  readonly literals?: LiteralRules;
}

/** Places in a tree: `parent/field/node` → what the name there is. A field that is left empty is any. */
export type NamePlaces = Readonly<Record<string, 'argument' | 'member' | 'key'>>;

/** A pattern, and its replacement of the same length that the grammar can read. */
export type Gap = readonly [pattern: RegExp, fill: (found: string) => string];

export interface Frame {
  readonly head: string;
  readonly tail: string;
  /** Finds imports, where they are not allowed inside the frame. */
  readonly imports?: RegExp;
  /** Whether only members stand in the frame: then a sample must have a line that begins like one. */
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

/** How strings and comments are written: what a scan has to know to see which brackets are code. */
export interface Lexis {
  /** Each opens a comment that the line ends. */
  readonly lineComments: RegExp;
  readonly hasBlockComments: boolean;
  /** In the order in which they are tried. */
  readonly strings: readonly StringForm[];
  /** Opens a here-document: the group `id` on a line of its own ends it. */
  readonly hereDocument?: RegExp;
  readonly hasRegularExpressions: boolean;
  /** Whether the opening is certainly that of a here-document. */
  readonly hasPlainDocuments?: boolean;
  /** A whole character in single quotes, where those hold one; other text in them is a fault. */
  readonly character?: RegExp;
}

/** One way of writing a string. */
export interface StringForm {
  readonly open: string;
  readonly close: string;
  readonly hasEscapes: boolean;
  /** `one` ends with the line at the latest; `some` may span lines but seldom does; `many` is made to. */
  readonly lines: 'one' | 'some' | 'many';
  /** What opens code inside of it, closed by `}`. */
  readonly code?: string;
}

/** A string between two equal quotes, by default with escapes and on one line. */
export function quoted(quote: string, more: Partial<StringForm> = {}): StringForm {
  return { open: quote, close: quote, hasEscapes: true, lines: 'one', ...more };
}

/** A string between triple quotes, over several lines. */
export function tripled(quote: string): StringForm {
  return quoted(quote.repeat(3), { lines: 'many' });
}

/** A string over several lines in which a backslash is a backslash. */
export function raw(quote: string): StringForm {
  return quoted(quote, { lines: 'many', hasEscapes: false });
}

/** A text that is a string as a whole. */
export function wholeText(open: string): StringForm {
  return { open, close: '', hasEscapes: false, lines: 'one' };
}

/**
 * Characters in single quotes that would open a string or a bracket, for languages where an apostrophe alone is no
 * quote.
 */
export const quotedCharacters: readonly StringForm[] = ['(', ')', '[', ']', '{', '}', '"', "\\'", '\\\\'].map((text) =>
  wholeText(`'${text}'`),
);

/** The path of a grammar in VS Code's package. */
export function fromVsCode(name: string): SampleGrammar['wasm'] {
  return ['@vscode/tree-sitter-wasm', `wasm/tree-sitter-${name}.wasm`];
}

/** A line of blanks as long as a text. */
export function blanksFor(found: string): string {
  return ' '.repeat(found.length);
}
