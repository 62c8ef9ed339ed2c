// Tables with many rows that have more or fewer cells than the head.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const tableOf = (rows: number): string => `# Page\n\n| a | b |\n|---|---|\n${'| c |\n'.repeat(rows)}`;

test.each([
  [25, undefined],
  [26, ' 1 further row of this table also has more or fewer cells.'],
  [1000, ' 975 further rows of this table also have more or fewer cells.'],
])('reports at most 25 of the %i uneven rows of a table', (rows, further) => {
  const compilation = compile({ 'index.md': `${tableOf(rows)}\n${tableOf(1).replace('# Page', '## Other')}` });
  expect(findings(compilation)).toHaveLength(26);
  const messages = compilation.diagnostics.map(({ message }) => message);
  const plain = 'The row has 1 cell, but the head of the table has 2.';
  expect(messages).toEqual([...Array<string>(24).fill(plain), `${plain}${further ?? ''}`, plain]);
});
