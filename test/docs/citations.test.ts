// Comments and documents cite sections of docs/format.md (`format.md 4.2`) and numbers of decision records. All exist.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files below a folder, by path from the top of the repository. */
function filesIn(folder: string): readonly string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => !path.includes('node_modules/') && !path.includes('/fixtures/'));
}

const sources = ['src', 'test', 'scripts'].flatMap(filesIn).filter((path) => /\.(?:ts|mjs|astro|css)$/.test(path));
const guides = filesIn('content/guides').filter((path) => path.endsWith('.mdx'));
const records = filesIn('docs/decisions');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...filesIn('docs').filter((path) => path.endsWith('.md')),
];

/** Places in files that match a pattern, as `path: text`. */
function find(paths: readonly string[], pattern: RegExp): readonly { readonly path: string; readonly text: string }[] {
  return paths.flatMap((path) => [...read(path).matchAll(pattern)].map(([text]) => ({ path, text })));
}

describe('a citation of the format', () => {
  const sections = new Set(
    [...read('docs/format.md').matchAll(/^#{2,3} (\d+(?:\.\d+)?)\b/gm)].map((match) => match[1]!),
  );
  const citation = /(?<!docs\/)\bformat\.md(?:(?:,| and)? \d+(?:\.\d+)?(?![\d.]*\d))*/g;
  const cited = find([...sources, ...guides, ...records, 'ARCHITECTURE.md'], citation).filter(
    ({ path }) => !path.startsWith('test/docs/'),
  );

  test('names sections that exist', () => {
    expect(cited.length).toBeGreaterThan(80);
    const wrong = cited.filter(({ text }) => {
      const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
      return numbers.length === 0 || numbers.some((number) => !sections.has(number));
    });
    expect(wrong).toEqual([]);
  });

  test('has only one form, and comments cite no other document about the design', () => {
    expect(find([...sources, ...documents], /\bdesign\.md|\bformat(?:’s|'s)? section \d/g)).toEqual([]);
  });
});

test('the numbers of the format’s sections have no gaps', () => {
  let [section, part] = [0, 0];
  for (const [, marks, own, inner] of read('docs/format.md').matchAll(/^(#{2,3}) (\d+)(?:\.(\d+))?\b/gm)) {
    if (marks === '##') [section, part] = [section + 1, 0];
    else part++;
    expect([Number(own), Number(inner ?? 0)]).toEqual([section, part]);
  }
  expect(section).toBeGreaterThan(5);
});

test('each decision record has its own number, and cited records exist', () => {
  const numbers = records.map((path) => /(\d{4})-[a-z-]+\.md$/.exec(path)![1]!);
  expect(new Set(numbers).size).toBe(numbers.length);
  const titles = records.map((path) => /^# (\d+)\. \S/.exec(read(path))?.[1]);
  expect(titles).toEqual(numbers.map((number) => String(Number(number))));
  const cited = find([...sources, ...documents, ...guides], /\bdecisions? \d{4}\b|\bsee (?:also )?\d{4}\b/g);
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter(({ text }) => !numbers.includes(/\d{4}/.exec(text)![0]))).toEqual([]);
});

/** The ids that GitHub gives to the headings of a document. */
function headingsOf(path: string): ReadonlySet<string> {
  const text = read(path).replace(/^(`{3,})[^]*?^\1$/gm, '');
  const words = [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1]!.toLowerCase());
  return new Set(words.map((heading) => heading.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')));
}

test.each(documents)('links of %s lead to files and headings that exist', (path) => {
  const text = read(path).replace(/^(`{3,})[^]*?^\1$|`[^`\n]*`/gm, '');
  const wrong = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].filter(([, file, hash]) => {
    const target = file === '' ? path : relative(root, resolve(root, dirname(path), file!));
    if (target.startsWith('..') || !existsSync(join(root, target))) return true;
    return hash !== undefined && !headingsOf(target).has(decodeURIComponent(hash));
  });
  expect(wrong.map(([link]) => link)).toEqual([]);
});

test('paths of the source tree that documents name exist', () => {
  const paths = find(documents, /`(?:src|test|scripts|docs|content)\/[\w./-]+`/g).map(({ path, text }) => ({
    path,
    file: text.slice(1, -1),
  }));
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
});
