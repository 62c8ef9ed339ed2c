// Lines that are coloured once for many codes: the same colours as Shiki gives for each code alone.

import { createHighlighter, createJavaScriptRegexEngine } from 'shiki';
import { describe, expect, test } from 'vitest';
import { createShikiHighlighter } from '../../src/engines/index.ts';
import { toneOf, toneTheme } from '../../src/engines/tones.ts';

/** Codes with the same lines in different states: in strings, comments, here documents and templates. */
const codes: Readonly<Record<string, readonly string[]>> = {
  ruby: [
    'a = <<~ONE\n  end\nTWO\nONE\nend',
    'a = <<~TWO\n  end\nTWO\nONE\nend',
    '=begin\n  end\n=end\nend',
    'x = "\n  end\n"\nend',
    'end\nend',
  ],
  typescript: [
    'const a = `\n  b ${c\n  + "d"}\n`;\n// e',
    'const a = {\n  b: c,\n  d,\n};\n\n// e',
    '/*\n  b: c,\n*/\nconst a = {\n  b: c,\n};',
    'type A = {\n  b: c,\n};\r\n\r\nlet b: c;',
  ],
  yaml: ['a: |\n  b: c\n  # d\ne: f', 'a:\n  b: c\n  # d\ne: f', 'a: "\n  b: c\n  # d"\ne: f'],
};

describe.each(Object.entries(codes))('%s', (grammar, texts) => {
  test('has the colours that Shiki gives for each code alone', async () => {
    const shiki = await createHighlighter({
      langs: [grammar],
      themes: [toneTheme()],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
    });
    const alone = texts.map((text) =>
      colours(shiki.codeToTokens(text, { lang: grammar as 'ruby', theme: 'tones', tokenizeTimeLimit: 0 }).tokens),
    );
    const highlighter = await createShikiHighlighter([grammar]);
    for (const order of [texts, texts.toReversed(), texts]) {
      for (const text of order) {
        const lines = highlighter
          .highlight(text, grammar)
          .map((line) => line.flatMap(({ text, tone }) => spread(text, tone)));
        expect(lines).toEqual(alone[texts.indexOf(text)]);
      }
    }
    shiki.dispose();
  });
});

/** The tone of each character that is not white space. */
function colours(lines: readonly (readonly { content: string; color?: string }[])[]): readonly (readonly string[])[] {
  return lines.map((line) => line.flatMap(({ content, color }) => spread(content, toneOf(color))));
}

function spread(text: string, tone = '.'): readonly string[] {
  return [...text].filter((character) => /\S/.test(character)).map((character) => character + tone);
}
