// Dart.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, quoted, raw, tripled } from './sample-grammar.ts';

export const dart: LanguageFacts = {
  id: 'dart',
  label: 'Dart',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['flutter'],
  extensions: ['.dart'],
  casing: ['camel', 'pascal'],
  highlighting: 'dart',
  fences: [{ label: 'Dart', names: ['dart', 'flutter'] }],
  comments: slashes,
  types: {
    text: ['String'],
    boolean: ['bool'],
    number: ['int', 'double', 'num'],
    empty: ['void', 'Null', 'null'],
    reserved: wordSet('Function Never Null bool double dynamic int num void'),
  },
  names: {
    importWords: ['import', 'export'],
    wholeImportWords: ['import'],
    modifiers: ['abstract', 'base', 'final', 'sealed'],
    definingWords: ['class', 'enum', 'mixin', 'typedef'],
    functionWords: [],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', objectKeyword: 'class', idKey: 'id' },
  grammars: [
    {
      name: 'dart',
      extensions: ['.dart'],
      longestText: 16_000,
      wasm: ['@repomix/tree-sitter-wasms', 'out/tree-sitter-dart.wasm'],
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [
          ...['"""', "'''", '"', "'"].map((quote) => ({ ...raw(quote), open: `r${quote}` })),
          tripled('"'),
          tripled("'"),
          quoted('"', { code: '${' }),
          quoted("'", { code: '${' }),
        ],
        hasRegularExpressions: false,
      },
      names: {
        'label//identifier': 'argument',
        'unconditional_assignable_selector//identifier': 'member',
        'conditional_assignable_selector//identifier': 'member',
        'cascade_selector//identifier': 'member',
        'pair/key/string_literal': 'key',
        'index_selector//string_literal': 'key',
      },
      // `outer:` on a line of its own
      gaps: [[/^[ \t]*[a-z]\w*:(?=[ \t]*\n\s*(?:for|while|do|switch)\b)/gm, blanksFor]],
      frame: { head: 'void _() async {', tail: '\n}', imports: /^(?:import|export|library|part)[ \t][^;]{0,500};/gm },
    },
  ],
};
