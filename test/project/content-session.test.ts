// A session over a content folder: the quick state after an edit shows the edit on open pages as the complete state
// does, and a complete compilation gives the findings of a check.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SiteData, ViewWords } from '../../src/compiler/model/index.ts';
import { checkContent, ContentSession } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let session: ContentSession;
const write = (path: string, text: string): string => {
  const file = join(folder, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const entity = '- { key: Thing, id: thing, properties: [{ key: id, type: string, description: (thing.id) }] }';
const shared = (text: string): string => `---\ndescriptions: { thing: { id: ${text} } }\n---\n\n# Shared\n`;
const thing = (text: string): string =>
  `---\nreference:\n  js:\n    ${entity}\n---\n\n# Thing\n\n${text}\n\n<CodeBlock file="use" />\n`;

beforeEach(() => {
  folder = temporaryFolder();
  write('site.yaml', 'title: Site\nlanguages: [js]\n');
  write('ref/shared.mdx', shared('Text 0.'));
  write('ref/thing.mdx', thing('Body 0.'));
  write('ref/_navigation.mdx', '---\ntitle: Ref\nlinks: [{ title: Link 0, url: /ref/thing }]\n---\n');
  write('ref/_samples/use.js', 'use(0);\n');
  session = new ContentSession(join(folder, 'content'), false);
});
afterEach(() => removeFolder(folder));

/** Compiles, and returns the view of the open page in each state that could be drawn, as text. */
async function views(): Promise<{ states: readonly string[]; findings: readonly string[] | undefined }> {
  const states: string[] = [];
  const diagnostics = await session.compile(['ref/thing'], async ({ data }) => void states.push(await viewOf(data)));
  return { states, findings: diagnostics?.map(({ code }) => code) };
}

const viewOf = async (data: SiteData): Promise<string> =>
  JSON.stringify(await data.viewPage({ route: 'ref/thing', language: 'js' }, {} as ViewWords));

test.each([
  ['a description of another page', () => write('ref/shared.mdx', shared('New text.')), 'New text.'],
  ['the body', () => write('ref/thing.mdx', thing('New body.')), 'New body.'],
  ['a sample', () => write('ref/_samples/use.js', 'used(1);\n'), 'used'],
  [
    'the navigation',
    () => write('ref/_navigation.mdx', '---\ntitle: Ref\nlinks: [{ title: New link, url: /ref/thing }]\n---\n'),
    'New link',
  ],
])('after an edit of %s, the first state shows it, and equals the complete one', async (_name, edit, text) => {
  expect(await session.read()).toBe(true);
  expect((await views()).states).toHaveLength(1);
  expect(await session.read(new Set([edit()]))).toBe(true);
  const { states, findings } = await views();
  expect(states).toHaveLength(2);
  expect(states[0]).toContain(text);
  expect(states[0]).toBe(states[1]);
  expect(findings).toEqual((await checkContent(join(folder, 'content'), false)).diagnostics.map(({ code }) => code));
});

test('reports the findings of a check, also those of samples', async () => {
  write('ref/_samples/use.js', 'use(;\n');
  write('ref/thing.mdx', thing('[gone](/nowhere)'));
  await session.read();
  const { findings } = await views();
  expect(findings).toContain('sample-syntax');
  expect(findings).toContain('dangling-link');
  expect(findings).toEqual((await checkContent(join(folder, 'content'), false)).diagnostics.map(({ code }) => code));
});

test('a file that is saved without a change is no change; new and removed files are', async () => {
  await session.read();
  await views();
  const file = join(folder, 'content/ref/thing.mdx');
  expect(await session.read(new Set([write('ref/thing.mdx', thing('Body 0.'))]))).toBe(false);
  expect(await session.read(new Set([write('ref/new.mdx', '# New\n')]))).toBe(true);
  rmSync(file);
  expect(await session.read(new Set([file]))).toBe(true);
});

test('a file that an editor writes for a moment does not make the session read the whole folder', async () => {
  await session.read();
  await views();
  // The whole folder would be read with this page.
  write('ref/unseen.mdx', '# Unseen\n');
  const draft = join(folder, 'content/ref/thing.mdx~');
  expect(await session.read(new Set([write('ref/thing.mdx', thing('Saved.')), draft]))).toBe(true);
  const pages: (string | undefined)[] = [];
  await session.compile([], async ({ resolved }) => void pages.push(...resolved.pages.keys()));
  expect(new Set(pages)).toEqual(new Set(['ref/shared', 'ref/thing']));
  // A removed folder is no such file.
  rmSync(join(folder, 'content/ref'), { recursive: true });
  write('other.mdx', '# Other\n');
  expect(await session.read(new Set([join(folder, 'content/ref')]))).toBe(true);
});

test('the whole folder, read again without a change, keeps the state', async () => {
  await session.read();
  await views();
  expect(await session.read(new Set([join(folder, 'content')]))).toBe(false);
  expect(await session.read(new Set([write('ref/thing.mdx', thing('After.'))]))).toBe(true);
  const { states } = await views();
  expect(states.map((state) => state.includes('After.'))).toEqual([true, true]);
});

test('a newer reading ends a compilation without findings', async () => {
  await session.read();
  const first = views();
  await session.read(new Set([write('ref/thing.mdx', thing('Newer.'))]));
  const { states, findings } = await views();
  expect((await first).findings).toBeUndefined();
  expect(states.at(-1)).toContain('Newer.');
  expect(findings).toBeDefined();
});

test('a folder that cannot be read keeps the last state, and is read whole afterwards', async () => {
  await session.read();
  await views();
  rmSync(join(folder, 'content'), { recursive: true });
  await expect(session.read(new Set([join(folder, 'content')]))).rejects.toThrow('There is no folder');
  write('only.mdx', '# Only\n');
  expect(await session.read(new Set([join(folder, 'content')]))).toBe(true);
});
