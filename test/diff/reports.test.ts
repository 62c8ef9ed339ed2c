// The HTML page of a diff, the check of package versions, the driver of git, and the words of a text.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { checkVersions, formatHtmlDiff, type DiffReport } from '../../src/outputs/diff/index.ts';
import { diffWords } from '../../src/outputs/diff/word-diff.ts';
import { openEditedPage } from '../../src/sides/index.ts';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import { writeFiles } from '../edits/content-files.ts';
import { diffOf, referenceOf, short } from './diff-of.ts';
import { replace, site, siteWith, within, type Step } from './rules.ts';

const side = { name: '<main>', kind: 'revision', errors: 0 };
const reportOf = (...steps: readonly Step[]): DiffReport => ({
  base: side,
  head: { ...side, name: 'working tree' },
  diff: diffOf(site, siteWith(steps)),
});

test('the HTML page has a row per language, marks of words, and no content as markup', () => {
  const html = formatHtmlDiff(
    reportOf(within('js', 'key: id,', 'key: uid,'), replace('door.mdx', 'A note.', "'A <b>short</b> note.'")),
  );
  expect(html).toContain('<th scope="row">JavaScript</th><td><pre><del>id</del></pre>');
  expect(html).toContain('&lt;b&gt;short');
  expect(html).not.toMatch(/<b>|<script|<main>\s*→|style=|onerror/);
  expect(html).toContain('body:has(#language option[value="js"]:checked) article:not(.language-js)');
});

const versions = (js: string): Step =>
  replace(
    'site.yaml',
    'languages: [curl, js,',
    `languages: [curl, { id: js, package: { name: doors, version: ${js} } },`,
  );
const breaking = within('js', 'key: id,', 'key: uid,');
const addition = within(
  'js',
  '        - (limit)\n',
  '        - (limit)\n        - { key: wait, type: number, optional: true, description: How long. }\n',
);
const text = replace('door.mdx', 'A note.', 'A short note.');

test.each([
  ['a breaking change', '6.4.0', '6.5.0', breaking, ['js minor major']],
  ['a breaking change in a major version', '6.4.0', '7.0.0', breaking, []],
  ['a breaking change below 1.0.0', '0.4.0', '0.5.0', breaking, []],
  ['an addition', '6.4.0', '6.4.1', addition, ['js patch minor']],
  ['an addition without a new version', '6.4.0', '6.4.0', addition, ['js none minor']],
  ['words', '6.4.0', '6.4.0', text, []],
  ['a version that goes back', '6.4.0', '5.0.0', breaking, ['js none major']],
  ['a version of another kind', 'a.b', 'next', breaking, []],
] as const)('--check-version: %s from %s to %s', (_name, from, to, edit, expected) => {
  const [base, head] = [siteWith([versions(from)]), siteWith([versions(to), edit])];
  const found = checkVersions(referenceOf(base), referenceOf(head), diffOf(base, head).changes);
  expect(found.map(({ language, found: step, needed }) => `${language} ${step} ${needed}`)).toEqual(expected);
});

test('git hands a page to the driver, which prints what it changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-driver-'));
  const head = siteWith([breaking]);
  writeFiles(join(folder, 'content'), new Map(Object.entries(head)));
  writeFiles(folder, new Map([['old.mdx', site['door.mdx']!]]));
  const file = {
    path: 'content/door.mdx',
    oldFile: join(folder, 'old.mdx'),
    newFile: join(folder, 'content/door.mdx'),
  };
  const { base, head: now } = (await openEditedPage(join(folder, 'content'), folder, file))!;
  expect(diffReferences(base, now).changes.map(short)).toEqual(['breaking output-renamed js door.id']);
  const added = (await openEditedPage(join(folder, 'content'), folder, { ...file, oldFile: '/dev/null' }))!;
  expect(diffReferences(added.base, added.head).changes.map(({ kind }) => kind)).toContain('page-added');
  expect(await openEditedPage(join(folder, 'content'), folder, { ...file, path: 'README.md' })).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test('git calls the command as its driver', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-driver-'));
  const root = join(import.meta.dirname, '../..');
  const git = (...args: readonly string[]): string => runGit(folder, args, { INIT_CWD: folder });
  writeFiles(join(folder, 'content'), new Map(Object.entries(site)));
  writeFiles(folder, new Map([['.gitattributes', 'content/**/*.mdx diff=stele\ncontent/*.mdx diff=stele\n']]));
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Base');
  git('config', 'diff.stele.command', `${process.execPath} ${join(root, 'src/cli/main.ts')} diff`);
  writeFiles(join(folder, 'content'), new Map(Object.entries(siteWith([breaking]))));
  expect(git('diff')).toContain('The property `door.id` is renamed from `id` to `uid`.');
  rmSync(folder, { recursive: true });
});

test('the words of both sides give both texts again', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'the door', ' ', '\n', '| x |', '`c`', '…'), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = diffWords(before.join(''), after.join(''));
      const textOf = (kind: string): string =>
        runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map((run) => run.text)
          .join('');
      expect([textOf('removed'), textOf('added')]).toEqual([before.join(''), after.join('')]);
    }),
  );
});

test('a long text is compared by words too', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} has words that readers see.`);
  const edited = lines.with(200, 'Line 200 has words that readers read.').toSpliced(300, 1);
  const changed = diffWords(lines.join('\n'), edited.join('\n')).filter(({ kind }) => kind !== 'same');
  expect(changed).toEqual([
    { kind: 'removed', text: 'see' },
    { kind: 'added', text: 'read' },
    { kind: 'removed', text: 'Line 300 has words that readers see.\n' },
  ]);
});
