// The facts for parsing that JavaScript and TypeScript share.

import {
  blanksFor,
  quoted,
  type Gap,
  type LexicalSyntax,
  type NamePlaces,
  type SampleGrammar,
} from './sample-grammar.ts';

const lexicalSyntax: LexicalSyntax = {
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

/** The part that all these grammars share. */
export const scriptGrammar: Pick<SampleGrammar, 'lexicalSyntax' | 'names' | 'gaps'> = { lexicalSyntax, names, gaps };
