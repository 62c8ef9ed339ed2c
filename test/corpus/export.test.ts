// The export of the corpus agrees with a second reader of its YAML, cell by cell. The document is valid by its schema,
// and every place in it is the place of its text.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportReference } from '../../src/outputs/export/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { readContent } from '../../src/project/index.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import { listNames, type Exported, type ExportedText } from './exported.ts';
import { formsOf, nameOf, rowsIn, withoutTraits } from './exported-forms.ts';
import { openCorpus } from './open-corpus.ts';
import { readIdentities } from './read-identity.ts';
import { readReference, type Row } from './read-reference.ts';

const corpus = await openCorpus();
const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(await readFile(join(repository, 'docs/schemas/reference.schema.json'), 'utf8')) as object,
);

describe('the corpus, exported by the command', () => {
  let folder: string;
  let text: string;
  let exported: Exported;
  let expected: ReturnType<typeof readReference>;

  beforeAll(async () => {
    folder = temporaryFolder();
    if (corpus === '') return;
    const file = join(folder, 'reference.json');
    const { code, stderr } = await runWarm(['export', '--content', corpus, '--out', file]);
    // The corpus has errors. The document is written nevertheless, with these errors.
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Wrote .*: 419 pages, \d+ errors/)]);
    text = await readFile(file, 'utf8');
    exported = JSON.parse(text) as Exported;
    expected = readReference(corpus);
  }, 240_000);
  afterAll(() => removeFolder(folder));

  test('is valid by its schema', () => {
    validate(exported);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('agrees with the second reader in every language, entity and cell', () => {
    const found = new Map(formsOf(exported).map((form) => [nameOf(form), form]));
    expect([...found.keys()].sort()).toEqual(expected.forms.map(nameOf).sort());
    let cells = 0;
    for (const form of expected.forms) {
      expect(plain(found.get(nameOf(form))), nameOf(form)).toEqual(
        plain({ ...form, lists: withoutTraits(form.lists) }),
      );
      cells += Object.values(form.lists).reduce((sum, rows) => sum + countRows(rows), 0);
    }
    console.log(`export: ${expected.forms.length} forms with ${cells} cells agree`);
    expect([expected.forms.length, cells]).toEqual([942, 6514]);
  });

  test('agrees with the second reader about the items of each field, its name, and plumbing', () => {
    const found = new Map<string, string>(
      exported.pages.flatMap(({ route, entities }) =>
        entities.flatMap(({ id, forms }) =>
          Object.values(forms).flatMap((form) =>
            listNames.flatMap((name) =>
              placesIn(form[name] ?? []).map(
                ([place, row]) => [`${route}#${id} ${form.source} ${name} ${place}`, nameOfField(row)] as const,
              ),
            ),
          ),
        ),
      ),
    );
    const differ: string[] = [];
    let rows = 0;
    for (const entity of new Set(expected.forms.map(({ route, id }) => `${route}#${id}`))) {
      const forms = expected.forms.filter(({ route, id }) => `${route}#${id}` === entity);
      const own = new Map(forms.map((form) => [form.source, form]));
      for (const name of listNames) {
        const lists = new Map([...own].map(([language, form]) => [language, form.lists[name] ?? []]));
        const prefix = name === 'properties' ? forms[0]!.id : `${forms[0]!.id}.${name}`;
        const identities = readIdentities(prefix, lists, name !== 'properties');
        for (const [language, list] of lists) {
          for (const [place, row] of placesIn(list)) {
            const other = found.get(`${entity} ${language} ${name} ${place}`);
            const expects = nameOfField(identities.get(row) ?? {});
            if (expects !== other)
              differ.push(`${entity} ${row.trait.key}: ${expects} by the second reader, ${other} in the export`);
            rows++;
          }
        }
      }
    }
    console.log(`identity: ${rows} rows agree`);
    expect(differ).toEqual([]);
    expect(rows).toBe(6016);
  });

  test('gives each row of a form its own identity and anchor', () => {
    const twice: string[] = [];
    for (const { route, entities } of exported.pages) {
      const anchors = new Map(entities.map(({ id }) => [id, id]));
      for (const { id, forms } of entities) {
        for (const [language, form] of Object.entries(forms)) {
          const seen = new Set<string>();
          for (const { identity, anchor } of listNames.flatMap((name) => rowsIn(form[name] ?? []))) {
            if (identity !== undefined && seen.has(identity)) twice.push(`${route} ${language} ${identity}`);
            if (identity !== undefined) seen.add(identity);
            // An anchor belongs to one entity of its page, in all languages.
            if (anchor !== undefined && (anchors.get(anchor) ?? id) !== id) twice.push(`${route} ${anchor}`);
            if (anchor !== undefined) anchors.set(anchor, id);
          }
        }
      }
    }
    expect(twice).toEqual([]);
  });

  test('has the right place for every text', async () => {
    const files = new Map<string, string>();
    for (const { origin, text: value } of textsIn(exported)) {
      const content = files.get(origin.file) ?? (await readFile(join(corpus, origin.file), 'utf8'));
      files.set(origin.file, content);
      const rest = [...content.split('\n')[origin.line - 1]!].slice(origin.column - 1).join('');
      // A block scalar begins at its `|` or `>`, a quoted scalar at its quote, a plain scalar at its first character.
      const begins = /^[|>"']/.test(rest) || rest.startsWith(value.split('\n')[0]!.slice(0, rest.length).trimEnd());
      expect(begins, `${origin.file}:${origin.line}:${origin.column}`).toBe(true);
    }
  });

  test('has the same bytes in another process and with another order of files', { timeout: 240_000 }, async () => {
    const { content, diagnostics } = await readContent(corpus);
    const reversed = {
      ...content,
      pages: content.pages.toReversed(),
      navigation: content.navigation.toReversed(),
      samples: content.samples.toReversed(),
      assets: content.assets.toReversed(),
    };
    const compiled = compileContent(reversed, diagnostics);
    const again = JSON.stringify(exportReference(compiled.resolved, compiled.diagnostics), undefined, 2);
    expect(`${again}\n` === text).toBe(true);
  });
});

test('the export of the example site is valid by its schema', async () => {
  const { content, diagnostics } = await readContent(join(repository, 'content'));
  const compiled = compileContent(content, diagnostics);
  validate(JSON.parse(JSON.stringify(exportReference(compiled.resolved, compiled.diagnostics))));
  expect(validate.errors ?? []).toEqual([]);
});

/** Without keys that have no value. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

function countRows(rows: readonly Row[]): number {
  return rows.reduce((sum, { items }) => sum + 1 + countRows(items), 0);
}

/** Rows at any depth with their place in the list: `0/2`. */
function placesIn<Of extends { readonly items: readonly Of[] }>(
  rows: readonly Of[],
  above = '',
): readonly [string, Of][] {
  return rows.flatMap((row, i) => [[`${above}${i}`, row] as [string, Of], ...placesIn(row.items, `${above}${i}/`)]);
}

const nameOfField = ({ identity, isPlumbing }: { identity?: string; isPlumbing?: boolean }): string =>
  `${identity}${isPlumbing ? ' (plumbing)' : ''}`;

/** Every text of the document that has a place, at any depth. */
function textsIn(value: unknown): readonly ExportedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, origin, syntax } = value as Partial<ExportedText> & { syntax?: string };
  const own = text !== undefined && origin !== undefined && syntax === undefined ? [{ text, origin }] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
