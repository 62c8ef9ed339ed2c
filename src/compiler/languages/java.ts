// Java.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode, quoted, tripled } from './sample-grammar.ts';

export const java: LanguageFacts = {
  id: 'java',
  label: 'Java',
  kind: 'sdk',
  isCommon: true,
  otherNames: [],
  extensions: ['.java'],
  casing: ['camel', 'pascal'],
  highlighting: 'java',
  fences: [{ label: 'Java', names: ['java'] }],
  comments: slashes,
  prompts: [{ prompt: /^jshell> ?/, more: /^ +\.\.\.> ?/ }],
  types: {
    text: ['String'],
    boolean: ['boolean', 'Boolean'],
    number: ['int', 'Integer', 'long', 'Long', 'double', 'Double', 'Number'],
    empty: ['null', 'void', 'Void'],
    reserved: wordSet('boolean byte char double float int long null short void'),
  },
  names: {
    importWords: ['import'],
    platformPackages: ['java', 'javax'],
    platformTypes: wordSet(
      'Boolean Byte Character Class Comparable Deprecated Double Enum Error Exception Float Integer Iterable Long ' +
        'Math Module Number Object Override Package Process Record Runnable Runtime Short String System Thread ' +
        'Throwable Void Arrays Base64 Calendar Collection Collections Currency Date Deque HashMap Iterator List ' +
        'Locale Map Objects Optional Properties Queue Scanner Set Timer UUID BigDecimal BigInteger Duration Instant ' +
        'LocalDate Consumer Function Predicate Supplier File Path Paths Files Stream Collectors CompletableFuture ' +
        'Future URI URL HttpClient HttpRequest HttpResponse',
    ),
    modifiers: ['abstract', 'final', 'public'],
    definingWords: ['class', 'interface', 'enum', 'record'],
    functionWords: [],
    hasTypeBeforeName: true,
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', objectKeyword: 'class', idKey: 'id' },
  grammars: [
    {
      name: 'java',
      extensions: ['.java'],
      wasm: fromVsCode('java'),
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [tripled('"'), quoted('"'), quoted("'")],
        hasRegularExpressions: false,
        character: /'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\[^\r\n][0-9A-Fa-f]{0,8}|\\u+[0-9A-Fa-f]{4})'/y,
      },
      names: {
        'method_invocation/name/identifier': 'member',
        'field_access/field/identifier': 'member',
      },
      gaps: [
        // `import module java.base;` (Java 25)
        [/^[ \t]*import[ \t]+module(?=[ \t]+[\w.]+;)/gm, (found) => found.replace('module', '      ')],
        // `super(…)` after other statements (Java 25)
        [/(?<=;\s{0,200})(?:super|this)(?=\s*\()/g, (found) => '_'.repeat(found.length)],
      ],
      frame: { head: 'class _ {', tail: '\n}', isClass: true, imports: /^[ \t]*(?:package|import)[ \t][\w.* \t]+;/gm },
      literals: {
        character:
          /^'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\u+[0-9A-Fa-f]{4}|\\[0-3]?[0-7]{1,2}|\\[btnfrs"'\\])'$/,
        escape: /^(?:[btnfrs"'\\0-7\r\n]|u+[0-9A-Fa-f]{4})/,
        reserved: wordSet(
          'abstract assert boolean break byte case catch char class const continue do double else enum extends ' +
            'final finally float for goto if implements import instanceof int interface long native new package ' +
            'private protected public return short static strictfp switch synchronized throw throws transient try ' +
            'void volatile while true false null',
        ),
        textBlock: /^"""[ \t\f]*\r?\n/,
      },
    },
  ],
};
