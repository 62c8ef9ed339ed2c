// The compiler with real content: every page of the public corpus exists in every language and can be drawn.

import { beforeAll, describe, expect, test } from 'vitest';
import { listContentPages } from '../../scripts/corpus/check-files.ts';
import type { Code, Diagnostic } from '../../src/compiler/diagnostics/index.ts';
import type { Address } from '../../src/compiler/model/index.ts';
import { openProject, openSite, type Project } from '../../src/project/index.ts';
import type { Range, SourceFile } from '../../src/compiler/source/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { openCorpus } from './open-corpus.ts';

const folder = await openCorpus();

describe('corpus', () => {
  let project: Project;
  beforeAll(async () => {
    if (folder !== '') project = await openProject(folder);
  }, 240_000);

  test('every file is a page, except those whose feature flag is off', async () => {
    const pages = await listContentPages(folder);
    const { documents, navigation, resolved } = project;
    expect(documents.length + navigation.length).toBe(440);
    expect(documents.map(({ file }) => file.path)).toEqual(pages.map(({ path }) => path));
    const shown = pages.filter(({ featureFlag }) => featureFlag === undefined).map(({ route }) => route);
    expect([...resolved.pages.keys()].sort()).toEqual(shown.sort());
  });

  test('every finding has a place inside its file', () => {
    expect(project.diagnostics.filter((diagnostic) => !isPlaced(diagnostic))).toEqual([]);
  });

  test('every page can be drawn in every language', { timeout: 240_000 }, async () => {
    const data = await openSite(project);
    const { pages, site } = project.resolved;
    const routes = pages.has('') ? pages.size : pages.size + 1;
    expect(data.addresses).toHaveLength(routes * (site.languages.length + 1));
    const untitled: Address[] = [];
    for (const address of data.addresses) {
      const { title } = await data.viewPage(address, strings.values);
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
