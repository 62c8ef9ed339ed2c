// JavaScript, whose samples may be TypeScript.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, fromVsCode, quoted, type Gap, type Lexis, type NamePlaces } from './sample-grammar.ts';

const lexis: Lexis = {
  lineComments: /\/\//y,
  hasBlockComments: true,
  strings: [quoted('"'), quoted("'"), quoted('`', { lines: 'many', code: '${' })],
  hasRegularExpressions: true,
};

const names: NamePlaces = {
  'pair/key/property_identifier': 'key',
  'pair/key/string': 'key',
  'pair_pattern/key/property_identifier': 'key',
  'object//shorthand_property_identifier': 'key',
  'object_pattern//shorthand_property_identifier_pattern': 'key',
  'member_expression/property/property_identifier': 'member',
  'subscript_expression/index/string': 'key',
};

// Babel refuses decorators of rest parameters.
const gaps: readonly Gap[] = [[/@[\w.]+(?:\([^()\n]{0,200}\))?(?=\s{0,20}\.\.\.)/g, blanksFor]];

export const js: LanguageFacts = {
  id: 'js',
  label: 'JavaScript',
  kind: 'sdk',
  isCommon: true,
  otherNames: ['javascript', 'node', 'nodejs', 'node.js'],
  extensions: ['.js', '.ts'],
  casing: ['camel', 'pascal'],
  highlighting: 'typescript',
  fences: [
    {
      label: 'JavaScript',
      names: ['javascript', 'js', 'cjs', 'mjs', 'es6', 'node', 'nodejs', 'node.js', 'node-repl', 'js-repl'],
    },
    { label: 'JSX', names: ['jsx', 'react'], highlighting: 'tsx' },
    { label: 'TSX', names: ['tsx'], highlighting: 'tsx' },
    { label: 'TypeScript', names: ['ts', 'cts', 'mts'] },
  ],
  comments: slashes,
  prompts: [{ prompt: /^> ?/, more: /^(?:\.\.\.|\|) ?/ }],
  types: {
    text: ['string'],
    truth: ['boolean'],
    number: ['number', 'bigint'],
    nothing: ['null', 'undefined', 'void'],
    reserved: wordSet('any bigint boolean never null number object string symbol undefined unknown void'),
  },
  names: {
    importWords: ['import'],
    definingWords: ['class', 'interface', 'enum', 'module', 'type'],
    functionWords: ['function'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'camel', objectKeyword: 'interface', idKey: 'id' },
  grammars: [
    {
      name: 'javascript',
      extensions: ['.js', '.jsx', '.mjs', '.cjs'],
      wasm: fromVsCode('javascript'),
      lexis,
      names,
      gaps,
    },
    { name: 'typescript', extensions: ['.ts', '.mts', '.cts'], wasm: fromVsCode('typescript'), lexis, names, gaps },
    { name: 'tsx', extensions: ['.tsx'], wasm: fromVsCode('tsx'), lexis, names, gaps },
  ],
};
