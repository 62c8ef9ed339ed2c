// Go.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode, quoted, raw } from './sample-grammar.ts';

export const go: LanguageFacts = {
  id: 'go',
  label: 'Go',
  kind: 'sdk',
  isCommon: true,
  otherNames: ['golang'],
  extensions: ['.go'],
  casing: ['pascal', 'camel'],
  highlighting: 'go',
  fences: [{ label: 'Go', names: ['golang', 'go'] }],
  comments: slashes,
  types: {
    text: ['string'],
    boolean: ['bool'],
    number: ['int', 'int64', 'float64'],
    empty: ['nil'],
    reserved: wordSet('any bool byte error float32 float64 int int32 int64 rune string uint uint32 uint64'),
  },
  names: { importWords: ['import'], definingWords: ['type'], functionWords: ['func'] },
  drafts: { objectCasing: 'pascal', methodCasing: 'pascal', idKey: 'ID', sampleHead: 'package main\n\n' },
  grammars: [
    {
      name: 'go',
      extensions: ['.go'],
      wasm: fromVsCode('go'),
      lexicalSyntax: {
        lineComments: /\/\//y,
        hasBlockComments: true,
        strings: [quoted('"'), quoted("'"), raw('`')],
        hasRegularExpressions: false,
      },
      names: {
        'keyed_element/key/literal_element': 'key',
        'selector_expression/field/field_identifier': 'member',
      },
      hasUnquotedKeys: true,
    },
  ],
};
