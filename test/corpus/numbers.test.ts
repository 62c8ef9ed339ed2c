// Numbers that show how well Stele reads the corpus. They are printed, and must not change.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportReference } from '../../src/outputs/export/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { readContent } from '../../src/project/index.ts';
import type { Exported } from './exported.ts';
import { fieldsOf, type ExportedField } from './exported-fields.ts';
import { openCorpus } from './open-corpus.ts';
import { readReference, type Counts } from './read-reference.ts';
import { sampleTypeLinks, typeLinksOf, type TypeLink } from './type-links.ts';

const corpus = await openCorpus();
const fixtures = join(import.meta.dirname, '../fixtures/corpus');
const readFixture = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(fixtures, `${name}.json`), 'utf8')) as T;

/** Feature flags of pages of the corpus. */
const flags = ['actions-docs', 'single-logout-docs'];

let exported: Exported;
/** The export with the pages behind flags. */
let all: Exported;
let fields: readonly ExportedField[];
/** The counts of a second reader over all pages. */
let counts: Counts;

beforeAll(async () => {
  if (corpus === '') return;
  exported = await exportCorpus([]);
  all = await exportCorpus(flags);
  fields = fieldsOf(exported);
  counts = readReference(corpus, flags).counts;
}, 240_000);

async function exportCorpus(on: readonly string[]): Promise<Exported> {
  const { content, diagnostics } = await readContent(corpus);
  const site = { path: 'site.yaml', text: `title: Corpus\nflags: [${on.join(', ')}]\n` };
  const compiled = compileContent(on.length === 0 ? content : { ...content, site }, diagnostics);
  return JSON.parse(JSON.stringify(exportReference(compiled.resolved, compiled.diagnostics))) as Exported;
}

test('pages: all reference pages compile, with their bodies', () => {
  const reference = all.pages.filter(({ file }) => file.startsWith('reference/'));
  const shown = exported.pages.filter(({ file }) => file.startsWith('reference/'));
  console.log('reference pages:', reference.length, 'of them behind flags:', reference.length - shown.length);
  expect([reference.length, shown.length]).toEqual([219, 216]);
  expect(all.pages.filter(({ body }) => body.isBroken).map(({ route }) => route)).toEqual([]);
  // The pages behind flags add no finding about descriptions.
  expect(all.diagnostics.filter(({ code }) => /placeholder/.test(code))).toHaveLength(16);
});

const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;
const findings = (code: string): readonly string[] =>
  exported.diagnostics
    .filter((found) => found.code === code)
    .map(({ file, range }) => `${file}:${range!.start.line}:${range!.start.column}`);

interface Coverage {
  readonly fields: number;
  readonly cellsMissing: number;
  /** Only entities that several languages have. */
  readonly ofSeveralLanguages: { readonly fields: number; readonly fieldsInAll: number; readonly cellsMissing: number };
}

/** Counts and percentages of fields, without plumbing. */
function coverageOf(all: readonly ExportedField[]): Coverage {
  const counted = all.filter(({ isPlumbing }) => !isPlumbing);
  const several = counted.filter(({ languages }) => languages.length > 1);
  const missing = ({ languages, names }: ExportedField): number => languages.filter((id) => !names.has(id)).length;
  const sum = (of: readonly ExportedField[], value: (field: ExportedField) => number): number =>
    of.reduce((total, field) => total + value(field), 0);
  const cellsMissing = (of: readonly ExportedField[]): number =>
    share(
      sum(of, missing),
      sum(of, ({ languages }) => languages.length),
    );
  return {
    fields: counted.length,
    cellsMissing: cellsMissing(counted),
    ofSeveralLanguages: {
      fields: several.length,
      fieldsInAll: share(several.filter((field) => missing(field) === 0).length, several.length),
      cellsMissing: cellsMissing(several),
    },
  };
}

