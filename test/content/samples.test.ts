// The example has enough samples in every language. The tests in test/samples check their syntax.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/project/index.ts';

const content = join(import.meta.dirname, '../../content');
const extensions = ['.sh', '.cs', '.php', '.rb', '.py', '.js', '.go', '.java'];

const samples = (readdirSync(content, { recursive: true }) as string[])
  .filter((path) => /(?:^|\/)_samples\/[^/]+$/.test(path))
  .sort();
const extensionOf = (path: string): string => /\.\w+$/.exec(path)![0];

describe('samples', () => {
  test('number more than 180, with at least 16 in each of the eight languages', () => {
    const counts = Object.fromEntries(
      extensions.map((extension) => [extension, samples.filter((path) => extensionOf(path) === extension).length]),
    );
    expect(samples.length).toBeGreaterThan(180);
    expect(Object.values(counts).every((count) => count >= 16)).toBe(true);
  });

  test('have no line of more than 90 characters, so that they fit their panel', () => {
    const wide = samples.filter((path) =>
      readFileSync(join(content, path), 'utf8')
        .split('\n')
        .some((line) => line.length > 90),
    );
    expect(wide).toEqual([]);
  });
});

test('every method has a request and a response in each of its languages', async () => {
  const { resolved, diagnostics } = await openProject(content);
  expect(diagnostics).toEqual([]);
  const missing: string[] = [];
  for (const page of resolved.pages.values()) {
    for (const entity of page.entities) {
      const [form] = entity.forms.values();
      if (form?.kind !== 'method') continue;
      const block = page.blocks.find((candidate) => candidate.entity === entity.id);
      for (const language of entity.forms.keys()) {
        if (!block?.panels.every(({ samples: found }) => found.has(language)))
          missing.push(`${page.route} ${language}`);
      }
    }
  }
  expect(missing).toEqual([]);
});

test('at least 24 reference pages in five sections exist; all but two have all eight languages', async () => {
  const { resolved } = await openProject(content);
  const pages = [...resolved.pages.values()].filter(({ entities }) => entities.length > 0);
  const sections = new Set(pages.map(({ route }) => route.split('/')[1]));
  expect(pages.length).toBeGreaterThanOrEqual(24);
  expect(sections.size).toBeGreaterThanOrEqual(5);
  const partial = pages
    .filter(({ languages }) => languages!.size < 8)
    .map(
      ({ route, languages }) =>
        `${route}: ${[...resolved.site.languages]
          .filter(({ id }) => !languages!.has(id))
          .map(({ id }) => id)
          .join()}`,
    );
  expect(partial).toEqual(['reference/directory-sync/directory-group: dotnet', 'reference/session/authenticate: ruby']);
});
