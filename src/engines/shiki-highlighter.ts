// Implements the model's `Highlighter` with Shiki: loads only the grammars that a site needs, and tokenises a sample
// once.

import { bundledLanguages, bundledLanguagesAlias, createHighlighter, createJavaScriptRegexEngine } from 'shiki';
import type { CodeToken, Highlighter } from '../compiler/model/index.ts';
import { toneOf, toneTheme } from './tones.ts';

/** Longer lines are not coloured, since colouring them takes too long. */
const maxColouredLine = 10_000;

/** Grammars for the fences and tags inside Markdown. Shiki loads only grammars that are named. */
const inMarkdown: readonly string[] =
  'javascript typescript tsx json yaml shellscript python ruby go php java csharp'.split(' ');
const embedded: Readonly<Record<string, readonly string[]>> = {
  markdown: inMarkdown,
  md: inMarkdown,
  mdx: inMarkdown,
};

/** A highlighter that holds grammars in memory. */
export interface ShikiHighlighter extends Highlighter {
  /** Frees the memory of the grammars. */
  dispose(): void;
}

/**
 * Creates a highlighter for the named grammars. Names that Shiki does not know are left out, and their code is not
 * coloured. Each grammar has its own instance of Shiki: in a shared one, the grammars of other codes would change how a
 * code is coloured, and colours are cached. Shiki's time limit per line is off, so that a slow machine gives the same
 * HTML.
 */
export async function createShikiHighlighter(grammars: Iterable<string>): Promise<ShikiHighlighter> {
  const known = [...new Set(grammars)].filter(
    (name) => Object.hasOwn(bundledLanguages, name) || Object.hasOwn(bundledLanguagesAlias, name),
  );
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  const create = (name: string) => {
    const langs = [name, ...(embedded[name] ?? [])] as never[];
    // Shiki warns about many instances. Here they are intended.
    return createHighlighter({ langs, themes: [toneTheme()], engine, warnings: false });
  };
  const instances = new Map(await Promise.all(known.map(async (name) => [name, await create(name)] as const)));
  return {
    dispose() {
      for (const shiki of instances.values()) shiki.dispose();
    },
    highlight(text, grammar) {
      const shiki = instances.get(grammar);
      if (shiki === undefined) return plainLines(text);
      const { tokens } = shiki.codeToTokens(text, {
        lang: grammar as never,
        theme: 'tones',
        tokenizeTimeLimit: 0,
        tokenizeMaxLineLength: maxColouredLine,
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
