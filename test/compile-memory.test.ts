// A compilation with the memory of earlier ones gives what a compilation from nothing gives. More random edits:
// compile-memory.long.test.ts.

import { expect, test, vi } from 'vitest';
import { CompileMemory } from '../src/compiler/index.ts';
import { makeForgetful } from '../src/compiler/forgetful-document.ts';
import type { Document } from '../src/compiler/model/index.ts';
import { parseDocument } from '../src/compiler/parse/parse-document.ts';
import { compileFiles, type ContentFiles } from './edits/content-files.ts';
import { expectSameCompilations } from './edits/compile-again.ts';
import { editedSites } from './edits/edited-sites.ts';

test('after 12 random edits, each compilation equals one from nothing', () => {
  expectSameCompilations(editedSites['doors']!(), 3, 12);
});

test('many new files, which are parsed in steps, have the results and findings of others', () => {
  const files: ContentFiles = new Map([['site.yaml', 'languages: [js, go]\n']]);
  for (let i = 0; i < 35; i++) {
    files.set(
      `p${i}.mdx`,
      `---\ntitle: ${i % 7 === 0 ? '[' : i}\n---\n\n# Page\n\n{broken ${i}\n\n<CodeBlock file="s${i}" />\n`,
    );
    files.set(`q${i}.mdx`, `---\nreference: { js: [{ key: T${i}, id: t, properties: [{ key: a, typ: b }] }] }\n---\n`);
  }
  for (let i = 0; i < 510; i++) files.set(`_samples/s${i}.js`, i % 100 === 0 ? '// region a\n' : `run(${i});\n`);
  expect(compileFiles(files, new CompileMemory()).diagnostics.length).toBeGreaterThan(50);
  expectSameCompilations(files, 5, 2);
});

test('a frontmatter that was forgotten is parsed again when it is read', () => {
  const file = { path: 'a.mdx', text: '---\ntitle: A\n---\n' };
  const parse = vi.fn((): Document => parseDocument(file, () => {}));
  const { document, forget } = makeForgetful(parse(), parse);
  const first = document.frontmatter;
  expect(document.frontmatter).toBe(first);
  forget();
  expect(parse).toHaveBeenCalledTimes(1);
  expect(document.frontmatter).not.toBe(first);
  expect(document.frontmatter).toEqual(first);
  expect(parse).toHaveBeenCalledTimes(2);
});

test('a page is parsed and decoded again only if its text or the languages have changed', () => {
  const files = editedSites['doors']!();
  const memory = new CompileMemory();
  const pagesOf = (): ReadonlyMap<string, object> => compileFiles(files, memory).resolved.model.pages;
  const first = pagesOf();
  const path = 'guides/close.mdx';
  files.set(path, `${files.get(path)}\nMore.\n`);
  const second = pagesOf();
  const changed = [...first].filter(([route, page]) => second.get(route) !== page).map(([route]) => route);
  expect(changed).toEqual(['guides/close']);
  files.set('site.yaml', files.get('site.yaml')!.replace('  - curl\n', ''));
  const third = pagesOf();
  expect([...second].filter(([route, page]) => third.get(route) === page)).toEqual([]);
});
