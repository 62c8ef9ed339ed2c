// The code of a site → a highlighter with the colours of all of it: cached colours, and new ones for the rest.

import type { CodeText, Highlighter } from '../compiler/model/index.ts';
import { ByCode } from './by-code.ts';
import { EarlyColours } from './early-colours.ts';
import { describeHighlighter, keyOfCode, readHighlights, writeHighlights } from './highlight-cache.ts';

/**
 * Colours codes, and stores the colours in a file for the next build.
 * @param file the cache; absent if there is none
 * @param colours colours code that is not in the cache, and may have begun with it
 * @param isPart whether the site has more code: the cache then keeps all colours that it has
 */
export async function openHighlighter(
  codes: readonly CodeText[],
  file: string | undefined,
  colours = new EarlyColours(file !== undefined),
  isPart = false,
): Promise<Highlighter> {
  const { decodeTokens } = await import('../engines/index.ts');
  // Without a description of the highlighter, colours cannot be cached. This only costs time.
  const version = file === undefined ? undefined : await describeHighlighter().catch(() => undefined);
  const cache = file === undefined || version === undefined ? undefined : { file, version };
  const kept = cache === undefined ? new Map<string, string>() : await readHighlights(cache.file, cache.version);
  const byCode = new ByCode<string>();
  const missing: CodeText[] = [];
  for (const code of codes) {
    const encoded = kept.get(keyOfCode(code));
    if (encoded === undefined) missing.push(code);
    else byCode.set(code, encoded);
  }
  if (missing.length > 0) {
    const made = await colours.colour(missing);
    for (const [i, code] of missing.entries()) byCode.set(code, made[i]!);
  }
  if (cache !== undefined && (missing.length > 0 || (!isPart && kept.size > codes.length))) {
    await writeHighlights(
      cache.file,
      cache.version,
      new Map([
        ...(isPart ? kept : []),
        ...codes.map((code): [string, string] => [keyOfCode(code), byCode.get(code)!]),
      ]),
    );
  }
  return {
    highlight(text, grammar) {
      const encoded = byCode.get({ text, grammar });
      const tokens = encoded === undefined ? undefined : decodeTokens(text, encoded);
      if (tokens === undefined) throw new Error(`code of a page was not coloured (${grammar}): ${text.slice(0, 80)}`);
      return tokens;
    },
  };
}
