// Ruby.

import { anyPattern } from '../text/index.ts';
import { hash } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode, quoted } from './sample-grammar.ts';

export const ruby: LanguageFacts = {
  id: 'ruby',
  label: 'Ruby',
  kind: 'sdk',
  isCommon: true,
  otherNames: ['rb'],
  extensions: ['.rb'],
  casing: ['snake', 'pascal'],
  highlighting: 'ruby',
  fences: [
    { label: 'Ruby', names: ['irb', 'rbcon', 'ruby-session'] },
    { label: 'Ruby', names: ['rb', 'rake', 'gemfile', 'ruby'] },
  ],
  comments: hash,
  prompts: [
    {
      prompt: anyPattern([
        /^irb(?:\([^()]*\))?(?::\d+)*[>*"'\]]>? ?/,
        /^[\w-]+\((?:main|dev|development|test|prod|production)\)(?::\d+)*[>*"'\]] ?/,
        /^\[\d+\] pry\([^()]*\)[>*] ?/,
        /^>> |^\d+\.\d+\.\d+ :\d+ > /,
      ]),
      consoleGrammar: 'ruby',
    },
  ],
  types: {
    text: ['String'],
    boolean: ['Boolean', 'TrueClass', 'FalseClass'],
    number: ['Integer', 'Float', 'Numeric'],
    empty: ['nil'],
    reserved: wordSet('false nil true'),
  },
  names: { importWords: ['require'], definingWords: ['class', 'module'], functionWords: ['def', 'lambda'] },
  drafts: { objectCasing: 'pascal', methodCasing: 'snake', objectKeyword: 'class', idKey: 'id' },
  grammars: [
    {
      name: 'ruby',
      extensions: ['.rb'],
      wasm: fromVsCode('ruby'),
      lexicalSyntax: {
        lineComments: /(?<![^\s;({])#/y,
        hasBlockComments: false,
        strings: [quoted('"', { lines: 'some', code: '#{' }), quoted("'", { lines: 'some' }), quoted('`')],
        hereDocument: /<<[~-](?<quote>["'`]?)(?<id>[A-Z]\w*)\k<quote>/y,
        hasRegularExpressions: true,
      },
      names: {
        'pair/key/hash_key_symbol': 'argument',
        'pair/key/string': 'key',
        'pair/key/simple_symbol': 'key',
        'keyword_pattern/key/hash_key_symbol': 'key',
        'call/method/identifier': 'member',
        'element_reference//simple_symbol': 'key',
        'element_reference//string': 'key',
      },
    },
  ],
};
