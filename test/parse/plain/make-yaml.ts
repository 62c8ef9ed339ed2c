// Generators of YAML: nested maps and lists with scalars of every kind, and pieces in any order.

import fc from 'fast-check';

/** Plain values after a key or a `-`; `@` is the indentation of further lines. */
const plain = [
  'a',
  'a b',
  'a # c',
  'a#b',
  'a:b',
  '-1',
  '-a',
  '?a',
  ':a',
  '1',
  '0x1F',
  '0o7',
  '1.50',
  '-.5e3',
  '.inf',
  '.nan',
  'true',
  'FALSE',
  'null',
  '~',
  'yes',
  '',
  ' ',
  '(a.b)',
  "'a'",
  "'it''s'",
  "''",
  "'a' # c",
  '"a"',
  '"a\\"b\\\\ \\n\\t\\_"',
  '"a\tb"',
  'a\n@b',
  'a\n\n@b # c',
  "'a\n@b '",
  '"a \n\n@ b\n@"',
  '|\n@a',
  '|-\n@a\n\n@  b\n',
  '|\n\n@a\n\n\n',
  '>\n@a\n@b\n\n@c\n@ d\n@ e\n@f',
  '>-\n@a\n\n\n@b',
  'a\u00a0',
  'é 😀',
];

/** Values that are mistakes, or that only the library reads. */
const others = [
  '# c',
  "'a'b",
  '"\\u0041"',
  'a # c\n@b',
  'a\n@# c',
  '|+\n@a\n\n',
  '|2\n@a',
  '>-\n@ a\n@b',
  '| # c\n@a',
  '|\n@a\tb\n',
  '|\n',
  '\u00a0a',
  '[a, b]',
  '{ a: b }',
  '&a b',
  '*a',
  '!t a',
  '%a',
  '@a',
  '`a',
  'a\tb',
  'a\t',
  '- a',
  'b: c',
  '"a": b',
];
const keys = ['a', 'b', 'c_d', 'e.f', "'g'", '"h"', "'i j'", '1', 'true', 'toString', '__proto__'];
const otherKeys = ['k l', '(m)', '- n', '? o', '"p" '];

/** One of the first values in most cases, else one of the second. */
const mostly = <Value>(usual: readonly Value[], others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 25, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

/** Lines between two entries; `#` is a comment at their column. */
const between = mostly(['', '', '', '', '', '\n', '  \n', '\n\n', '#'], ['# c\n', '  # c\n', '\t\n', '    # c\n\n']);

interface Entry {
  readonly above: string;
  readonly key: string;
  readonly space: string;
  readonly scalar: string;
  readonly step: number;
  readonly block: Block | undefined;
}

interface Block {
  readonly isList: boolean;
  readonly isCompact: boolean;
  readonly entries: readonly Entry[];
}

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; entry: Entry }>((tie) => ({
  block: fc.record({
    isList: fc.boolean(),
    isCompact: fc.boolean(),
    entries: fc.array(tie('entry'), { minLength: 1, maxLength: 3 }),
  }),
  entry: fc.record({
    above: between,
    key: mostly(keys, otherKeys),
    space: mostly([' '], ['', '  ']),
    scalar: mostly(plain, others),
    step: mostly([1, 2, 4], [0]),
    block: fc.option(tie('block'), { nil: undefined, depthSize: 'small' }),
  }),
})).block;

function write({ isList, isCompact, entries }: Block, indent: number): string {
  const pad = ' '.repeat(indent);
  return entries
    .map(({ above, key, space, scalar, step, block: inner }, i) => {
      const start = `${above === '#' ? `${pad}# c\n` : above}${pad}`;
      const head = start + (isList ? '-' : `${key.replace(/['"]?$/, `${i}$&`)}:`);
      if (inner === undefined) return `${head}${space}${scalar.replaceAll('@', ' '.repeat(indent + step))}\n`;
      if (isList && isCompact) return `${head} ${write(inner, indent + 2).trimStart()}`;
      return `${head}\n${write(inner, indent + step)}`;
    })
    .join('');
}

/** Maps and lists, most of them valid. */
export const blocks: fc.Arbitrary<string> = fc
  .tuple(block, fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.boolean())
  .map(([root, lineBreak, isTrimmed]) => {
    const text = write(root, 0).replaceAll('\n', lineBreak);
    return isTrimmed ? text.trimEnd() : text;
  });

const pieces = [
  ...plain,
  ...others,
  ...keys.map((key) => `${key}: `),
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n  - ',
  '\na: ',
  '\n  b: ',
  ' ',
  '  ',
  '-',
  '- ',
  ':',
  '#',
  "'",
  '"',
  '\\',
  '\t',
  '\r',
  '---\n',
  '...\n',
  '\ufeff',
  '\u0001',
  '\u2028',
];

/** Pieces of YAML in any order, most of them not valid. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join('').replaceAll('@', '  '));
