// The info string of a fence, in the notations of Stele and other tools.

import { expect, test } from 'vitest';
import { fenceLanguage, readFenceInfo, readLineSpans } from '../../src/compiler/source/index.ts';
import { cpuTime } from '../cpu-time.ts';

/** The parts of an info string: `language | part | part`. */
function read(info: string): string {
  const { language, parts } = readFenceInfo(info);
  const shown = parts.map((part) =>
    part.kind === 'attribute' ? `${part.name}=${part.value}` : `${part.kind}:${part.value}`,
  );
  return [language?.name ?? '', ...shown].join(' | ');
}

test.each([
  ['js', 'js'],
  ['', ''],
  ['js {1,3}', 'js | lines:1,3'],
  ['js{1,3}', 'js | lines:1,3'],
  ['js {1, 3}', 'js | lines:1, 3'],
  ['{1,3}', ' | lines:1,3'],
  ['title="x"', ' | title=x'],
  ["js title='a b'", 'js | title=a b'],
  ['js title={"x"}', 'js | title=x'],
  ['js:line-numbers {1}', 'js | word:line-numbers | lines:1'],
  ['js:line-numbers=2', 'js | line-numbers=2'],
  ['ts [config.ts]', 'ts | title:config.ts'],
  ['{ .yaml .annotate title="x" hl_lines="1 3" }', 'yaml | word:.annotate | title=x | hl_lines=1 3'],
  ['{.python}', 'python'],
  ['rust,ignore', 'rust | word:ignore'],
  ['js {hl_lines=[1,"3-5"] linenos=true}', 'js | hl_lines=1,"3-5" | linenos=true'],
  ['js ins={2} del={3-4} "word" /a\\/b/', 'js | ins=2 | del=3-4 | word:"word" | word:/a\\/b/'],
  ['c++', 'c++'],
  ['c#', 'c#'],
  ['.net', '.net'],
  ['objective-c', 'objective-c'],
])('%s', (info, wanted) => {
  expect(read(info)).toBe(wanted);
});

test('the language is found in the line as Markdown reads it', () => {
  expect(fenceLanguage({ lang: 'js{1,3}', meta: null })).toBe('js');
  expect(fenceLanguage({ lang: '{', meta: '.js hl_lines="1"}' })).toBe('js');
  expect(fenceLanguage({ lang: null })).toBeUndefined();
});

test('lines are given as numbers and ranges', () => {
  expect(readLineSpans('1, 3-5')).toEqual([
    { first: 1, last: 1 },
    { first: 3, last: 5 },
  ]);
  expect(readLineSpans('1 3')).toHaveLength(2);
  expect(readLineSpans('1..4')).toEqual([{ first: 1, last: 4 }]);
  for (const wrong of ['', '0', '3-1', 'a', '1-', '1;2', '-1', '9999999'])
    expect(readLineSpans(wrong), wrong).toBeUndefined();
});

test.each(['{', 'a={', '[', 'a="', '/a', '{,', 'a:', '{a=b '])('a first line of 100 KB is read quickly: %j', (text) => {
  expect(cpuTime(() => readFenceInfo(`js ${text.repeat(100_000 / text.length)}`))).toBeLessThan(1000);
});
