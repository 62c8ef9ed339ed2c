// The generated site of the benchmark: the same bytes for the same seed, the requested shape, and no mistakes, so that
// the times are those of correct content.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageIds } from '../../scripts/bench/language-forms.ts';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import { openProject, type Project } from '../../src/project/index.ts';

const entities = 20;
const site = generateSite(entities, 1);

describe('the generated site', () => {
  test('has the same bytes for the same seed, and other bytes for another seed', () => {
    expect(generateSite(entities, 1).files).toEqual(site.files);
    expect(generateSite(entities, 2).files).not.toEqual(site.files);
  });

  test('has as many methods as objects', () => {
    expect(site.entities.filter(({ kind }) => kind === 'object')).toHaveLength(entities / 2);
    expect(site.entities.filter(({ kind }) => kind === 'method')).toHaveLength(entities / 2);
    expect(new Set(generateSite(170, 1).entities.map(({ route }) => route))).toHaveLength(170);
  });

  test('has a sample of 10 to 20 lines per language and a response for each entity', () => {
    const samples = [...site.files].filter(([path]) => path.includes('/_samples/'));
    const requests = samples.filter(([path]) => !path.endsWith('.json'));
    expect(requests).toHaveLength(entities * languageIds.length);
    expect(samples).toHaveLength(entities * (languageIds.length + 1));
    const lineCounts = requests.map(([, text]) => text.trimEnd().split('\n').length);
    expect(Math.min(...lineCounts)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...lineCounts)).toBeLessThanOrEqual(20);
  });
});

describe('the generated site, compiled', () => {
  let folder: string;
  let project: Project;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stele-bench-test-'));
    await writeSite(site, folder);
    project = await openProject(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has no findings of any severity', () => {
    expect(project.diagnostics.map(({ code, file, message }) => `${file} ${code} ${message}`)).toEqual([]);
  });

  test('has every entity in every language, with links between entities', () => {
    const found = [...project.resolved.pages.values()].flatMap((page) => page.entities);
    expect(found).toHaveLength(entities);
    expect(found.filter(({ forms }) => forms.size !== languageIds.length)).toEqual([]);
    const lists = found.flatMap(({ forms }) => [...forms.values()].flatMap((form) => form.lists));
    const fields = lists.flatMap(({ items }) => items);
    expect(fields.some(({ type }) => type?.some(({ target }) => target !== undefined))).toBe(true);
    expect(fields.some(({ target }) => target !== undefined)).toBe(true);
  });

  test('has twelve items in each entity', () => {
    const found = [...project.resolved.pages.values()].flatMap((page) => page.entities);
    const counts = found.map(({ forms }) => {
      const items = forms.get('curl')!.lists.flatMap((list) => list.items);
      return items.flatMap((item) => (item.display === 'unwrap' ? item.children : item)).length;
    });
    expect(new Set(counts)).toEqual(new Set([12]));
  });
});
