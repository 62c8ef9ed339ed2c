// Implements the model's `Highlighter` with Shiki: loads only the grammars that a site needs, and tokenises a sample
// once.

import { bundledLanguages, bundledLanguagesAlias, createHighlighter, createJavaScriptRegexEngine } from 'shiki';
import type { CodeToken, Highlighter } from '../compiler/model/index.ts';
import { LineColourer } from './colour-lines.ts';
import { openExpressions } from './translated-expressions.ts';
import { toneTheme } from './tones.ts';

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
 * code is coloured, and colours are cached.
 * @param regexConstructor makes an expression of a grammar for JavaScript; an error leaves the expression out
 */
export async function createShikiHighlighter(
  grammars: Iterable<string>,
  regexConstructor = openExpressions(),
): Promise<ShikiHighlighter> {
  const known = [...new Set(grammars)].filter(
    (name) => Object.hasOwn(bundledLanguages, name) || Object.hasOwn(bundledLanguagesAlias, name),
  );
  const engine = createJavaScriptRegexEngine({ forgiving: true, regexConstructor });
  const create = (name: string) => {
    const langs = [name, ...(embedded[name] ?? [])] as never[];
    // Shiki warns about many instances. Here they are intended.
    return createHighlighter({ langs, themes: [toneTheme()], engine, warnings: false });
  };
  const instances = new Map(await Promise.all(known.map(async (name) => [name, await create(name)] as const)));
  const colourers = new Map<string, LineColourer>();
  for (const [name, shiki] of instances) {
    const { colorMap } = shiki.setTheme(toneTheme().name);
    colourers.set(name, new LineColourer(shiki.getLanguage(name as never), colorMap));
  }
  return {
    dispose() {
      for (const shiki of instances.values()) shiki.dispose();
    },
    highlight: (text, grammar) => colourers.get(grammar)?.colour(text) ?? plainLines(text),
  };
}

function plainLines(text: string): readonly (readonly CodeToken[])[] {
  return text.split(/\r\n|\n|\r/).map((line) => (line === '' ? [] : [{ text: line }]));
}
