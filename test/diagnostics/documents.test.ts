// Findings of every fixture as documents for tools. The JSON is valid by its published schema. The SARIF has what
// SARIF 2.1.0 and code hosts require. The places in both lie inside the files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  formatJson,
  formatSarif,
  isCode,
  makeDiagnostic,
  type Code,
  type Diagnostic,
} from '../../src/compiler/diagnostics/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { readContent } from '../../src/project/index.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/findings');
const schema = JSON.parse(readFileSync(join(root, 'docs/schemas/findings.schema.json'), 'utf8')) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

async function findingsOf(name: string): Promise<readonly Diagnostic[]> {
  const { content, diagnostics } = await readContent(join(fixtures, name, 'content'));
  return compileContent(content, diagnostics).diagnostics;
}

const explain = (code: Code): string => readFileSync(join(root, `src/compiler/diagnostics/codes/${code}.md`), 'utf8');
const sarifOf = (found: readonly Diagnostic[], prefix = 'content/'): Sarif =>
  JSON.parse(formatSarif(found, { prefix, version: '1.2.3', explain })) as Sarif;

interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: {
    readonly startLine: number;
    readonly startColumn?: number;
    readonly endLine?: number;
    readonly endColumn?: number;
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Place }[];
  readonly relatedLocations: readonly {
    readonly id: number;
    readonly message: { readonly text: string };
    readonly physicalLocation: Place;
  }[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: { readonly name: string; readonly semanticVersion: string; readonly rules: readonly Rule[] };
    };
    readonly results: readonly Result[];
  }[];
}

describe.each(readdirSync(fixtures).sort())('%s', (name) => {
  test('the JSON is valid by its schema', async () => {
    const found = await findingsOf(name);
    const document = JSON.parse(formatJson(found)) as { diagnostics: readonly { related: readonly object[] }[] };
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(document.diagnostics.length).toBe(found.length);
  });

  test('the SARIF is valid for code hosts', async () => {
    const found = await findingsOf(name);
    const { version, runs } = sarifOf(found);
    expect([version, runs.length]).toEqual(['2.1.0', 1]);
    const [{ columnKind, tool, results }] = runs as [Sarif['runs'][number]];
    const { rules } = tool.driver;
    expect([columnKind, tool.driver.name, tool.driver.semanticVersion]).toEqual([
      'unicodeCodePoints',
      'Stele',
      '1.2.3',
    ]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of rules) {
      expect(isCode(id)).toBe(true);
      expect(results.some(({ ruleId }) => ruleId === id)).toBe(true);
      expect(fullDescription.text).toMatch(/^\S.*\S$/);
      expect(fullDescription.text.startsWith(shortDescription.text)).toBe(true);
      expect(help.markdown).toContain('## ✗');
      expect(defaultConfiguration.level).toMatch(/^(?:error|warning|note)$/);
    }
    expect(results.length).toBe(found.length);
    for (const [i, result] of results.entries()) {
      expect(rules[result.ruleIndex]!.id).toBe(result.ruleId);
      expect(result.level).toBe(found[i]!.severity === 'advice' ? 'note' : found[i]!.severity);
      expect(result.message.text).not.toBe('');
      expect(result.locations.length).toBe(1);
      expect(result.relatedLocations.map(({ id }) => id)).toEqual(result.relatedLocations.map((_, id) => id));
      for (const { physicalLocation } of [...result.locations, ...result.relatedLocations])
        expectPlace(name, physicalLocation);
    }
  });
});

/** Expects a relative address of a file of the fixture, and a region inside that file with its start before its end. */
function expectPlace(name: string, { artifactLocation: { uri }, region }: Place): void {
  expect(uri).toMatch(/^(?:content|public)(?:\/[^/:?#\s\\]+)*$/);
  if (region.endLine === undefined) {
    expect(region).toEqual({ startLine: 1 });
    return;
  }
  const lines = readFileSync(join(fixtures, name, decodeURIComponent(uri)), 'utf8').split(/\r\n|\n|\r/);
  const isOrdered =
    region.endLine > region.startLine ||
    (region.endLine === region.startLine && region.endColumn! >= region.startColumn!);
  expect(isOrdered).toBe(true);
  for (const [line, column] of [
    [region.startLine, region.startColumn!],
    [region.endLine, region.endColumn!],
  ] as const) {
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual([...lines[line - 1]!].length + 1);
  }
}

test('a conflict of two places is a finding at the later place, with the first as a related place', async () => {
  const [finding] = (await findingsOf('conflicting-descriptions')).filter(
    ({ code }) => code === 'conflicting-description',
  );
  const { runs } = sarifOf([finding!]);
  const [result] = runs[0]!.results;
  expect(result!.relatedLocations.map(({ message }) => message.text)).toEqual(['first defined here']);
});

test('findings about the whole folder and about an unreadable file have a valid address', () => {
  const found = [
    makeDiagnostic('no-samples', { file: '.' }, {}),
    makeDiagnostic('not-utf8', { file: 'a b/ü#.mdx' }, { offset: 3 }),
  ];
  expect([validate(JSON.parse(formatJson(found))), validate.errors]).toEqual([true, null]);
  const uris = (prefix: string): readonly string[] =>
    sarifOf(found, prefix).runs[0]!.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri);
  expect(uris('docs/content/')).toEqual(['docs/content', 'docs/content/a%20b/%C3%BC%23.mdx']);
  expect(uris('')).toEqual(['.', 'a%20b/%C3%BC%23.mdx']);
});

test('the summary also counts findings that are not listed', () => {
  const found = [
    makeDiagnostic('no-samples', { file: '.' }, {}),
    makeDiagnostic('not-utf8', { file: 'a' }, { offset: 3 }),
  ];
  const document = JSON.parse(formatJson(found.slice(1), found)) as { summary: object; omitted: number };
  expect([validate(document), document.summary, document.omitted]).toEqual([
    true,
    { errors: 1, warnings: 1, advice: 0 },
    1,
  ]);
});
