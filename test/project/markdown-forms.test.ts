// Modules with Markdown forms: which are loaded, and what is said of those that cannot be used.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResolvedModel } from '../../src/compiler/model/index.ts';
import { loadMarkdownForms } from '../../src/project/load-markdown-forms.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

const texts: Readonly<Record<string, string>> = {
  Good: 'export default ({ title }, content) => `${title}: ${content}`;\n',
  Throws: 'export default () => { throw new Error("on purpose"); };\n',
  Number: 'export default () => 42;\n',
  NoFunction: 'export const form = 1;\n',
  NoModule: 'export default (\n',
};

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'content', `${name}.md.mjs`), text);
  writeFileSync(join(folder, 'Outside.md.mjs'), texts['Good']!);
  symlinkSync(join(folder, 'Outside.md.mjs'), join(folder, 'content/Outside.md.mjs'));
});
afterAll(() => removeFolder(folder));

test('only modules beside components and in the content folder are loaded', async () => {
  const forms = await load('Good', 'Absent', 'Outside');
  expect([...forms.keys()]).toEqual(['Good']);
  expect(forms.get('Good')!({ title: 'A' }, 'b')).toBe('A: b');
});

test.each([
  ['Throws', /^on purpose$/],
  ['Number', /^Its function has to return Markdown as a string, and returned number\.$/],
  ['NoFunction', /^It has to export a function as its default: /],
  ['NoModule', /./],
])('%s is an error that names its file, when a page uses it', async (name, message) => {
  const form = (await load(name)).get(name)!;
  const file = join(folder, 'content', `${name}.md.mjs`);
  expect(() => form({}, '')).toThrow(expect.objectContaining({ message: expect.stringMatching(message), id: file }));
});

function load(...names: readonly string[]): ReturnType<typeof loadMarkdownForms> {
  const components = new Map(names.map((name) => [name, { value: `${name}.astro` }]));
  return loadMarkdownForms({ site: { components } } as unknown as ResolvedModel, join(folder, 'content'));
}
