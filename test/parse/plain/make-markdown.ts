// Generators of Markdown: words with marks in and beside them, in lines, lists and paragraphs.

import fc from 'fast-check';

const words = [
  'a',
  'Word',
  'two words',
  'é',
  '😀',
  '。',
  '“q”',
  "it's",
  '(a.b)',
  'a_b',
  'a__b_c',
  '1',
  '10.',
  'a.',
  'a:',
  'a, b;',
  'A & B',
  '5 > 4',
  'Yes!',
  'a/b',
  '100 %',
  '$1',
  '{a}',
  '`code`',
  '`a b`',
  '`<b>*c*`',
  '[text](/a)',
  '[`a`](b/c#d)',
  '[a `b` c](https://a.b/c?d=e)',
  '**strong**',
  '*emphasis*',
  '**two words**',
];

const marks = [
  ' ',
  '  ',
  '`',
  '``',
  '` a`',
  '`a\n`',
  '*',
  '**',
  '***a***',
  '*a *',
  '**a**b',
  '**a.**',
  '**a `b`**',
  '_',
  '_a_',
  '__',
  '~',
  '~~a~~',
  '[',
  ']',
  '](',
  '[]',
  '[a]',
  '[](b)',
  '[a](b "c")',
  '[a](<b>)',
  '[a](b&amp;c)',
  '[*a*](b)',
  '[a [b](c)](d)',
  '![a](b)',
  '[^1]',
  '[ ] ',
  '[x] ',
  '<',
  '<b>',
  '<https://a.b>',
  '&',
  '&amp;',
  '&#65;',
  '\\',
  '\\*',
  '\\\n',
  '|',
  'www.a.b',
  'WWW.a.b',
  'http://a.b',
  'https://a.b/c',
  'ftp://a.b',
  'a@b.c',
  '@',
  '\t',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\u000b',
  '!',
];

const lineStarts = [
  '',
  ' ',
  '  ',
  '    ',
  '- ',
  '  - ',
  '* ',
  '+ ',
  '-  ',
  '-',
  '1. ',
  '1) ',
  '12 ',
  '# ',
  '> ',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '|-|',
  ':-',
  '[a]: b',
  '[^a]: b',
  '<!-- ',
  '    ',
  ': ',
  '[!NOTE]',
];

const line = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('', '', '', '- ', '- ', '  - ', '* ') },
      { weight: 1, arbitrary: fc.constantFrom(...lineStarts) },
    ),
    fc.array(
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...words) },
        { weight: 1, arbitrary: fc.constantFrom(...marks) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom(' ', ' ', ' ', ', ', ''),
  )
  .map(([start, parts, separator]) => `${start}${parts.join(separator)}`);

/** Lines with words in paragraphs and lists. */
export const lines: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n\n', '\n \n')), { minLength: 1, maxLength: 5 })
  .chain((parts) =>
    fc.constantFrom(true, false).map((isTrimmed) => {
      const text = parts.map((part) => part.join('')).join('');
      return isTrimmed ? text.replace(/\n+$/, '') : text;
    }),
  );

/** Words and marks in any order. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words, ...marks, ...lineStarts.map((start) => `\n${start}`), '\n', '\n\n'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
