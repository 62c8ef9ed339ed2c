// docs/format.md is correct: its examples have the results that it claims, and its tables list the keys, findings and
// limits of the code.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, codes } from '../../src/compiler/diagnostics/index.ts';
import { neutralFormats } from '../../src/compiler/resolve/find-samples.ts';
import { builtInOrder } from '../../src/compiler/resolve/identity/index.ts';
import { components as tables, elements } from '../../src/compiler/format/index.ts';
import { bounds } from '../../src/compiler/source/index.ts';
import { makeJsonSchema } from '../../src/compiler/index.ts';
import { readExamples } from './format-examples.ts';
import { compileExample, facts, findingsOf } from './format-facts.ts';

const markdown = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8');
const examples = readExamples(markdown);

describe('examples', () => {
  test.each(examples.map((example) => [`${example.section}, line ${example.line}`, example] as const))(
    'the claims of section %s are true',
    async (_place, example) => {
      const { claims } = example;
      const compilation = await compileExample(example);
      const claimed = claims.get('Findings');
      expect(claimed, 'every example claims its findings').toBeDefined();
      const wanted = claimed === 'none' ? [] : claimed!.split(', ');
      expect(findingsOf(compilation, example, wanted)).toEqual(wanted);
      for (const [word, claim] of claims) {
        if (word !== 'Findings') expect(facts[word]?.(compilation.resolved), word).toBe(claim);
      }
    },
  );
});

/** The text of a section without its subsections. */
function sectionOf(number: string): string {
  const sections = markdown.split(/^#{2,3} (?=\d)/m);
  return sections.find((section) => section.startsWith(`${number} `) || section.startsWith(`${number}. `))!;
}

/** Names in backticks in the first cells of a section's tables. */
function namesIn(number: string): readonly string[] {
  const rows = [...sectionOf(number).matchAll(/^\| (`[^|]*) \|/gm)];
  return rows.flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
}

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

const schemas = Object.fromEntries(
  (['page', 'site', 'navigation'] as const).map((name) => [name, makeJsonSchema(name) as unknown as Schema]),
) as Readonly<Record<'page' | 'site' | 'navigation', Schema>>;

test('every section of rules has an example', () => {
  const sections = [...markdown.matchAll(/^### (\d+\.\d+) /gm)].map((match) => match[1]!);
  const shown = new Set(examples.map(({ section }) => section));
  // 7.4 lists all findings. Other sections have the examples of them.
  expect(sections.filter((section) => !shown.has(section))).toEqual(['7.4']);
});

describe('tables', () => {
  test.each([
    ['1.4', [schemas.navigation, schemas.navigation.definitions['navigation-link']!]],
    ['2.2', [schemas.page]],
    ['4.2', [schemas.page.definitions['entity']!]],
    ['4.3', [schemas.page.definitions['item']!]],
    ['8.1', [schemas.site]],
    ['8.2', [schemas.site.definitions['language']!]],
  ] as const)('section %s lists the keys that the decoders accept', (number, shapes) => {
    const keys = shapes.flatMap(({ properties }) => Object.keys(properties));
    expect(namesIn(number).toSorted()).toEqual(keys.sort());
  });

  test.each([
    ['2.2', schemas.page.definitions['breadcrumb']!],
    ['8.1', schemas.site.definitions['logo']!],
    ['8.1', schemas.site.definitions['fonts']!],
    ['8.1', schemas.site.definitions['font']!],
    ['8.1', schemas.site.definitions['section']!],
    ['8.1', schemas.site.definitions['header-link']!],
    ['8.1', schemas.site.definitions['budgets']!],
    ['8.2', schemas.site.definitions['package']!],
  ] as const)('section %s names the keys of the maps inside its values', (number, { properties }) => {
    const text = sectionOf(number);
    expect(Object.keys(properties).filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test('section 7.4 lists every finding once, under its severity', () => {
    const rows = [...sectionOf('7.4').matchAll(/^\| [^|`]+ \|(.*)\|(.*)\|(.*)\|$/gm)].slice(1);
    const codesIn = (column: number): readonly string[] =>
      rows.flatMap((row) => [...row[column]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)).sort();
    const codesOf = (severity: string): readonly string[] =>
      codes.filter((code) => catalogue[code].severity === severity);
    expect([1, 2, 3].map(codesIn)).toEqual(['error', 'warning', 'advice'].map(codesOf));
  });

  test('section 9 lists every limit', () => {
    const limits = [...sectionOf('9').matchAll(/^\| .* \| ([\d,]+) \|$/gm)].map((row) => row[1]!.replaceAll(',', ''));
    expect(limits).toEqual(Object.values(bounds).map(String));
  });

  test('section 5.2 lists every component, and section 5.3 every accepted HTML element', () => {
    const components = namesIn('5.2');
    expect(components.toSorted()).toEqual(Object.keys(tables).toSorted());
    const listed = /may use `([^`]+)`/.exec(sectionOf('5.3'))![1]!.split(' ');
    expect(listed).toEqual([...elements]);
  });

  test('section 4.8 states the order of languages, and section 6.1 the formats', () => {
    const flat = (number: string): string => sectionOf(number).replace(/\s+/g, ' ');
    expect(flat('4.8')).toContain(` of languages is ${builtInOrder.join(', ')}, then the other languages`);
    const formats = neutralFormats.map((format) => `\`.${format}\``);
    expect(flat('6.1')).toContain(`${formats.slice(0, -1).join(', ')} and ${formats.at(-1)} are formats`);
  });
});
