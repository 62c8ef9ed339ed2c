// Rules that read one page or sample at a time check only what has changed, and report the same findings.

import { expect, test } from 'vitest';
import { CheckMemory } from '../../src/compiler/check/index.ts';
import { CompileMemory } from '../../src/compiler/index.ts';
import { compileFiles } from '../edits/content-files.ts';

const method = (key: string): string =>
  `---\nreference:\n  js:\n    - key: ${key}\n      id: open_door\n      parameters:\n        - key: door_name\n---\n# Open\n`;

const files = () =>
  new Map([
    ['site.yaml', 'title: Site\nlanguages: [js]\n'],
    ['index.mdx', '# Home\n\n```js\n```\n'],
    ['open.mdx', method('openDoor()')],
    ['_samples/empty.js', '\n'],
  ]);

const codesOf = (all: ReadonlyMap<string, string>, memory?: CompileMemory): readonly string[] =>
  compileFiles(new Map(all), memory).diagnostics.map(({ code, file }) => `${code} ${file}`);

test('findings of unchanged pages and samples stay, and those of changed ones and of other languages are new', () => {
  const content = files();
  const memory = new CompileMemory();
  const first = codesOf(content, memory);
  expect(first).toEqual(codesOf(content));
  for (const code of ['empty-sample index.mdx', 'empty-sample _samples/empty.js', 'foreign-casing open.mdx'])
    expect(first).toContain(code);
  content.set('index.mdx', '# Home\n');
  const second = codesOf(content, memory);
  expect(second).toEqual(first.filter((code) => code !== 'empty-sample index.mdx'));
  content.set('site.yaml', 'title: Site\nlanguages: [python]\n');
  content.set('open.mdx', method('open_door()').replace('js:', 'python:'));
  expect(codesOf(content, memory)).toEqual(codesOf(content));
});

test('only changed pages, and samples with a new object, are checked again', () => {
  const content = files();
  const [memory, checks] = [new CompileMemory(), new CheckMemory()];
  const checkedOf = (): readonly [pages: readonly string[], samples: readonly string[]] => {
    const { model, pages } = checks.begin(compileFiles(new Map(content), memory).resolved, () => {}).changed;
    const samples = [...model.samples.byFolder.values()].flatMap((stems) => [...stems.values()].flat());
    expect([...model.pages.keys()]).toEqual([...pages.keys()]);
    return [[...pages.keys()], samples.map(({ stem }) => stem)];
  };
  expect(checkedOf()).toEqual([['', 'open'], ['empty']]);
  content.set('index.mdx', '# Home\n');
  // A sample is known by its object, which `compileFiles` makes anew.
  expect(checkedOf()).toEqual([[''], ['empty']]);
  expect(checkedOf()).toEqual([[], ['empty']]);
});
