// Kotlin.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, quoted, tripled, type Gap } from './sample-grammar.ts';

const gaps: readonly Gap[] = [
  // `fun interface`
  [/\bfun(?=[ \t]+interface\b)/g, blanksFor],
  // `0b1010`
  [/\b0[bB](?=[01_])/g, () => '0x'],
  // `0..<count`
  [/\.\.<(?=[ \t]*[\w(])/g, () => '.. '],
  // `is Text if text.isEmpty() ->` (Kotlin 2.2)
  [/(?<=^[ \t]*(?:!?is|!?in)[ \t][^\n{}"]{0,100}?[ \t])if\b[^\n{}]{1,200}?(?=[ \t]*->)/gm, blanksFor],
  // `in 400..499 ->` at the start of a line: the grammar reads it as a part of the line above.
  [/^([ \t]*)!?in[ \t][^\n{}"]{1,100}?(?=[ \t]*->)/gm, (found) => fillBranch(found)],
  // `$$"""costs $5"""` (Kotlin 2.2)
  [/\${2,8}(?=")/g, blanksFor],
  // `context(logger: Logger)` (Kotlin 2.2)
  [/^[ \t]*context\([^()\n]{0,200}\)(?=\s{0,20}(?:\w+[ \t]+){0,4}(?:fun|val|var|class)\b)/gm, blanksFor],
  // `class A { val b = 1 }`: for the grammar, a member on the line of the closing brace needs a `;` after it.
  [/(?<=[^\s{;,][ \t]{0,20})[ \t](?=\}[ \t]*$)/gm, () => ';'],
];

function fillBranch(found: string): string {
  const indent = /^[ \t]*/.exec(found)![0];
  return (indent + 'else').padEnd(found.length).slice(0, found.length);
}

export const kotlin: LanguageFacts = {
  id: 'kotlin',
  label: 'Kotlin',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['kt', 'kts'],
  extensions: ['.kt', '.kts'],
  casing: ['camel', 'pascal'],
  highlighting: 'kotlin',
  fences: [{ label: 'Kotlin', names: ['kt', 'kts', 'kotlin'] }],
  comments: slashes,
  types: {
    text: ['String'],
    boolean: ['Boolean'],
    number: ['Int', 'Long', 'Short', 'Double', 'Float', 'Number'],
    empty: ['Unit', 'Nothing', 'null'],
    reserved: wordSet('Any Boolean Byte Char Double Float Int Long Nothing Short Unit null'),
  },
  names: {
    importWords: ['import'],
    platformPackages: ['kotlin', 'kotlinx', 'java', 'javax', 'android', 'androidx'],
    modifiers: ['data', 'enum', 'open', 'sealed', 'value'],
    definingWords: ['class', 'interface', 'object', 'typealias'],
    functionWords: ['fun'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', objectKeyword: 'class', idKey: 'id' },
  grammars: [
    {
      name: 'kotlin',
      extensions: ['.kt', '.kts'],
      longestText: 16_000,
      wasm: ['@cursorless/tree-sitter-wasms', 'out/tree-sitter-kotlin.wasm'],
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [tripled('"'), quoted('"', { code: '${' }), quoted("'")],
        hasRegularExpressions: false,
        character: /'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\[^\r\n][0-9A-Fa-f]{0,4})'/y,
      },
      names: {
        'value_argument//simple_identifier': 'argument',
        'navigation_suffix//simple_identifier': 'member',
        'indexing_suffix//string_literal': 'key',
      },
      gaps,
    },
  ],
};
