// How strings and comments are written, by language: what a scan has to know to see which brackets are code.

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

const character = /'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\[^\r\n][0-9A-Fa-f]{0,8}|\\u+[0-9A-Fa-f]{4})'/y;
const quoted = (quote: string, more: Partial<StringForm> = {}): StringForm => ({
  open: quote,
  close: quote,
  hasEscapes: true,
  lines: 'one',
  ...more,
});

const tripled = (quote: string): StringForm => quoted(quote.repeat(3), { lines: 'many' });
const raw = (quote: string): StringForm => quoted(quote, { lines: 'many', hasEscapes: false });
const slashes = /\/\//y;
const hash = /(?<![^\s;({])#/y;

const script: Lexis = {
  lineComments: slashes,
  hasBlockComments: true,
  strings: [quoted('"'), quoted("'"), quoted('`', { lines: 'many', code: '${' })],
  hasRegularExpressions: true,
};

const shell: Lexis = {
  lineComments: hash,
  hasBlockComments: false,
  strings: [quoted('"', { lines: 'some' }), quoted("'", { lines: 'some', hasEscapes: false })],
  hereDocument: /<<-?[ \t]*(?<quote>["']?)(?<id>\w+)\k<quote>/y,
  hasRegularExpressions: false,
};

/** By name of the grammar. */
export const lexes = {
  javascript: script,
  typescript: script,
  tsx: script,
  bash: shell,
  python: {
    lineComments: /#/y,
    hasBlockComments: false,
    strings: [tripled('"'), tripled("'"), quoted('"'), quoted("'")],
    hasRegularExpressions: false,
  },
  ruby: {
    lineComments: hash,
    hasBlockComments: false,
    strings: [quoted('"', { lines: 'some', code: '#{' }), quoted("'", { lines: 'some' }), quoted('`')],
    hereDocument: /<<[~-](?<quote>["'`]?)(?<id>[A-Z]\w*)\k<quote>/y,
    hasRegularExpressions: true,
  },
  go: {
    lineComments: slashes,
    hasBlockComments: true,
    strings: [quoted('"'), quoted("'"), raw('`')],
    hasRegularExpressions: false,
  },
  php: {
    lineComments: /\/\/|#(?!\[)/y,
    hasBlockComments: true,
    strings: [quoted('"', { lines: 'some', code: '{$' }), quoted("'", { lines: 'some' }), quoted('`')],
    hereDocument: /<<<[ \t]*(?<quote>["']?)(?<id>[A-Za-z_]\w*)\k<quote>/y,
    hasPlainDocuments: true,
    hasRegularExpressions: false,
  },
  java: {
    lineComments: slashes,
    hasBlockComments: true,
    strings: [tripled('"'), quoted('"'), quoted("'")],
    hasRegularExpressions: false,
    character,
  },
  'c-sharp': {
    lineComments: /\/\/|(?<=^[ \t]*)#/my,
    hasBlockComments: true,
    strings: [
      ...[5, 4, 3].map((count) => raw('"'.repeat(count))),
      ...['$$$', '$$', '$'].flatMap((sign) =>
        [4, 3].map((count) => ({ ...raw('"'.repeat(count)), open: sign + '"'.repeat(count) })),
      ),
      { open: '$"', close: '"', hasEscapes: true, lines: 'one', code: '{' },
      { open: '$@"', close: '"', hasEscapes: false, lines: 'many', code: '{' },
      { open: '@$"', close: '"', hasEscapes: false, lines: 'many', code: '{' },
      { open: '@"', close: '"', hasEscapes: false, lines: 'many' },
      quoted('"'),
      quoted("'"),
    ],
    hasRegularExpressions: false,
    character,
  },
} satisfies Readonly<Record<string, Lexis>>;

export type GrammarName = keyof typeof lexes;
