// The formats of a diff for hosts: a comment in Markdown, and annotations. Texts of content stay texts in both.

import { expect, test } from 'vitest';
import { changeKindNames, kindSpec } from '../../src/compiler/format/index.ts';
import type { Change, DiffReport } from '../../src/outputs/diff/index.ts';
import { formatGithubDiff, formatMarkdownDiff } from '../../src/outputs/diff/index.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffOf } from './diff-of.ts';
import { replace, site, siteWith, within } from './rules.ts';

const side = { name: 'main', kind: 'revision', errors: 0 };
const reportOf = (edit: Parameters<typeof siteWith>[0]): DiffReport => ({
  base: side,
  head: { ...side, name: 'working tree' },
  diff: diffOf(site, siteWith(edit)),
});

test('the comment has counts first, then the breaking changes, and texts folded', () => {
  const report = reportOf([within('js', 'key: id,', 'key: uid,'), replace('door.mdx', 'A note.', 'A short note.')]);
  expect(formatMarkdownDiff(report, { reportUrl: 'https://example.com/pr-7/diff.html' })).toMatchInlineSnapshot(`
    "**1 breaking, 1 text** between \`main\` and \`working tree\`.

    ### Breaking (1)

    - The property \`door.id\` is renamed from \`id\` to \`uid\`. <sub>afaf9394e5750697</sub>
      - JavaScript: \`id\` → \`uid\`, \`door.mdx:39\`

    <details>
    <summary>Text (1)</summary>

    - The description of \`door.note\` has changed. <sub>de3936faca4d234e</sub>
      - cURL, JavaScript, Python: \`A note.\` → \`A short note.\`, \`door.mdx:14\`

    </details>

    [The whole report](https://example.com/pr-7/diff.html)
    "
  `);
});

const hostile =
  'See @team and #1 <img src=x onerror=alert(1)> [x](javascript:alert(1)) `code` <!-- </details> --> | \u202e';

test('texts of content are neither markup nor mentions in the comment', () => {
  const text = formatMarkdownDiff(reportOf([replace('door.mdx', 'A note.', `'${hostile}'`)]));
  expect(text).not.toMatch(/@team|(?<!\\)<img|(?<!\\)<!--|(?<!\\)\]\(javascript|\u202e|(?<![\\\u2060])#1/);
  expect(text.match(/<\/details>/g)).toHaveLength(1);
});

test('annotations have escaped places and words', () => {
  const report = reportOf([within('js', 'key: id,', 'key: uid,')]);
  expect(formatGithubDiff(report, 'docs/a,b:c')).toBe(
    '::error file=docs/a%2Cb%3Ac/door.mdx,line=39,col=11,title=breaking%3A output-renamed::' +
      `The property \`door.id\` is renamed from \`id\` to \`uid\`. (${report.diff.changes[0]!.fingerprint})\n`,
  );
});

test('a comment about 5,000 changes stays under its limit, names the rest, and closes what it opens', () => {
  const [change] = reportOf([within('js', 'key: id,', 'key: uid,')]).diff.changes as [Change];
  const impacts = ['breaking', 'risk', 'addition', 'text'] as const;
  const changes = Array.from({ length: 5_000 }, (_, index) => ({
    ...change,
    impact: impacts[index % 4]!,
    words: `${hostile.repeat(3)} ${index}`,
  }));
  const report = reportOf([]);
  const text = formatMarkdownDiff({ ...report, diff: { ...report.diff, changes } });
  expect(text.length).toBeLessThan(60_000);
  expect(text).toMatch(/^\*\*1250 breaking, 1250 risks, 1250 additions, 1250 texts\*\*/);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/^<\/details>$/gm)?.length);
  const listed = text.match(/<sub>[0-9a-f]{16}<\/sub>/g)!.length;
  expect(text).toContain(`${5_000 - listed} further changes are not listed here.`);
});

test('the handbook lists every kind with its meaning and impact', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../content/guides/diff.mdx'), 'utf8');
  const missing = changeKindNames.filter((kind) => {
    const { about, impact } = kindSpec(kind);
    return !guide.includes(`| \`${kind}\` | ${about} | ${impact}`);
  });
  expect(missing).toEqual([]);
});
