// Code in fences is left out of the limits, but never text that MDX reads as text.

import { expect, test } from 'vitest';
import { withoutFences } from '../../src/compiler/parse/limits/fenced-code.ts';

test('code in a fence is blanked, with marks indented by up to three spaces at its end', () => {
  for (const indent of ['', ' ', '   '])
    expect(withoutFences(`\`\`\`\na\n${indent}\`\`\`\nwords\n`)).toBe(`\`\`\`\n \n${indent}\`\`\`\nwords\n`);
});

test('text after marks that only MDX reads as the end of a fence is kept', () => {
  for (const indent of ['    ', '\t', '  \t'])
    expect(withoutFences(`\`\`\`\na\n${indent}\`\`\`\nwords\n`)).toContain('\nwords\n');
});

test('shorter marks close no fence at any indentation', () => {
  expect(withoutFences('````\na\n    ```\nb\n````\n')).not.toMatch(/[ab]/);
});
