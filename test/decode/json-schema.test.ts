// The schemas for editors say what the decoders say: of every fixture and of the example, file by file.

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

/** Findings that a schema can show too: they are about keys and kinds of values alone. */
const shown: readonly Code[] = [
  'unknown-key',
  'wrong-type',
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

/** Addresses and paths that `site.yaml` itself must not have; of those in pages only the whole site tells. */
const shownInSite: readonly Code[] = [...shown, 'unsafe-link', 'path-outside-content'];

const validators = new Map<string, ValidateFunction>();

function validatorFor(name: SchemaName, languages?: readonly string[]): ValidateFunction {
  const key = [name, ...(languages ?? ['any'])].join(' ');
  const known =
    validators.get(key) ?? new Ajv({ strict: false, allErrors: true }).compile(makeJsonSchema(name, languages));
  validators.set(key, known);
  return known;
}

/** The YAML of a file as editors read it; undefined where there is none. */
function dataOf({ path, text }: SourceFile): unknown {
  const yaml = path === 'site.yaml' ? text : /^---\r?\n([^]*?)^---\s*$/m.exec(text)?.[1];
  return yaml === undefined ? undefined : (parse(yaml, { logLevel: 'silent' }) ?? undefined);
}

function schemaOf(path: string): SchemaName {
  if (path === 'site.yaml') return 'site';
  return path.endsWith('_navigation.mdx') ? 'navigation' : 'page';
}

/** Files of a folder with what the schema and what `check` say of them. */
async function judge(folder: string): Promise<readonly { path: string; bySchema: string[]; byCheck: string[] }[]> {
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
      const validate = validatorFor(schemaOf(file.path), languages);
      const isValid = validate(data);
      const bySchema = isValid ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
      const known = file.path === 'site.yaml' ? shownInSite : shown;
      const byCheck = diagnostics.filter((one) => one.file === file.path && known.includes(one.code));
      return [{ path: file.path, bySchema, byCheck: byCheck.map(({ code, message }) => `${code}: ${message}`) }];
    });
}

test('every file of the example is valid', async () => {
  const judged = await judge(join(root, 'content'));
  expect(judged.length).toBeGreaterThan(30);
  expect(judged.filter(({ bySchema }) => bySchema.length > 0)).toEqual([]);
});

describe('a fixture is refused by the schema where check refuses its keys or kinds, and else valid', () => {
  test.each(readdirSync(fixtures).sort())('%s', async (name) => {
    for (const { path, bySchema, byCheck } of await judge(join(fixtures, name, 'content'))) {
      expect({ path, bySchema, byCheck, isRefused: bySchema.length > 0 }).toMatchObject({
        isRefused: byCheck.length > 0,
      });
    }
  });
});

interface Described {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

test.each(['page', 'site', 'navigation'] as const)('%s: every key says what it is for', (name) => {
  const schema = makeJsonSchema(name) as Described & { readonly definitions: Readonly<Record<string, Described>> };
  const nameless: string[] = [];
  for (const [where, { properties = {} }] of Object.entries({ root: schema, ...schema.definitions })) {
    for (const [key, { description }] of Object.entries(properties)) {
      if (!description) nameless.push(`${where}.${key}`);
    }
  }
  // The codes of `severities` are explained by `stele explain`.
  expect(nameless.filter((key) => !/^map-\d+\./.test(key))).toEqual([]);
});

test('the languages of a site are the keys of `reference`', () => {
  const validate = validatorFor('page', ['scala']);
  expect(validate({ reference: { scala: [{ key: 'A' }], json: [] } })).toBe(true);
  expect(validate({ reference: { js: [] } })).toBe(false);
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
