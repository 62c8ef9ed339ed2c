// Implements the model's `Highlighter` with Shiki: loads only the grammars that a site needs, and tokenises a sample
// once.

import { bundledLanguages, bundledLanguagesAlias, createHighlighter, createJavaScriptRegexEngine } from 'shiki';
import type { CodeToken, Highlighter } from '../compiler/model/index.ts';
import { toneOf, toneTheme } from './tones.ts';

/** Longer lines are not coloured: it would take too long. */
const mostColouredLine = 10_000;

export interface ShikiHighlighter extends Highlighter {
  /** Frees the grammars. Shiki keeps them otherwise, and warns about many instances. */
  dispose(): void;
}

/**
 * Creates a highlighter for the named grammars. Names that Shiki does not know are left out, and their code is not
 * coloured. Shiki's time limit per line is off, so that a slow machine gives the same HTML.
 */
export async function createShikiHighlighter(grammars: Iterable<string>): Promise<ShikiHighlighter> {
  const known = [...new Set(grammars)].filter(
    (name) => Object.hasOwn(bundledLanguages, name) || Object.hasOwn(bundledLanguagesAlias, name),
  );
  const shiki = await createHighlighter({
    langs: known as never[],
    themes: [toneTheme()],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const loaded = new Set<string>(shiki.getLoadedLanguages());
  return {
    dispose: () => shiki.dispose(),
    highlight(text, grammar) {
      if (!loaded.has(grammar)) return plainLines(text);
      const { tokens } = shiki.codeToTokens(text, {
        lang: grammar as never,
        theme: 'tones',
        tokenizeTimeLimit: 0,
        tokenizeMaxLineLength: mostColouredLine,
      });
      return tokens.map((line) =>
        mergeTokens(line.map(({ content, color }) => ({ text: content, tone: toneOf(color) }))),
      );
    },
  };
}

function plainLines(text: string): readonly (readonly CodeToken[])[] {
  return text.split(/\r\n|\n|\r/).map((line) => (line === '' ? [] : [{ text: line }]));
}

/** Merges neighbours of the same tone. White space gets the tone of the token before it. */
function mergeTokens(tokens: readonly { text: string; tone: string | undefined }[]): readonly CodeToken[] {
  const merged: { text: string; tone: string | undefined }[] = [];
  for (const { text, tone } of tokens) {
    const last = merged.at(-1);
    if (last && (last.tone === tone || /^\s*$/.test(text))) last.text += text;
    else merged.push({ text, tone });
  }
  return merged.map(({ text, tone }) => (tone === undefined ? { text } : { text, tone }));
}
