// Swift.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, quoted, tripled, type Gap } from './sample-grammar.ts';

// Every `#` must be replaced before the grammar parses a text. Its scanner counts them in memory that it did not
// reserve, so data of an earlier text could make it refuse valid code.
const gaps: readonly Gap[] = [
  // `#"a "b" c"#` and `#/a|b/#` are replaced by a value in parentheses.
  [/(#{1,3})"""[^]{0,4000}?"""\1|(#{1,3})"[^\n]{0,1000}?"\2|#\/[^\n]{1,1000}?\/#/g, fillRaw],
  // `#!/usr/bin/env swift`, `#if DEBUG`
  [/^#!/g, () => '//'],
  [/^[ \t]*#(?=(?:if|elseif|else|endif|error|warning|sourceLocation)\b)[^\n]/gm, (found) => `${found.slice(0, -2)}//`],
  // `#available(iOS 18, *)` as a condition
  [/#(?:un)?available\([^()\n]{0,200}\)/g, (found) => 'true'.padEnd(found.length)],
  // `#selector(Store.changed(_:))`
  [/#(?:selector|keyPath)\((?:[^()\n]|\([^()\n]{0,100}\)){0,100}\)/g, (found) => '_'.padEnd(found.length)],
  // `#Preview { … }`, `#expect(…)`, `#fileID`
  [/#(?=[A-Za-z])/g, () => '_'],
  [/#/g, () => ' '],
  // `for await event in try await list()`
  [/(?<=\bin[ \t]{1,20})try(?=[ \t]+await\b)/g, blanksFor],
  // `throws(ParseError)`
  [/(?<=\bthrows)\([\w. ]{1,100}\)/g, blanksFor],
];

function fillRaw(found: string): string {
  return `(${found.slice(1, -2).replace(/[^\n]/g, ' ')}1)`;
}

export const swift: LanguageFacts = {
  id: 'swift',
  label: 'Swift',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['swiftui', 'ios'],
  extensions: ['.swift'],
  casing: ['camel', 'pascal'],
  highlighting: 'swift',
  fences: [{ label: 'Swift', names: ['swift', 'swiftui'] }],
  comments: slashes,
  types: {
    text: ['String'],
    boolean: ['Bool'],
    number: ['Int', 'Int64', 'Int32', 'UInt', 'Double', 'Float', 'Decimal'],
    empty: ['Void', 'Never', 'nil'],
    reserved: wordSet('Any AnyObject Bool Character Double Float Int Int32 Int64 Never Self UInt Void nil'),
  },
  names: {
    importWords: ['import'],
    wholeImportWords: ['import'],
    platformPackages: ['AppKit', 'Combine', 'Dispatch', 'Foundation', 'Swift', 'SwiftUI', 'UIKit'],
    modifiers: ['final', 'indirect', 'public'],
    definingWords: ['class', 'struct', 'enum', 'protocol', 'actor', 'typealias'],
    functionWords: ['func'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', objectKeyword: 'struct', idKey: 'id' },
  grammars: [
    {
      name: 'swift',
      extensions: ['.swift'],
      longestText: 16_000,
      wasm: ['@repomix/tree-sitter-wasms', 'out/tree-sitter-swift.wasm'],
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [
          ...['##', '#'].flatMap((signs) =>
            ['"""', '"'].map((quote) => ({
              ...quoted(quote, { hasEscapes: false, lines: quote === '"' ? 'one' : 'many' }),
              open: signs + quote,
              close: quote + signs,
            })),
          ),
          tripled('"'),
          quoted('"'),
        ],
        hasRegularExpressions: true,
      },
      names: {
        'value_argument_label//simple_identifier': 'argument',
        'navigation_suffix/suffix/simple_identifier': 'member',
        'dictionary_literal/key/line_string_literal': 'key',
      },
      gaps,
    },
  ],
};
