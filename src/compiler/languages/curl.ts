// HTTP requests, shown as curl commands in shell scripts.

import { hash } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { blanksFor, fromVsCode, quoted, type LexicalSyntax } from './sample-grammar.ts';

const lexicalSyntax: LexicalSyntax = {
  lineComments: /(?<![^\s;({])#/y,
  hasBlockComments: false,
  strings: [quoted('"', { lines: 'some' }), quoted("'", { lines: 'some', hasEscapes: false })],
  hereDocument: /<<-?[ \t]*(?<quote>["']?)(?<id>\w+)\k<quote>/y,
  hasRegularExpressions: false,
};

export const curl: LanguageFacts = {
  id: 'curl',
  label: 'cURL',
  kind: 'http',
  isCommon: true,
  otherNames: ['http', 'rest'],
  extensions: ['.sh'],
  casing: ['snake'],
  highlighting: 'shellscript',
  fences: [
    { label: 'Shell', names: ['sh', 'zsh', 'ksh', 'shell-script', 'npm', 'yarn', 'pnpm'] },
    { label: 'Shell', names: ['bash'] },
    { label: 'Shell', names: ['shell'] },
    { label: 'cURL', names: ['curl'] },
  ],
  comments: hash,
  types: {
    text: [],
    boolean: [],
    number: [],
    empty: [],
    // The words of the wire format.
    reserved: wordSet('object array string number integer boolean enum null date any'),
  },
  names: { importWords: [], definingWords: [], functionWords: ['function'] },
  drafts: { objectCasing: 'snake', methodCasing: 'camel', idKey: 'id' },
  grammars: [
    {
      name: 'bash',
      extensions: ['.sh', '.bash'],
      wasm: fromVsCode('bash'),
      lexicalSyntax,
      names: {},
      gaps: [
        // `coproc { cat; }`
        [/(?<=^[ \t]{0,200}|[;&|({][ \t]{0,200})coproc(?:[ \t]+\w+)?(?=[ \t]+\{)/gm, blanksFor],
      ],
    },
  ],
};
