// The compiler over real content: the public corpus, fetched once into the cache (scripts/corpus/fetch-corpus.ts).
// Where it is not cached and the registry is not reachable, the tests are skipped and the output says so.

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listContentPages } from '../scripts/corpus/check-files.ts';
import { fetchCorpus } from '../scripts/corpus/fetch-corpus.ts';
import type { Code, Diagnostic } from '../src/diagnostics/index.ts';
import type { Address } from '../src/model/index.ts';
import { compileContent, type Compilation, type ContentSource } from '../src/pipeline.ts';
import { openProject, openSite, readContent } from '../src/project/index.ts';
import type { Range, SourceFile } from '../src/source/index.ts';

const corpus = await fetchCorpus((reason) => console.warn(reason));

describe('corpus', () => {
  const folder = corpus!;
  let content: ContentSource;
  let found: readonly Diagnostic[];
  let compilation: Compilation;

  beforeEach((context) => context.skip(corpus === undefined, 'the registry is not reachable'));

  beforeAll(async () => {
    if (corpus === undefined) return;
    ({ content, diagnostics: found } = await readContent(folder));
    compilation = compileContent(content, found);
  });

  const count = (...codes: readonly Code[]): number =>
    compilation.diagnostics.filter(({ code }) => codes.includes(code)).length;

  test('every file is a page, but for those of a feature that is off', async () => {
    const pages = await listContentPages(folder);
    expect(content.pages.length + content.navigation.length).toBe(440);
    expect(pages.filter(({ path }) => path.startsWith('reference/'))).toHaveLength(219);
    expect(content.pages.map(({ path }) => path).sort()).toEqual(pages.map(({ path }) => path));
    const shown = pages.filter(({ featureFlag }) => featureFlag === undefined).map(({ route }) => route);
    expect([...compilation.reference.pages.keys()].sort()).toEqual(shown.sort());
  });

  test('every finding has a place that lies in its file', () => {
    expect(compilation.diagnostics.filter((diagnostic) => !isPlaced(diagnostic))).toEqual([]);
  });

  test('the sixteen placeholders that end nowhere are the only ones', () => {
    expect(count('placeholder-without-self', 'unknown-placeholder')).toBe(16);
    expect(count('placeholder-cycle', 'conflicting-description')).toBe(0);
  });

  test('every reference to an entity has one meaning', () => {
    expect(count('unknown-reference', 'unknown-member', 'ambiguous-reference', 'reference-too-deep')).toBe(0);
  });

  test('the order of the files changes nothing', () => {
    const reversed = {
      ...content,
      pages: content.pages.toReversed(),
      navigation: content.navigation.toReversed(),
      samples: content.samples.toReversed(),
    };
    const first = describeAll(compilation.diagnostics);
    const again = compileContent(reversed, found);
    expect(describeAll(again.diagnostics)).toEqual(first);
    expect([...again.reference.pages.keys()]).toEqual([...compilation.reference.pages.keys()]);
    expect(describeAll(compileContent(content, found).diagnostics)).toEqual(first);
  });

  test('every page can be drawn in every language', { timeout: 30_000 }, async () => {
    const data = await openSite(await openProject(folder));
    const { pages, site } = compilation.reference;
    const routes = pages.has('') ? pages.size : pages.size + 1;
    expect(data.addresses).toHaveLength(routes * (site.languages.length + 1));
    const untitled: Address[] = [];
    for (const address of data.addresses) {
      const { title } = await data.viewPage(address);
      if (title.trim() === '') untitled.push(address);
    }
    for (const route of data.bodyRoutes) data.viewBody(route);
    expect(untitled).toEqual([]);
  });
});

/** Findings about a whole file or folder, which have no range. */
const wholeFile: readonly Code[] = ['no-samples', 'page-without-navigation'];

function isPlaced({ code, file, source, range, related }: Diagnostic): boolean {
  if (!related.every((place) => isInside(place.source, place.range))) return false;
  if (range === undefined) return wholeFile.includes(code) && file !== '';
  return source !== undefined && source.path === file && isInside(source, range);
}

/** A range that marks at least one character of its file. */
function isInside({ text }: SourceFile, { start, end }: Range): boolean {
  return start >= 0 && start < end && end <= text.length;
}

/** Findings as plain data, without their files' texts: a difference stays readable. */
function describeAll(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code, severity, message, hint, file, range, related }) => ({
    code,
    severity,
    message,
    hint,
    file,
    range,
    related: related.map((place) => [place.source.path, place.range]),
  }));
}
