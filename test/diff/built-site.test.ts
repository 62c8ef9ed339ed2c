// A built site as a side of `stele diff`: the data of its pages gives the same changes as its content.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageDataName } from '../../src/compiler/source/index.ts';
import { writeAgentFiles, writePageJson } from '../../src/outputs/agents/index.ts';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import type { Reference } from '../../src/outputs/export/index.ts';
import { sha256 } from '../../src/project/index.ts';
import { openSide } from '../../src/sides/index.ts';
import { compile } from '../compile.ts';
import { writeFiles } from '../edits/content-files.ts';
import { referenceOf, short, type Files } from './diff-of.ts';
import { replace, rules, site, siteWith, write } from './rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'stele-built-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of a built site that a diff reads. */
function build(name: string, files: Files, facts: object = {}): void {
  const { resolved } = compile(files);
  const pages = [...resolved.pages.values()].map(
    (page) => [pageDataName(page.route), writePageJson(page, resolved.site)] as const,
  );
  const marker = JSON.stringify({ generator: 'stele', ...facts });
  writeFiles(join(folder, name), new Map([...writeAgentFiles(resolved, sha256), ...pages, ['.stele.json', marker]]));
}

const open = async (name: string): Promise<Reference> =>
  (await openSide(name, { contentFolder: join(folder, 'none'), userFolder: folder, mayCache: false })).reference;

const region = replace(
  'door.mdx',
  '<CodeBlock referenceId="open_door" file="open" />',
  '<CodeBlock referenceId="open_door" file="open#main" />',
);
const code = '// region main\ndoors.openDoor(doorId);\n// endregion\n\n// region rest\nclose();\n// endregion\n';

test('every rule gives the same changes with a built base', async () => {
  build('dist', site);
  const built = await open('dist');
  expect(diffReferences(built, referenceOf(site)).changes).toEqual([]);
  const plain = rules.filter(({ before }) => before === undefined);
  for (const { name, edit, forth } of plain)
    expect([name, ...diffReferences(built, referenceOf(siteWith(edit))).changes.map(short)]).toEqual([name, ...forth]);
});

test('a region of a sample is compared, and nothing else of its file', async () => {
  const base = siteWith([
    region,
    write('_samples/open.js', code),
    write('_samples/open.py', code.replaceAll('//', '#')),
  ]);
  build('regions', base);
  const built = await open('regions');
  const edit = (from: string, to: string): readonly string[] =>
    diffReferences(built, referenceOf(siteWith([replace('_samples/open.js', from, to)], base))).changes.map(short);
  expect(edit('close()', 'open()')).toEqual([]);
  expect(edit('openDoor(doorId)', 'openDoor(id)')).toEqual(['text sample-changed js open#main']);
});

test('what is missing from a site with errors is unknown', async () => {
  build('gaps', siteWith([write('help.mdx', undefined)]), { errors: 2 });
  const { changes, unknown } = diffReferences(referenceOf(site), await open('gaps'));
  expect(changes).toEqual([]);
  expect(unknown.map(({ side, message }) => `${side}: ${message}`)).toEqual([
    'head: The site was built with 2 errors, so parts of it may be missing.',
  ]);
});

test.each([
  ['a page without its data', { '_reference.json': '{"format":"stele-site","version":1,"pages":["none"]}' }],
  ['a route out of the folder', { '_reference.json': '{"format":"stele-site","version":1,"pages":["../dist/door"]}' }],
  ['data of another version', { '_reference.json': '{"format":"stele-site","version":9,"pages":[]}' }],
  ['data of another kind', { '_reference.json': '{"format":"stele-site","version":1,"pages":[],"site":3}' }],
  ['no JSON', { '_reference.json': '<html>' }],
])('%s is refused', async (name, files) => {
  writeFiles(join(folder, name), new Map(Object.entries({ '.stele.json': '{"generator":"stele"}', ...files })));
  await expect(open(name)).rejects.toThrow(/damaged, or another version/);
});

test('a site without data says what to do', async () => {
  writeFiles(join(folder, 'bare'), new Map([['.stele.json', '{"generator":"stele"}']]));
  await expect(open('bare')).rejects.toThrow(/has no data of its pages/);
});
