// JavaScript, whose samples may be TypeScript.

import { slashes } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode } from './sample-grammar.ts';
import { scriptGrammar } from './script-grammar.ts';

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
  ],
  comments: slashes,
  prompts: [{ prompt: /^> ?/, more: /^(?:\.\.\.|\|) ?/ }],
  types: {
    text: ['string'],
    boolean: ['boolean'],
    number: ['number', 'bigint'],
    empty: ['null', 'undefined', 'void'],
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
      ...scriptGrammar,
    },
  ],
};
