// Python.

import { hash } from './comment-styles.ts';
import { wordSet, type LanguageFacts } from './language-facts.ts';
import { fromVsCode, quoted, tripled } from './sample-grammar.ts';

export const python: LanguageFacts = {
  id: 'python',
  label: 'Python',
  kind: 'sdk',
  isCommon: true,
  otherNames: ['py', 'python3'],
  extensions: ['.py'],
  casing: ['snake', 'pascal'],
  highlighting: 'python',
  fences: [
    { label: 'Python', names: ['pycon', 'python-repl', 'python-console', 'pyconsole', 'ipython'] },
    { label: 'Python', names: ['py', 'py3', 'python3', 'pyi', 'python'] },
  ],
  comments: hash,
  prompts: [{ prompt: /^>>> ?|^In \[\d+\]: /, more: /^\.\.\.(?: |$)|^ +\.\.\.: ?/, consoleGrammar: 'python' }],
  types: {
    text: ['str'],
    boolean: ['bool'],
    number: ['int', 'float'],
    empty: ['None'],
    reserved: wordSet('bool bytes dict float int list object set str tuple'),
  },
  names: { importWords: ['import', 'from'], definingWords: ['class', 'type'], functionWords: ['def', 'lambda'] },
  drafts: { objectCasing: 'pascal', methodCasing: 'snake', idKey: 'id' },
  grammars: [
    {
      name: 'python',
      extensions: ['.py'],
      wasm: fromVsCode('python'),
      lexicalSyntax: {
        lineComments: /#/y,
        hasBlockComments: false,
        strings: [tripled('"'), tripled("'"), quoted('"'), quoted("'")],
        hasRegularExpressions: false,
      },
      names: {
        'keyword_argument/name/identifier': 'argument',
        'attribute/attribute/identifier': 'member',
        'pair/key/string': 'key',
        'subscript/subscript/string': 'key',
      },
      // `print(x); match = 1`: ruff reads the name `match` as a statement.
      gaps: [[/(?<=;[ \t]{0,200})match\b/g, () => 'matc_']],
    },
  ],
};
