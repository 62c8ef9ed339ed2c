// Many short pieces of code in each language. Valid code has no fault. The fault of broken code has the right place.

import { expect, test } from 'vitest';
import { languages } from '../../src/compiler/languages/index.ts';
import { createSampleParser } from '../../src/engines/index.ts';
import { pointAt } from '../../src/compiler/source/index.ts';
import { brokenCode } from './broken-code.ts';
import { validCode } from './valid-code.ts';

const parser = createSampleParser();

test('every grammar has broken code, beside the valid code of `modern-samples`', () => {
  const extensions = languages.flatMap(({ grammars }) => grammars.map((grammar) => grammar.extensions));
  const tried = new Set(brokenCode.map(([extension]) => extension));
  expect(extensions.filter((own) => !own.some((extension) => tried.has(extension)))).toEqual([]);
});

test.each(Object.keys(validCode))('valid code in %s has no fault', async (extension) => {
  const refused: string[] = [];
  for (const code of validCode[extension]!) {
    const { fault } = await parser.parse(code, extension);
    if (fault) refused.push(`${JSON.stringify(code)}: ${fault.problem}`);
  }
  expect(refused).toEqual([]);
});

test.each(brokenCode)('broken code in %s has its fault at the right place: %j', async (extension, code, ...places) => {
  const { fault } = await parser.parse(code, extension);
  const found = fault && pointAt({ path: '', text: code }, fault.range.start);
  expect(places, fault?.problem).toContain(found && `${found.line}:${found.column}`);
  expect(fault!.range.end).toBeGreaterThanOrEqual(fault!.range.start);
});
