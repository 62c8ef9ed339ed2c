// Rust.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, fromVsCode, quoted, quotedCharacters } from './sample-grammar.ts';

export const rust: LanguageFacts = {
  id: 'rust',
  label: 'Rust',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['rs'],
  extensions: ['.rs'],
  casing: ['snake', 'pascal'],
  highlighting: 'rust',
  fences: [{ label: 'Rust', names: ['rs', 'rust'] }],
  comments: slashes,
  types: {
    text: ['String', 'str'],
    boolean: ['bool'],
    number: ['i64', 'i32', 'i16', 'i8', 'u64', 'u32', 'u16', 'u8', 'usize', 'isize', 'f64', 'f32'],
    empty: ['None'],
    reserved: wordSet('bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize None Self'),
  },
  names: {
    importWords: ['use'],
    platformPackages: ['std', 'core', 'alloc'],
    modifiers: ['pub'],
    definingWords: ['struct', 'enum', 'trait', 'type', 'union'],
    functionWords: ['fn'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'snake', objectKeyword: 'struct', idKey: 'id' },
  grammars: [
    {
      name: 'rust',
      extensions: ['.rs'],
      longestText: 16_000,
      wasm: fromVsCode('rust'),
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [
          ...['##', '#', ''].map((signs) => ({
            ...quoted('"', { lines: 'many', hasEscapes: false }),
            open: `r${signs}"`,
            close: `"${signs}`,
          })),
          quoted('"', { lines: 'some' }),
          // An apostrophe alone begins a lifetime: `'a`.
          ...quotedCharacters,
        ],
        hasRegularExpressions: false,
      },
      names: {
        'field_expression/field/field_identifier': 'member',
        'scoped_identifier/name/identifier': 'member',
        'field_initializer/field/field_identifier': 'key',
        'shorthand_field_initializer//identifier': 'key',
        'field_pattern/name/field_identifier': 'key',
        'field_pattern/name/shorthand_field_identifier': 'key',
      },
      // `pub safe fn` in an `unsafe extern` block
      gaps: [[/\bsafe(?=[ \t]+(?:fn|static)\b)/g, blanksFor]],
      frame: { head: 'fn _() {', tail: '\n}' },
      literals: {
        character:
          /^b?'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\(?:[nrt\\0'"]|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]{1,8}\}))'$/,
        escape: /^(?:[nrt\\0'"\r\n]|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]{1,8}\})/,
        reserved: wordSet(
          'as async await break const continue dyn else enum extern false fn for if impl in let loop match mod ' +
            'move mut pub ref return struct trait true type use where while',
        ),
      },
    },
  ],
};
