// How a comment of one line opens and closes in a sample's language: what finds region markers, line marks and
// exemptions from checks there. It says nothing of comments inside strings or over several lines.

import { findCodeLanguage } from './code-languages.ts';

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

const dashes: CommentSyntax = { openings: ['--'], closing: '' };
const percents: CommentSyntax = { openings: ['%'], closing: '' };
const semicolons: CommentSyntax = { openings: [';'], closing: '' };

/** Grammars by how they write comments; those that are in no list and not below have `//`. */
const hashGrammars =
  'apache cmake coffee crystal docker dotenv elixir fish gdscript graphql hcl julia just make nginx nim nix nushell perl powershell puppet r systemd tcl terraform';
const dashGrammars = 'ada applescript elm haskell lua plsql sql vhdl';
const listOf = (grammars: string, syntax: CommentSyntax): Record<string, CommentSyntax> =>
  Object.fromEntries(grammars.split(' ').map((grammar) => [grammar, syntax]));

/** By file extension, by what a fence calls its language, or by the grammar of that. JSON and plain data have none. */
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
  ...listOf(hashGrammars, hash),
  ...listOf(dashGrammars, dashes),
  ...listOf('erlang latex matlab prolog tex', percents),
  ...listOf('asm clojure common-lisp emacs-lisp racket scheme', semicolons),
  ...listOf('astro svelte vue xsl', markup),
  ini: { openings: ['#', ';'], closing: '' },
  vb: { openings: ["'"], closing: '' },
  viml: { openings: ['"'], closing: '' },
  bat: { openings: ['::', 'REM ', 'rem '], closing: '' },
  mdx: { openings: ['{/*'], closing: '*/}' },
  json: undefined,
  csv: undefined,
  tsv: undefined,
  diff: undefined,
};

/** Comments of a language, by an extension with or without its dot; undefined where it has none. Most have `//`. */
export function commentSyntaxOf(name: string): CommentSyntax | undefined {
  const key = name.replace(/^\.(?=.)/, '').toLowerCase();
  if (Object.hasOwn(syntaxByName, key)) return syntaxByName[key];
  const grammar = findCodeLanguage(key)?.grammar ?? key;
  return Object.hasOwn(syntaxByName, grammar) ? syntaxByName[grammar] : slashes;
}
