// Scanning of code that nothing closes, in each language: the time grows with the length of the text, whatever is
// nested.

import { expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { scanCode } from '../../src/engines/grammars/scan-code.ts';
import { cpuTime } from '../cpu-time.ts';

const grammars = languages.flatMap((language) => language.grammars);

test.each(grammars.map(({ name, lexicalSyntax }) => [name, lexicalSyntax] as const))(
  'strings in code in strings of %s are scanned in time',
  (_, lexicalSyntax) => {
    for (const { open, code } of lexicalSyntax.strings) {
      for (const count of code === undefined ? [] : [20, 60, 20_000]) {
        const nested = `${open}${code}`.repeat(count);
        expect(cpuTime(() => scanCode(`x = ${nested}\n`, lexicalSyntax))).toBeLessThan(500);
        expect(cpuTime(() => scanCode(`x = ${open}${nested}} \n`, lexicalSyntax))).toBeLessThan(500);
      }
    }
    const documents = Array.from({ length: 20_000 }, (_one, i) => `cat <<A${i}\n`).join('');
    expect(cpuTime(() => scanCode(documents, lexicalSyntax))).toBeLessThan(500);
  },
);

test('code in strings in code in strings is no end of the string around it', () => {
  const { lexicalSyntax } = grammars.find(({ name }) => name === 'javascript')!;
  expect(scanCode('f(`a ${ g(`b ${ "}" } `) } `)\n', lexicalSyntax)).toEqual({ brackets: [1, 28] });
});
