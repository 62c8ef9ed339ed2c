// Elixir.

import { hash } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { quoted, tripled, wholeText } from './sample-grammar.ts';

export const elixir: LanguageFacts = {
  id: 'elixir',
  label: 'Elixir',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['ex', 'exs', 'phoenix'],
  extensions: ['.ex', '.exs'],
  casing: ['snake', 'pascal'],
  highlighting: 'elixir',
  fences: [{ label: 'Elixir', names: ['ex', 'exs', 'elixir'] }],
  comments: hash,
  prompts: [{ prompt: /^iex(?:\([^()]*\))?> ?/, more: /^\.\.\.(?:\([^()]*\))?> ?/ }],
  types: {
    text: ['String.t', 'binary'],
    boolean: ['boolean'],
    number: ['integer', 'float', 'number', 'non_neg_integer', 'pos_integer'],
    empty: ['nil'],
    reserved: wordSet('any atom binary boolean float integer keyword list map nil number pid term tuple'),
  },
  names: {
    importWords: ['alias', 'import', 'require', 'use'],
    definingWords: ['defmodule', 'defprotocol'],
    functionWords: ['def', 'defp'],
  },
  drafts: { objectCasing: 'pascal', methodCasing: 'snake', idKey: 'id' },
  grammars: [
    {
      name: 'elixir',
      extensions: ['.ex', '.exs'],
      longestText: 16_000,
      wasm: ['@cursorless/tree-sitter-wasms', 'out/tree-sitter-elixir.wasm'],
      lexicalSyntax: {
        lineComments: /(?<!\?)#(?!\{)/y,
        hasBlockComments: false,
        strings: [
          tripled('"'),
          tripled("'"),
          quoted('"', { lines: 'some', code: '#{' }),
          quoted("'"),
          ...['(', ')', '[', ']', '{', '}', '"', "'"].map((character) => wholeText(`?${character}`)),
        ],
        hasRegularExpressions: false,
      },
      names: {
        'pair/key/keyword': 'argument',
        'dot/right/identifier': 'member',
        'access_call/key/atom': 'key',
        'access_call/key/string': 'key',
      },
      // The grammar reads a superfluous `end` as a name.
      literals: { reserved: wordSet('after and catch do else end fn in not or rescue when') },
    },
  ],
};
