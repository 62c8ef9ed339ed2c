// `stele diff` on the command line: folders, revisions and exports as sides, and the text.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { diffReferences, formatPrettyDiff } from '../../src/outputs/diff/index.ts';
import { openSide } from '../../src/sides/index.ts';
import { type Files, referenceOf } from './diff-of.ts';
import { replace, site, siteWith, within } from './rules.ts';

const head = siteWith([within('js', 'key: id,', 'key: uid,'), replace('door.mdx', 'A note.', 'A short note.')]);

let folder = '';
const git = (...args: readonly string[]): string => runGit(folder, args);
const write = (files: Files): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'docs/content', path)), { recursive: true });
    writeFileSync(join(folder, 'docs/content', path), text);
  }
};
const open = (name: string) =>
  openSide(name, { contentFolder: join(folder, 'docs/content'), userFolder: folder, mayCache: false });
const kindsBetween = async (base: string, other: string): Promise<readonly string[]> => {
  const [a, b] = [await open(base), await open(other)];
  return diffReferences(a.reference, b.reference).changes.map(({ kind }) => kind);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-diff-'));
  git('init', '-q', '-b', 'main');
  write(site);
  git('add', '.');
  git('commit', '-q', '-m', 'Base');
  write(head);
  writeFileSync(join(folder, 'base.json'), JSON.stringify(referenceOf(site)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected = ['output-renamed', 'description-changed'];

test.each([
  ['a revision and a folder', 'main', 'docs/content'],
  ['a revision with a path and a folder', 'HEAD:docs/content', 'docs/content'],
  ['an export and a folder', 'base.json', 'docs/content'],
])('%s', async (_name, base, other) => {
  expect(await kindsBetween(base, other)).toEqual(expected);
});

test('an export and a revision of the same content do not differ', async () => {
  expect(await kindsBetween('base.json', 'main')).toEqual([]);
});

describe('a side that is not there', () => {
  test.each([
    [
      'a missing revision says what to fetch',
      'origin/mian',
      /git fetch --depth=1 origin mian:refs\/remotes\/origin\/mian/,
    ],
    ['a missing path of a revision', 'main:content', /There is no folder content in main/],
    ['a missing folder', './nothing', /There is no folder or file/],
    ['an option in place of a revision', '--output=x', /There is no revision/],
  ])('%s', async (_name, side, message) => {
    await expect(open(side)).rejects.toThrow(message);
  });

  test('an export of another version', async () => {
    writeFileSync(join(folder, 'old.json'), JSON.stringify({ ...referenceOf(site), version: 0 }));
    await expect(open('old.json')).rejects.toThrow(/has version 0 of the export/);
  });
});

test.each([
  ['without pages', { pages: undefined }],
  ['with a page that is empty', { pages: [{}] }],
  ['with a text in place of a list', { samples: 'none' }],
  ['with a language without a name', { site: { title: 'T', languages: [{ id: 'js' }] } }],
])('an export %s is refused', async (_name, damage) => {
  writeFileSync(join(folder, 'damaged.json'), JSON.stringify({ ...referenceOf(site), ...damage }));
  await expect(open('damaged.json')).rejects.toThrow(/damaged\.json is damaged/);
});

test('hooks, filters and monitors of a repository do not run', async () => {
  const trap = join(folder, 'trap');
  const run = `touch ${trap}; cat`;
  git('config', 'filter.trap.smudge', run);
  git('config', 'core.fsmonitor', run);
  git('config', 'diff.trap.textconv', run);
  writeFileSync(join(folder, '.git/info/attributes'), '* filter=trap diff=trap\n');
  expect(await kindsBetween('main', 'base.json')).toEqual([]);
  expect(() => readFileSync(trap)).toThrow();
});

test('a damaged side is unknown, and nothing of the file counts as removed', () => {
  const damaged = { ...site, 'door.mdx': site['door.mdx']!.replace('key: id,', 'key: "id,') };
  const { changes, unknown } = diffReferences(referenceOf(site), referenceOf(damaged));
  expect(changes.filter(({ kind }) => /removed|outdated/.test(kind))).toEqual([]);
  expect(unknown.map(({ side, file, code }) => [side, file, code])).toContainEqual(['head', 'door.mdx', 'yaml-syntax']);
});

test('the text names each change once, with its languages and places', () => {
  const report = (base: Files, other: Files) => ({
    base: { name: 'main', kind: 'revision', commit: 'abc', errors: 0 },
    head: { name: 'working tree', kind: 'folder', errors: 0 },
    diff: diffReferences(referenceOf(base), referenceOf(other)),
  });

  expect(formatPrettyDiff(report(site, head))).toMatchInlineSnapshot(`
    "main → working tree: 1 breaking, 1 text

    Breaking

      The property \`door.id\` is renamed from \`id\` to \`uid\`.
        JavaScript: id → uid  door.mdx:39:11
        output-renamed afaf9394e5750697

    Text

      The description of \`door.note\` has changed.
        cURL, JavaScript, Python: A note. → A short note.  door.mdx:14:11
        description-changed de3936faca4d234e
    "
  `);
});
