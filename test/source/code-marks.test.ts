// Marks in comments: the lines that they mark, and the code without the marks.

import { describe, expect, test } from 'vitest';
import { commentSyntaxOf } from '../../src/compiler/languages/index.ts';
import { readCodeMarks } from '../../src/compiler/source/index.ts';

const read = (language: string, code: string) => {
  const { text, marks, unknown } = readCodeMarks(code, commentSyntaxOf(language));
  return { text, marks: Object.fromEntries([...marks].map(([line, names]) => [line, [...names].join(' ')])), unknown };
};

describe('a mark', () => {
  test.each([
    ['js', 'a(); // [!code highlight]\nb();', 'a();\nb();', { 0: 'highlight' }],
    ['go', 'a()\nb() // [!code ++]', 'a()\nb()', { 1: '++' }],
    ['py', 'a() # [!code --]', 'a()', { 0: '--' }],
    ['rb', 'a #[!code focus]', 'a', { 0: 'focus' }],
    ['sh', 'a \\ # [!code focus]', 'a \\', { 0: 'focus' }],
    ['php', 'a(); # [!code ++]\nb(); // [!code --]', 'a();\nb();', { 0: '++', 1: '--' }],
    ['html', '<a> <!-- [!code ++] -->', '<a>', { 0: '++' }],
    ['css', 'a {} /* [!code ++] */', 'a {}', { 0: '++' }],
    ['mdx', '<A /> {/* [!code ++] */}', '<A />', { 0: '++' }],
    ['yaml', 'a: 1   # [!code ++]  ', 'a: 1', { 0: '++' }],
  ])('in %s: %j', (language, code, text, marks) => {
    expect(read(language, code)).toEqual({ text, marks, unknown: [] });
  });

  test('after code marks lines from its own line on', () => {
    expect(read('js', 'a(); // [!code focus:2]\nb();\nc();').marks).toEqual({ 0: 'focus', 1: 'focus' });
  });

  test('alone on its line marks lines from the next one on, and its line is removed', () => {
    expect(read('js', 'a();\n  // [!code highlight:2]\nb();\nc();\nd();')).toMatchObject({
      text: 'a();\nb();\nc();\nd();',
      marks: { 1: 'highlight', 2: 'highlight' },
    });
  });

  test('may have another mark beside it, and never marks lines after the end', () => {
    expect(read('js', 'a(); // [!code ++] [!code focus:99999999999]\nb();').marks).toEqual({
      0: '++ focus',
      1: 'focus',
    });
    expect(read('js', 'a();\n// [!code ++]').marks).toEqual({});
  });

  test('with an unknown name is reported, and its comment stays', () => {
    const code = 'a();\nb(); // [!code higlight]';
    expect(read('js', code)).toEqual({ text: code, marks: {}, unknown: [{ name: 'higlight', start: 20 }] });
    expect(code.slice(20)).toBe('higlight]');
  });

  test.each([
    ['js', 'a("// [!code ++]");'],
    ['js', 'a(); // [!code ++] because'],
    ['py', 'a() // [!code ++]'],
    ['json', '{ "a": 1 } // [!code ++]'],
  ])('is none in %s: %j', (language, code) => {
    expect(read(language, code)).toEqual({ text: code, marks: {}, unknown: [] });
  });
});
