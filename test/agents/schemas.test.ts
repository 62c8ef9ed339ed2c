// The JSON Schemas of a site's data.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataSchemas } from '../../src/compiler/source/index.ts';
import { pageVersion, siteVersion, writeAgentFiles, writePageJson } from '../../src/outputs/agents/index.ts';
import { symbolsVersion } from '../../src/outputs/agents/symbols.ts';
import { readDataSchemas } from '../../src/project/data-schemas.ts';
import { sha256 } from '../../src/project/index.ts';
import { compile, page } from '../compile.ts';
import { schemaErrors } from './schema-errors.ts';

const schemas = await readDataSchemas();
const files = {
  'site.yaml': 'title: T\nlanguages: [js, go]\nredirects: { /old: /a/b, /away: https://example.com/ }\n',
  'a/b.mdx': page(
    { js: 'properties: [{ key: id, type: T, default: x, since: "1" }]', go: 'returns: [(Thing)]' },
    { body: '# Thing\n\n[B](/a/b) ![P](https://x.example/p.png)\n\n<CodeBlock referenceId="thing" file="s#part" />\n' },
  ),
  'a/_samples/s.js': '// region part\nf();\n// endregion\n',
  'index.md': '# Home\n',
};

test('page-data.schema.json is the part of reference.schema.json about a page, without places in files', () => {
  const read = (name: string): Schema =>
    JSON.parse(readFileSync(join(import.meta.dirname, `../../docs/schemas/${name}.schema.json`), 'utf8')) as Schema;
  const reference = withoutOrigins(read('reference')) as Schema;
  const own = read('page-data');
  const { $schema, format, version, samples, regions, ...shared } = own.properties;
  expect([$schema, format, version, samples, regions].every((each) => each !== undefined)).toBe(true);
  expect(shared).toEqual(reference.definitions['page']!.properties);
  expect(own.required).toEqual(['$schema', 'format', 'version', ...reference.definitions['page']!.required, 'samples']);
  for (const [name, definition] of Object.entries(own.definitions))
    expect(definition).toEqual(reference.definitions[name]);
});

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

function withoutOrigins(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.filter((each) => each !== 'origin').map(withoutOrigins);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== 'origin');
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutOrigins(value)]));
}

test.each([
  ['', (from: string) => (from.startsWith('a/') ? '../_schemas/' : './_schemas/')],
  ['url: https://example.com/docs/\n', () => 'https://example.com/docs/_schemas/'],
])('each file names its schema, and follows it: %j', (setting, folderOf) => {
  const { resolved } = compile({ ...files, 'site.yaml': files['site.yaml'] + setting });
  const lists = writeAgentFiles(resolved, sha256);
  const data: readonly [string, string][] = [
    ['a/b.json', writePageJson(resolved.pages.get('a/b')!, resolved.site)],
    ['index.json', writePageJson(resolved.pages.get('')!, resolved.site)],
    ...['symbols.json', '_reference.json'].map((path): [string, string] => [path, lists.get(path)!]),
  ];
  const names = data.map(([path, text]) => {
    const { $schema } = JSON.parse(text) as { $schema: string };
    const name = $schema.slice(folderOf(path).length);
    expect($schema).toBe(folderOf(path) + name);
    expect(schemaErrors(schemas.get(`_schemas/${name}`)!, text), path).toEqual([]);
    return name;
  });
  expect(names).toEqual(['page-1.json', 'page-1.json', 'symbols-1.json', 'site-1.json']);
  expect(data[0]![1]).toContain('"regions":{"a/_samples/s.js":{"part":"f();"}}');
});

test('the number in the address of a schema is the version of its data', () => {
  expect(dataSchemas).toEqual({
    page: `_schemas/page-${pageVersion}.json`,
    symbols: `_schemas/symbols-${symbolsVersion}.json`,
    site: `_schemas/site-${siteVersion}.json`,
  });
  expect([...schemas.keys()]).toEqual(Object.values(dataSchemas));
});

test('a schema refuses data with another shape', () => {
  const { resolved } = compile(files);
  const text = writePageJson(resolved.pages.get('a/b')!, resolved.site);
  const refused = [
    text.replace('"route":', '"rout":'),
    text.replace('"version":1', '"version":2'),
    text.replace('"optional":false', '"optional":"no"'),
  ];
  for (const wrong of refused) expect(schemaErrors(schemas.get(dataSchemas.page)!, wrong)).not.toEqual([]);
});
