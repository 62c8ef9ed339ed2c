// Stele and the highlighter find the same comments in each kind of code.

import { createHighlighter, type BundledLanguage } from 'shiki';
import { expect, test } from 'vitest';
import { codeLanguageNames, commentSyntaxOf, findCodeLanguage } from '../../src/compiler/languages/index.ts';

/** Languages for which Shiki colours no comments or only some of them, and languages that have no comments. */
const uncoloured = new Set([
  'apl',
  'lean',
  'log',
  'mdx',
  'mermaid',
  'qml',
  'regexp',
  'splunk',
  'text',
  'wasm',
  'wenyan',
  'wikitext',
]);

const grammars = [...new Set(codeLanguageNames().map((name) => findCodeLanguage(name)!.grammar))].filter(
  (grammar) => !uncoloured.has(grammar) && commentSyntaxOf(grammar) !== undefined,
);

test.each(grammars)('%s', async (lang) => {
  const shiki = await createHighlighter({ themes: ['github-light'], langs: [lang] });
  const { openings, closing } = commentSyntaxOf(lang)!;
  for (const opening of openings) {
    const options = { lang: lang as BundledLanguage, theme: 'github-light', includeExplanation: true } as const;
    const { tokens } = shiki.codeToTokens(`${opening} region x ${closing}`, options);
    const pieces = tokens.flat().flatMap(({ explanation = [] }) => explanation);
    const { scopes = [] } = pieces.find(({ content }) => content.includes('region')) ?? {};
    expect(scopes.map(({ scopeName }) => scopeName).join(' ')).toMatch(/\bcomment\b/);
  }
  shiki.dispose();
});
