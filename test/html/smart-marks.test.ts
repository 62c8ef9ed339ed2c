// Typographic punctuation of prose: curly quotes, dashes and ellipses, and texts that must stay unchanged.

import { describe, expect, test } from 'vitest';
import { createSources, listSearchRecords, viewSite } from '../../src/outputs/html/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { smartenText } from '../../src/outputs/html/prose/smart-marks/smarten.ts';
import { compile, view } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

describe('stays unchanged:', () => {
  test.each([
    'Use --force with care',
    '--dry-run',
    '-v, --verbose',
    '"--force',
    '(--x|--y)',
    'npm test -- --watch',
    'git checkout --',
    'i-- and --i',
    'a --> b',
    '--no--x',
    'xn--bcher-kva',
    'shop--test.example.com',
    'block__part--wide',
    'a --- b',
    '-- Mark Twain',
    'foo(...) and (...)',
    '...args and [...items] and {...rest}',
    '1...10',
    'main...feature',
    'lang="en" and title="Hello world"',
    '{"a": "b"} and ["a", "b"] and f("x", \'y\')',
    'C:\\a\\"b"',
    `/path/it's/x`,
    `5'10" tall, 6" wide, 6' high`,
    `40°26'46"N`,
    'a " alone',
    'an empty "" or \'\'',
    `f'(x)`,
    '1/2 (c) (tm) 10:30 3x4 +- 5',
    "`` and ''",
  ])('%s', (text) => {
    expect(smartenText(text)).toBe(text);
  });
});

describe('becomes', () => {
  test.each([
    ['3--5 more -- in short', '3—5 more — in short'],
    ['well--known', 'well—known'],
    ['He said: "Stop!"--then left', 'He said: “Stop!”—then left'],
    ['word--"quoted"', 'word—“quoted”'],
    ['wait... and so on...)', 'wait… and so on…)'],
    ['see example.com...', 'see example.com…'],
    [`"It's" done`, '“It’s” done'],
    [`"'Quoted' words in a larger quote."`, '“‘Quoted’ words in a larger quote.”'],
    [`users' data, O'Neil, d'été, Node.js's`, 'users’ data, O’Neil, d’été, Node.js’s'],
    [`the '90s, '99, 'twas, the 1990's, rock 'n' roll`, 'the ’90s, ’99, ’twas, the 1990’s, rock ’n’ roll'],
    ['version "6"', 'version “6”'],
    ['say "x=1" now', 'say “x=1” now'],
    [`don't 'use it' here`, 'don’t ‘use it’ here'],
    ['"--force"', '“--force”'],
  ])('%s → %s', (text, smart) => {
    expect(smartenText(text)).toBe(smart);
  });
});

test.each([`"`, `'`, '--', '...', ' -- ', `("`, '{"', `a'`, '[', 'a--', '" \''])(
  'the time for a long row of %s is linear in its length',
  (piece) => {
    expect(cpuTime(() => smartenText(piece.repeat(100_000)))).toBeLessThan(1500);
  },
);

interface TreeNode {
  readonly value?: string;
  readonly children?: readonly TreeNode[];
}

const wordsOf = (node: TreeNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('');

describe('in a body', () => {
  const bodyOf = (body: string): string => {
    const { resolved } = compile({ 'a.mdx': `# A\n\n${body}\n` });
    return wordsOf(viewContent(resolved, { highlight: () => [] }).viewBody('a') as unknown as TreeNode);
  };

  test.each([
    ['**--force** and *--dry-run*', '--force and --dry-run'],
    ['a --*b*', 'a --b'],
    ['`a`--`b` and `a` -- `b`', 'a—b and a — b'],
    ['"**Bold** and `code`"', '“Bold and code”'],
    ['[--flag](https://example.com) "[words](https://example.com)"', '--flag “words”'],
    ["`users`' and `user`'s", 'users’ and user’s'],
    ['<kbd>--x</kbd> and <code>"a" -- b</code>', '--x and "a" -- b'],
    ['"one\\\ntwo"', '“one\ntwo”'],
  ])('%s becomes %s', (markdown, words) => {
    expect(bodyOf(markdown).trim()).toBe(words.replace('\n', ''));
  });

  test('quotes of one cell or item do not form pairs with those of the next', () => {
    expect(bodyOf('| a | b |\n|---|---|\n| 6" | 7" |\n| --no-cache | reads anew |')).toBe('ab6"7"--no-cachereads anew');
    expect(bodyOf('- "a\n- b"\n- --verbose says more')).toBe('"ab"--verbose says more');
  });
});

test('a title keeps its flags and its code wherever it is shown', async () => {
  const files = {
    'a.mdx': '# Use --force or `a--b` -- "now"\n\n## `--x` and 3--5\n',
    'b.mdx': '---\ntitle: Say --no -- "never"\n---\n',
  };
  const compilation = compile(files);
  const a = await view(compilation, 'a');
  expect([a.title, a.head.title, a.contents[0]!.title]).toEqual([
    'Use --force or a--b — “now”',
    expect.stringContaining('Use --force or a--b — “now”'),
    '--x and 3—5',
  ]);
  expect((await view(compilation, 'b')).title).toBe('Say --no — “never”');
  expect(listSearchRecords(compilation.resolved).pages.map(({ title }) => title)).toEqual([
    'Use --force or a--b — “now”',
    'Say --no — “never”',
  ]);
  const site = viewSite(compilation.resolved, { highlight: () => [] }, createSources());
  expect(site.viewHostFiles().find(({ path }) => path === '_routes.json')!.text).toContain(
    'Use --force or a--b — “now”',
  );
});
