// C++.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, fromVsCode, quoted, quotedCharacters, type Gap } from './sample-grammar.ts';

const gaps: readonly Gap[] = [
  // `co_return {};`
  [/\bco_return(?=\s*\{)/g, (found) => 'return'.padEnd(found.length)],
  // `unsigned flags : 3 {0};` (C++20)
  [/(?<=:[ \t]{0,20}\d{1,4}[ \t]{0,20})\{[^{}\n]{0,100}\}(?=\s*;)/g, blanksFor],
  // `if consteval { … }` (C++23)
  [/(?<=\bif\s{1,20})(?:!\s{0,20}|not\s{1,20})?consteval\b/g, (found) => '(1)'.padEnd(found.length)],
  // `using Ts::operator()...;`
  [/(?<=\busing\s[^;\n]{1,200})\.\.\.(?=\s*;)/g, blanksFor],
  // `pointer->*member`
  [/->\*/g, () => ' .*'],
  // `__has_include(<format>)`
  [/\b__has_(?:include|embed)[ \t]{0,20}\([^()\n]{1,200}\)/g, (found) => '1'.padEnd(found.length)],
  // `template class Buffer<int>;`
  [/\b(?:extern[ \t]+)?template(?=[ \t]+(?:class|struct)\b)/g, blanksFor],
];

export const cpp: LanguageFacts = {
  id: 'cpp',
  label: 'C++',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['c++', 'cxx', 'cc', 'cplusplus'],
  extensions: ['.cpp', '.cc', '.cxx', '.hpp'],
  casing: ['snake', 'camel', 'pascal'],
  highlighting: 'cpp',
  fences: [{ label: 'C++', names: ['c++', 'cc', 'cxx', 'hpp', 'cpp'] }],
  comments: slashes,
  types: {
    text: ['std::string', 'std', 'string', 'string_view', 'char'],
    boolean: ['bool'],
    number: ['int', 'long', 'short', 'unsigned', 'double', 'float', 'int32_t', 'int64_t', 'uint32_t', 'uint64_t'],
    empty: ['void', 'nullptr', 'nullopt'],
    reserved: wordSet('auto bool char double float int long short signed unsigned void'),
  },
  names: {
    importWords: ['include', 'import', 'using'],
    wholeImportWords: ['include'],
    definingWords: ['class', 'struct', 'enum', 'union', 'concept'],
    functionWords: [],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'snake', objectKeyword: 'class', idKey: 'id' },
  grammars: [
    {
      name: 'cpp',
      extensions: ['.cpp', '.cc', '.cxx', '.cppm', '.hpp', '.hh', '.h'],
      longestText: 16_000,
      wasm: fromVsCode('cpp'),
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [
          ...['', 'json', 'sql', 'html', 'xml'].map((name) => ({
            ...quoted('"', { lines: 'many', hasEscapes: false }),
            open: `R"${name}(`,
            close: `)${name}"`,
          })),
          quoted('"'),
          // An apostrophe may separate the digits of a number: `1'000`.
          ...quotedCharacters,
        ],
        hasRegularExpressions: false,
      },
      names: {
        'field_expression/field/field_identifier': 'member',
        'qualified_identifier/name/identifier': 'member',
        'field_designator//field_identifier': 'key',
        'subscript_argument_list//string_literal': 'key',
      },
      gaps,
      frame: { head: 'void _() {', tail: '\n}' },
    },
  ],
};