test('identity: the shares of complete fields and missing cells, and the number of clashes', () => {
  const numbers = {
    entities: exported.pages.flatMap(({ entities }) => entities).length,
    all: coverageOf(fields),
    // Without fields inside references to members, the numbers can be compared with older ones.
    withoutReferenced: coverageOf(fields.filter(({ isReferenced }) => !isReferenced)),
    clashes: findings('identity-clash').length,
  };
  console.log('identity:', JSON.stringify(numbers));
  expect(numbers).toEqual({
    entities: 191,
    all: {
      fields: 1372,
      cellsMissing: 18.6,
      ofSeveralLanguages: { fields: 1013, fieldsInAll: 66.3, cellsMissing: 19.7 },
    },
    withoutReferenced: {
      fields: 1307,
      cellsMissing: 18.4,
      ofSeveralLanguages: { fields: 986, fieldsInAll: 67.2, cellsMissing: 19.3 },
    },
    clashes: 0,
  });
});

interface Group {
  readonly page: string;
  readonly entity: string;
  readonly identity: string;
  readonly members: Readonly<Record<string, string>>;
  readonly lacks: readonly string[];
  /** The rule of format.md 4.8 that joins or separates its members. */
  readonly reason: string;
}

test('identity: forty groups checked by hand, each with its rule', async () => {
  const groups = await readFixture<readonly Group[]>('identity');
  expect(groups).toHaveLength(40);
  const found = new Map(fields.map((field) => [`${field.route}#${field.identity}`, field]));
  for (const { page, entity, identity, members, lacks } of groups) {
    const field = found.get(`${page}#${identity}`);
    const own = field && {
      entity: field.entity,
      members: Object.fromEntries(field.names),
      lacks: field.languages.filter((id) => !field.names.has(id)).sort(),
    };
    expect(own, `${page}#${identity}`).toEqual({ entity, members, lacks });
  }
});

test('placeholders: all but sixteen resolve, and these are reported at their places', async () => {
  const unresolved = await readFixture<readonly string[]>('unresolved-placeholders');
  const numbers = {
    written: counts.placeholders,
    resolved: counts.placeholders - counts.unresolvedPlaceholders.length,
  };
  console.log('placeholders:', numbers);
  expect(numbers).toEqual({ written: 3708, resolved: 3692 });
  expect(counts.unresolvedPlaceholders).toEqual(unresolved);
  const places = unresolved.map((text) => text.split(' ')[0]);
  expect(findings('placeholder-without-self')).toEqual(places);
  expect(findings('unknown-placeholder')).toEqual([]);
});

test('references: all resolve', () => {
  console.log('references:', counts.references, 'unresolved:', counts.unresolvedReferences.length);
  expect([counts.references, counts.unresolvedReferences]).toEqual([1223, []]);
  for (const code of [
    'unknown-reference',
    'unknown-member',
    'ambiguous-reference',
    'reference-too-deep',
    'reference-cycle',
  ])
    expect(findings(code), code).toEqual([]);
});

/** Chooses the hundred links that a person has checked. Another seed chooses others to look at. */
const seed = process.env['TYPE_LINKS_SEED'] ?? 'stele-11';

test('type links: a hundred links that a person has checked have the right targets', async () => {
  const links = typeLinksOf(exported);
  const sample = sampleTypeLinks(links, seed, 100);
  console.log('type links:', links.length);
  // With another seed, the links are printed with their types for a person to read.
  if (seed !== 'stele-11') return console.table(sample);
  expect(sample.map(({ type: _type, ...link }) => link)).toEqual(await readFixture<readonly TypeLink[]>('type-links'));
  expect(links.filter(({ language, name }) => language === 'curl' && name === 'object')).toEqual([]);
  expect(links).toHaveLength(180);
});

/** `table`: the count of a script when the format was written. `why`: the reason if the count of Stele differs. */
type Findings = Readonly<Record<string, { readonly count: number; readonly table?: string; readonly why?: string }>>;

test('findings: the count of each code, with a reason if it differs from the first measurement', async () => {
  const expected = await readFixture<Findings>('findings');
  const found = new Map<string, number>();
  for (const { code } of exported.diagnostics) found.set(code, (found.get(code) ?? 0) + 1);
  console.log('findings:', Object.fromEntries([...found].sort(([, a], [, b]) => b - a)));
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(expected).map(([code, { count }]) => [code, count])),
  );
  const unexplained = Object.entries(expected).filter(
    ([, { count, table, why }]) =>
      table !== undefined && /^(?:about )?\d+$/.test(table) && table !== String(count) && !why,
  );
  expect(unexplained).toEqual([]);
});
