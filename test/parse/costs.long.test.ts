// Code whose end could be at many places costs a parser little time: it gives one finding.

import { describe, expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const found = (text: string, path = 'a.mdx'): readonly string[] =>
  findings(compile({ [path]: text })).filter((finding) => /-too-|syntax/.test(finding));

describe('code in a body', () => {
  test('gives one finding if each brace could be its end', () => {
    expect(found(`# A\n\n{a+[${'}'.repeat(5000)}\n`)).toEqual(['error mdx-syntax a.mdx:3:1']);
  });

  test('gives one finding if the search for its end reads it again and again', () => {
    expect(found(`export const a = {\n\n${'b: 1,\n\n'.repeat(4000)}`)).toEqual(['error mdx-syntax a.mdx:1:1']);
  });
});
