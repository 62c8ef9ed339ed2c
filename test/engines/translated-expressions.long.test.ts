// Translations of expressions for the npm package: they give the colours that translating at once gives, and samples of
// other sites need few others.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { translateFor } from '../../scripts/package/ship-expressions.ts';
import { createShikiHighlighter } from '../../src/engines/shiki-highlighter.ts';
import {
  describeExpression,
  expressionsFrom,
  translate,
  type TranslatedExpressions,
} from '../../src/engines/translated-expressions.ts';
import { repository } from '../site/run-stele.ts';

let translations: TranslatedExpressions;
beforeAll(async () => {
  // As in the file of the package.
  const text = JSON.stringify(await translateFor(join(repository, 'content')));
  translations = JSON.parse(text) as TranslatedExpressions;
});

const grammarOf: Readonly<Record<string, string>> = {
  curl: 'shellscript',
  dotnet: 'csharp',
  go: 'go',
  java: 'java',
  js: 'javascript',
  php: 'php',
  python: 'python',
  ruby: 'ruby',
};

/** Code that the site whose samples are translated for does not have. */
const codes = Object.entries(grammarOf).flatMap(([folder, grammar]) => {
  const place = join(repository, 'test/fixtures/modern-samples', folder);
  return readdirSync(place).map((name) => ({ grammar, text: readFileSync(join(place, name), 'utf8') }));
});

test('a translation makes the expression that translating at once makes', () => {
  const entries = Object.entries(translations);
  expect(entries.length).toBeGreaterThan(800);
  expect(entries.filter(([, translation]) => translation?.[2] !== undefined).length).toBeGreaterThan(20);
  const make = expressionsFrom(translations);
  for (const [source, translation] of entries) {
    if (translation === null) expect(() => translate(source), source).toThrow();
    else expect(describeExpression(make(source)), source).toEqual(describeExpression(translate(source)));
  }
});

test('code has the same colours with translations, and needs few others', async () => {
  const [asked, missing] = [new Set<string>(), new Set<string>()];
  const make = expressionsFrom(translations);
  const withTranslations = await createShikiHighlighter(Object.values(grammarOf), (source) => {
    asked.add(source);
    if (!(source in translations)) missing.add(source);
    return make(source);
  });
  const without = await createShikiHighlighter(Object.values(grammarOf), translate);
  for (const { grammar, text } of codes) {
    expect(withTranslations.highlight(text, grammar)).toEqual(without.highlight(text, grammar));
  }
  expect(asked.size).toBeGreaterThan(1_000);
  expect(missing.size / asked.size).toBeLessThan(0.4);
});
