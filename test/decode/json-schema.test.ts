// The schemas for editors and the decoders agree about each file of the fixtures and of the example.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Code } from '../../src/compiler/diagnostics/index.ts';
import { compileContent, makeJsonSchema, type SchemaName } from '../../src/compiler/index.ts';
import { readContent } from '../../src/project/index.ts';
import type { SourceFile } from '../../src/compiler/source/index.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/findings');

/** Findings that a schema can show too, because they concern only keys and kinds of values. */
const shown: readonly Code[] = [
  'unknown-key',
  'wrong-type',
  'later-format',
  'missing-key',
  'description-is-map',
  'reserved-key',
  'severity-of-error',
  'unknown-language',
  'reference-too-deep',
  'items-too-deep',
  'navigation-too-deep',
  'pattern-not-literal',
  'unwrap-and-expanded',
  'display-without-properties',
];

/** A schema can also check addresses and paths in `site.yaml`. Those in pages depend on the whole site. */
const shownInSite: readonly Code[] = [...shown, 'unsafe-link', 'path-outside-content'];

const validators = new Map<string, ValidateFunction>();

function validatorFor(name: SchemaName, languages?: readonly string[]): ValidateFunction {
  const key = [name, ...(languages ?? ['any'])].join(' ');
  const known =
    validators.get(key) ?? new Ajv({ strict: false, allErrors: true }).compile(makeJsonSchema(name, languages));
  validators.set(key, known);
  return known;
}

/** The YAML of a file as editors read it; undefined if it has none. */
function dataOf({ path, text }: SourceFile): unknown {
  const yaml = path === 'site.yaml' ? text : /^---\r?\n([^]*?)^---\s*$/m.exec(text)?.[1];
  return yaml === undefined ? undefined : (parse(yaml, { logLevel: 'silent' }) ?? undefined);
}

function schemaOf(path: string): SchemaName {
  if (path === 'site.yaml') return 'site';
  return path.endsWith('_navigation.mdx') ? 'navigation' : 'page';
}

/** The files of a folder, each with the errors of the schema and the findings of `check`. */
async function validate(folder: string): Promise<readonly { path: string; bySchema: string[]; byCheck: string[] }[]> {
  const { content, diagnostics: found } = await readContent(folder);
  const { resolved, documents, navigation, diagnostics } = compileContent(content, found);
  const unreadable = [...documents, ...navigation].filter(({ isPartial }) => isPartial).map(({ file }) => file.path);
  const languages = content.site === undefined ? undefined : resolved.site.languages.map(({ id }) => id);
  const files = [...(content.site ? [content.site] : []), ...content.pages, ...content.navigation];
  return files
    .filter(({ path }) => !unreadable.includes(path))
    .flatMap((file) => {
      const data = dataOf(file);
      if (data === undefined) return [];
      const validator = validatorFor(schemaOf(file.path), languages);
      const isValid = validator(data);
      const bySchema = isValid
        ? []
        : validator.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
      const known = file.path === 'site.yaml' ? shownInSite : shown;
      const byCheck = diagnostics.filter((one) => one.file === file.path && known.includes(one.code));
      return [{ path: file.path, bySchema, byCheck: byCheck.map(({ code, message }) => `${code}: ${message}`) }];
    });
}

test('every file of the example is valid', async () => {
  const files = await validate(join(root, 'content'));
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter(({ bySchema }) => bySchema.length > 0)).toEqual([]);
});

describe('the schema refuses a file of a fixture exactly if check reports its keys or kinds of values', () => {
  test.each(readdirSync(fixtures).sort())('%s', async (name) => {
    for (const { path, bySchema, byCheck } of await validate(join(fixtures, name, 'content'))) {
      expect({ path, bySchema, byCheck, isRefused: bySchema.length > 0 }).toMatchObject({
        isRefused: byCheck.length > 0,
      });
    }
  });
});

interface Described {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

test.each(['page', 'site', 'navigation'] as const)('%s: every key has a description', (name) => {
  const schema = makeJsonSchema(name) as Described & { readonly definitions: Readonly<Record<string, Described>> };
  const undescribed: string[] = [];
  for (const [where, { properties = {} }] of Object.entries({ root: schema, ...schema.definitions })) {
    for (const [key, { description }] of Object.entries(properties)) {
      if (!description) undescribed.push(`${where}.${key}`);
    }
  }
  // The codes of `severities` are explained by `stele explain`.
  expect(undescribed.filter((key) => !/^map-\d+\./.test(key))).toEqual([]);
});

test('`reference` has only the languages of the site and json as keys', () => {
  const isValid = validatorFor('page', ['scala']);
  expect(isValid({ reference: { scala: [{ key: 'A' }], json: [] } })).toBe(true);
  expect(isValid({ reference: { js: [] } })).toBe(false);
});

test.each([
  ['pictures/../logo.svg', true],
  ['a/b/../../logo.svg', true],
  ['./..a/logo.svg', true],
  ['pictures/../../logo.svg', false],
  ['a/b/../.././../logo.svg', false],
])('a picture at %s is inside the content folder: %s', (path, isInside) => {
  expect(validatorFor('site')({ title: 'T', icon: path })).toBe(isInside);
});
