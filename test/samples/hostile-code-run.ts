// Defines tests of code that would slow down or crash a simple parser: it is checked in time, and Stele never crashes.

import { expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { check } from '../compile.ts';
import { cpuTimeUntil } from '../cpu-time.ts';

/** A text of a length that repeats a unit, in lines of at most 9,000 characters. */
function repeat(unit: string, length: number): string {
  const line = unit.includes('\n') ? unit : `${unit.repeat(Math.floor(9000 / unit.length))}\n`;
  return line.repeat(Math.ceil(length / line.length)).slice(0, length);
}

const grammars = languages.flatMap((language) => language.grammars);

/** The longest text that the grammar of an extension parses, if that is shorter than usual. */
const longestText = (extension: string): number | undefined =>
  grammars.find(({ extensions }) => extensions.includes(`.${extension}`))?.longestText;

const cases: readonly (readonly [extension: string, unit: string])[] = [
  ...grammars.map(({ extensions }) => [extensions[0]!.slice(1), ']('] as const),
  ['sh', '<<A\n'],
  ['sh', 'curl <<A '],
  ['rb', 'x = <<A\n'],
  ['rb', '<<~A '],
  ['php', '<?php $a = <<<A\n'],
  ['js', '({['],
  ['rs', "'{"],
  ['kt', 'is a if '],
  ['swift', '#""" '],
  ['swift', '#selector('],
  ['swift', 'a b '],
  ['ex', 'do '],
  ['cpp', 'using ... '],
  ['rs', '* & % '],
  ['dart', '* & % '],
];

/**
 * Defines a test for each case.
 * @param length of a text in UTF-16 units; a grammar that parses only short texts gets a third of it
 */
export function testHostileCode(length: number): void {
  test.each(cases)('.%s with %j many times is checked in time', async (extension, unit) => {
    const files = {
      'site.yaml': `title: S\nlanguages: [${languages.map(({ id }) => id).join(', ')}]\n`,
      [`_samples/x.${extension}`]: repeat(unit, longestText(extension) === undefined ? length : Math.round(length / 3)),
      'a.mdx': '# A\n\n<CodeBlock file="x" />\n',
    };
    let codes: readonly string[] = [];
    const time = await cpuTimeUntil(async () => (codes = (await check(files)).diagnostics.map(({ code }) => code)));
    expect(codes).toContain('sample-syntax');
    expect(time).toBeLessThan(5000);
  });
}
