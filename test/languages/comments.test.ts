// Comments in each language and kind of code: `stele new`, region markers and parsers use the same syntax.

import { describe, expect, test } from 'vitest';
import { sampleText } from '../../src/authoring/edit/sample-text.ts';
import { readSample } from '../../src/compiler/collect/read-sample.ts';
import { codeLanguageNames, commentSyntaxOf, languages } from '../../src/compiler/languages/index.ts';

const names = codeLanguageNames();
const commented = names.filter((name) => commentSyntaxOf(name) !== undefined);

/** Text of a new sample with an extension. */
const draft = (name: string, words: string): string =>
  sampleText({ id: 'own', label: '', extensions: [`.${name}`], grammar: name, casing: [] }, words);

test.each([
  ['ex', '# Show it in X here.\n'],
  ['pl', '# Show it in X here.\n'],
  ['ps1', '# Show it in X here.\n'],
  ['hs', '-- Show it in X here.\n'],
  ['html', '<!-- Show it in X here. -->\n'],
  ['css', '/* Show it in X here. */\n'],
  ['ml', '(* Show it in X here. *)\n'],
  ['php', '<?php\n\n// Show it in X here.\n'],
  ['json', '"Show it in X here."\n'],
  ['nobody-knows', '// Show it in X here.\n'],
])('a new sample .%s has the text %j', (name, text) => {
  const language = { id: 'own', label: 'X', extensions: [`.${name}`], grammar: name, casing: [] };
  expect(sampleText(language, 'it')).toBe(text);
});

test('markers in the comments of new samples are found, in each kind of code', () => {
  const lost = commented.filter((name) => {
    const comment = draft(name, 'it').trim().split('\n').at(-1)!;
    const marker = (words: string): string => comment.replace(/Show it in {2}here\./, words);
    const text = `before\n${marker('region part')}\ninside\n${marker('endregion')}\nafter\n`;
    const file = { path: `a.${name}`, text };
    const { regions } = readSample({ file, folder: '', stem: 'a', extension: `.${name}` }, () => {});
    return regions.get('part') !== 'inside';
  });
  expect(lost).toEqual([]);
});

describe.each(languages)('$id', ({ comments, extensions, grammars }) => {
  test('has one syntax of comments', () => {
    const all = [...extensions, ...grammars.flatMap((grammar) => grammar.extensions)];
    expect(all.map(commentSyntaxOf)).toEqual(all.map(() => comments));
  });

  test('parsers skip its comments', () => {
    for (const { lexicalSyntax } of grammars) {
      for (const opening of comments.openings) {
        lexicalSyntax.lineComments.lastIndex = 0;
        expect(lexicalSyntax.lineComments.test(`${opening} x`)).toBe(true);
      }
    }
  });
});
