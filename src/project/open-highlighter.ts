// The code of a site → a highlighter that has coloured all of it: what was coloured before is kept, the rest is new.

import type { CodeText, Highlighter } from '../compiler/model/index.ts';
import { describeHighlighter, keyOfCode, readHighlights, writeHighlights } from './highlight-cache.ts';

/**
 * Colours codes, and keeps the colours in a file for the next time.
 * @param file absent: nothing is kept
 */
export async function openHighlighter(codes: readonly CodeText[], file: string | undefined): Promise<Highlighter> {
  const { decodeTokens, highlightCodes } = await import('../engines/index.ts');
  // Without a description of the highlighter nothing can be kept, which costs time only.
  const version = file === undefined ? undefined : await describeHighlighter().catch(() => undefined);
  const cache = file === undefined || version === undefined ? undefined : { file, version };
  const kept = cache === undefined ? new Map<string, string>() : await readHighlights(cache.file, cache.version);
  const byCode = new Map<string, string>();
  const missing: CodeText[] = [];
  for (const code of codes) {
    const encoded = kept.get(keyOfCode(code));
    if (encoded === undefined) missing.push(code);
    else byCode.set(nameOf(code), encoded);
  }
  if (missing.length > 0) {
    const made = await highlightCodes(missing);
    for (const [i, code] of missing.entries()) byCode.set(nameOf(code), made[i]!);
  }
  if (cache !== undefined && (missing.length > 0 || kept.size > codes.length)) {
    await writeHighlights(
      cache.file,
      cache.version,
      new Map(codes.map((code) => [keyOfCode(code), byCode.get(nameOf(code))!])),
    );
  }
  return {
    highlight(text, grammar) {
      const encoded = byCode.get(nameOf({ text, grammar }));
      const tokens = encoded === undefined ? undefined : decodeTokens(text, encoded);
      if (tokens === undefined) throw new Error(`code of a page was not coloured (${grammar}): ${text.slice(0, 80)}`);
      return tokens;
    },
  };
}

function nameOf({ text, grammar }: CodeText): string {
  return `${grammar}\n${text}`;
}
