// PHP.

import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode, quoted } from './sample-grammar.ts';

export const php: LanguageFacts = {
  id: 'php',
  label: 'PHP',
  kind: 'sdk',
  isCommon: true,
  otherNames: [],
  extensions: ['.php'],
  casing: ['camel', 'snake', 'pascal'],
  highlighting: 'php',
  fences: [{ label: 'PHP', names: ['php5', 'php7', 'php8', 'php'] }],
  comments: { openings: ['//', '#'], closing: '' },
  prompts: [{ prompt: /^php > |^>>> /, more: /^php [{("'] |^\.\.\. / }],
  types: {
    text: ['string'],
    boolean: ['bool', 'boolean'],
    number: ['int', 'integer', 'float'],
    empty: ['null', 'void'],
    reserved: wordSet('array bool callable float int iterable mixed null object string void'),
  },
  names: {
    importWords: ['use', 'require'],
    definingWords: ['class', 'interface', 'enum', 'trait'],
    functionWords: ['function', 'fn'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', idKey: 'id', sampleHead: '<?php\n\n' },
  grammars: [
    {
      name: 'php',
      extensions: ['.php'],
      wasm: fromVsCode('php'),
      lexicalSyntax: {
        lineComments: /\/\/|#(?!\[)/y,
        hasBlockComments: true,
        strings: [quoted('"', { lines: 'some', code: '{$' }), quoted("'", { lines: 'some' }), quoted('`')],
        hereDocument: /<<<[ \t]*(?<quote>["']?)(?<id>[A-Za-z_]\w*)\k<quote>/y,
        hasSureHereDocuments: true,
        hasRegularExpressions: false,
      },
      names: {
        'argument/name/name': 'argument',
        'member_access_expression/name/name': 'member',
        'nullsafe_member_access_expression/name/name': 'member',
        'member_call_expression/name/name': 'member',
        'nullsafe_member_call_expression/name/name': 'member',
        'array_element_initializer//encapsed_string': 'key',
        'array_element_initializer//string': 'key',
        'subscript_expression//encapsed_string': 'key',
        'subscript_expression//string': 'key',
      },
    },
  ],
};
