// .NET: samples in C#.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, fromVsCode, quoted, raw, type Gap, type LexicalSyntax } from './sample-grammar.ts';

const lexicalSyntax: LexicalSyntax = {
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
  character: /'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\[^\r\n][0-9A-Fa-f]{0,8}|\\u+[0-9A-Fa-f]{4})'/y,
};

const gaps: readonly Gap[] = [
  // `params ReadOnlySpan<T> values` (C# 13)
  [/(?<=[(,]\s{0,200})params(?=\s+[\w.]+<)/g, blanksFor],
  // `extension(string text) { … }` (C# 14)
  [/\bextension(?:<[\w, ]*>)?\s*\([^(){};]{0,200}\)(?=\s*\{)/g, (found) => 'class _'.padEnd(found.length)],
  // `customer?.Order = order` (C# 14)
  [/\?(?=(?:\.\w+|\[[^\]\n]{0,100}\])(?:\.\w+){0,20}\s*(?:[-+*/%&|^]|\?\?)?=(?![=>]))/g, () => ' '],
  // `where T : allows ref struct` (C# 13)
  [/(?:,\s{0,20}|\bwhere\s+\w+\s*:\s{0,20})allows\s+ref\s+struct\b/g, blanksFor],
  // `#:package Name@1.0` (programs of one file, .NET 10)
  [/^#:.*$/gm, (found) => `//${found.slice(2)}`],
];

export const dotnet: LanguageFacts = {
  id: 'dotnet',
  label: '.NET',
  kind: 'sdk',
  isCommon: true,
  otherNames: ['.net', 'csharp', 'c#', 'cs'],
  extensions: ['.cs'],
  casing: ['pascal', 'camel'],
  highlighting: 'csharp',
  fences: [
    { label: '.NET', names: ['dotnet', '.net'] },
    { label: 'C#', names: ['c#', 'cs'] },
  ],
  comments: slashes,
  types: {
    text: ['string', 'String'],
    boolean: ['bool', 'Boolean'],
    number: ['int', 'long', 'double', 'decimal'],
    empty: ['null', 'void'],
    reserved: wordSet('bool byte char decimal double dynamic float int long null object short string void'),
  },
  names: {
    importWords: ['using'],
    wholeImportWords: ['using'],
    platformPackages: ['System', 'Microsoft'],
    platformTypes: wordSet(
      'Action Array Attribute Boolean Buffer Byte Char Console Convert DateOnly DateTime DateTimeOffset Decimal ' +
        'Delegate Double Enum Environment Exception Func Guid Index Int32 Int64 Lazy Lock Math Memory Nullable ' +
        'Object Predicate Progress Random Range Span String TimeOnly TimeSpan Timer Tuple Type Uri Version ' +
        'Dictionary HashSet IEnumerable IList List Queue Stack File Directory Path Stream HttpClient HttpContent ' +
        'HttpMethod HttpRequestMessage HttpResponseMessage Thread Task ValueTask CancellationToken Monitor',
    ),
    modifiers: ['abstract', 'public', 'sealed'],
    definingWords: ['class', 'interface', 'struct', 'enum', 'record'],
    functionWords: [],
    hasTypeBeforeName: true,
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'pascal', objectKeyword: 'class', idKey: 'Id' },
  grammars: [
    {
      name: 'c-sharp',
      extensions: ['.cs'],
      wasm: fromVsCode('c-sharp'),
      lexicalSyntax,
      // Named arguments are left out: .NET writes parameters in another casing than the properties they set.
      names: {
        // Elsewhere an assignment sets a variable.
        'initializer_expression/assignment_expression/left/identifier': 'key',
        'member_access_expression/name/identifier': 'member',
        'member_binding_expression/name/identifier': 'member',
      },
      gaps,
      frame: {
        head: 'class _ {',
        tail: '\n}',
        isClass: true,
        imports: /^[ \t]*(?:global[ \t]+)?using[ \t][\w.= \t<>]+;/gm,
      },
      literals: {
        character: /^'(?:[^'\\\r\n]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{1,4}|\\U[0-9A-Fa-f]{8}|\\['"\\0abefnrtv])'$/,
        escape: /^(?:['"\\0abefnrtv]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f])/,
        reserved: wordSet(
          'abstract as base bool break byte case catch char checked class const continue decimal default delegate ' +
            'do double else enum event explicit extern false finally fixed float for foreach goto if implicit in ' +
            'int interface internal is lock long namespace new null object operator out override params private ' +
            'protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch ' +
            'throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while',
        ),
      },
    },
  ],
};
