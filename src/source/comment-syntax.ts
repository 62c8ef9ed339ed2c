// How a comment of one line opens and closes in a sample's language: what finds region markers, line marks and
// exemptions from checks there. It says nothing of comments inside strings or over several lines.

/** A comment on one line. `closing` is empty where the line's end ends it. */
export interface CommentSyntax {
  /** Each of these opens one. */
  readonly openings: readonly string[];
  readonly closing: string;
}

const hash: CommentSyntax = { openings: ['#'], closing: '' };
const slashes: CommentSyntax = { openings: ['//'], closing: '' };
const markup: CommentSyntax = { openings: ['<!--'], closing: '-->' };
const styles: CommentSyntax = { openings: ['/*'], closing: '*/' };

/** By file extension, or by what a fence calls its language. JSON and plain data have none. */
const syntaxByName: Readonly<Record<string, CommentSyntax | undefined>> = {
  sh: hash,
  bash: hash,
  shell: hash,
  shellscript: hash,
  console: hash,
  py: hash,
  python: hash,
  rb: hash,
  ruby: hash,
  yaml: hash,
  yml: hash,
  toml: hash,
  http: hash,
  txt: hash,
  text: hash,
  php: { openings: ['//', '#'], closing: '' },
  html: markup,
  xml: markup,
  svg: markup,
  md: markup,
  markdown: markup,
  css: styles,
  sql: { openings: ['--'], closing: '' },
  lua: { openings: ['--'], closing: '' },
  mdx: { openings: ['{/*'], closing: '*/}' },
  json: undefined,
  csv: undefined,
  diff: undefined,
};

/** Comments of a language, by an extension with or without its dot; undefined where it has none. Most have `//`. */
export function commentSyntaxOf(name: string): CommentSyntax | undefined {
  const key = name.replace(/^\./, '').toLowerCase();
  return Object.hasOwn(syntaxByName, key) ? syntaxByName[key] : slashes;
}
