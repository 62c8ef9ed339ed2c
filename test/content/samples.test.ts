// The example's samples: enough of them, in every language. Their syntax is held by test/samples.

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
  test('there are hundreds, in all eight languages', () => {
    const counts = Object.fromEntries(
      extensions.map((extension) => [
        extension,
        samples.filter((path) => extensionOf(path) === extension).length,
      ]),
    );
    expect(samples.length).toBeGreaterThan(180);
    expect(Object.values(counts).every((count) => count >= 16)).toBe(true);
  });

  test('fit their panel: no line is wider than 90 characters', () => {
    const wide = samples.filter((path) =>
      readFileSync(join(content, path), 'utf8')
        .split('\n')
        .some((line) => line.length > 90),
    );
    expect(wide).toEqual([]);
  });
});

test('every method has a request and an answer in each language in which it has a form', async () => {
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

test('there are at least 24 reference pages in five sections, each in all eight languages but for two', async () => {
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
