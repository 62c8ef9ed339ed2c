// The example's samples are held to real grammars: what readers copy must at least parse.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/project/index.ts';

const content = join(import.meta.dirname, '../../content');
const grammars: Readonly<Record<string, string>> = {
  '.sh': 'bash',
  '.cs': 'c-sharp',
  '.php': 'php',
  '.rb': 'ruby',
  '.py': 'python',
  '.js': 'javascript',
  '.go': 'go',
  '.java': 'java',
};

const samples = (readdirSync(content, { recursive: true }) as string[])
  .filter((path) => /(?:^|\/)_samples\/[^/]+$/.test(path))
  .sort();
const extensionOf = (path: string): string => /\.\w+$/.exec(path)![0];
const parsers = new Map<string, Parser>();

beforeAll(async () => {
  await Parser.init();
  const folder = join(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/package.json'), '../wasm');
  for (const [extension, grammar] of Object.entries(grammars)) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(join(folder, `tree-sitter-${grammar}.wasm`)));
    parsers.set(extension, parser);
  }
});

function* errorsOf(node: Node): Generator<string> {
  if (node.isError || node.isMissing)
    yield `${node.isMissing ? 'missing' : 'error'} at ${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
  for (const child of node.children) if (child) yield* errorsOf(child);
}

/** Syntax errors of a sample; undefined for formats that are not checked. */
function check(path: string, text: string): readonly string[] | undefined {
  const extension = extensionOf(path);
  if (extension === '.http') return undefined;
  if (extension === '.json') {
    JSON.parse(text);
    return [];
  }
  return [...errorsOf(parsers.get(extension)!.parse(text)!.rootNode)];
}

test('the check finds a lost bracket in every language', () => {
  for (const extension of Object.keys(grammars)) {
    const path = samples.find((candidate) => candidate.endsWith(`list-connections-request${extension}`))!;
    const text = readFileSync(join(content, path), 'utf8');
    const broken = extension === '.sh' ? text.replace('"', '') : text.replace(/\)(?=[^)]*$)/, '');
    expect(check(path, broken), path).not.toEqual([]);
  }
});

describe('samples', () => {
  test('there are hundreds, in all eight languages', () => {
    const counts = Object.fromEntries(
      Object.keys(grammars).map((extension) => [
        extension,
        samples.filter((path) => extensionOf(path) === extension).length,
      ]),
    );
    expect(samples.length).toBeGreaterThan(180);
    expect(Object.values(counts).every((count) => count >= 16)).toBe(true);
  });

  test.each(samples.filter((path) => !path.endsWith('.http')))('%s parses', (path) => {
    expect(check(path, readFileSync(join(content, path), 'utf8'))).toEqual([]);
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
  const { reference, diagnostics } = await openProject(content);
  expect(diagnostics).toEqual([]);
  const missing: string[] = [];
  for (const page of reference.pages.values()) {
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
  const { reference } = await openProject(content);
  const pages = [...reference.pages.values()].filter(({ entities }) => entities.length > 0);
  const sections = new Set(pages.map(({ route }) => route.split('/')[1]));
  expect(pages.length).toBeGreaterThanOrEqual(24);
  expect(sections.size).toBeGreaterThanOrEqual(5);
  const partial = pages
    .filter(({ languages }) => languages!.size < 8)
    .map(
      ({ route, languages }) =>
        `${route}: ${[...reference.site.languages]
          .filter(({ id }) => !languages!.has(id))
          .map(({ id }) => id)
          .join()}`,
    );
  expect(partial).toEqual(['reference/directory-sync/directory-group: dotnet', 'reference/session/authenticate: ruby']);
});
