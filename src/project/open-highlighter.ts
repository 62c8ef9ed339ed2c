// The code of a site → a highlighter with the colours of all of it: cached colours, and new ones for the rest, which
// may arrive while pages are drawn.

import type { CodeText, Highlighter } from '../compiler/model/index.ts';
import { ByCode } from './by-code.ts';
import { EarlyColours } from './early-colours.ts';
import { describeHighlighter, keyOfCode, readHighlights, writeHighlights } from './highlight-cache.ts';

/** A highlighter whose colours arrive in the order of the codes. */
export interface ArrivingHighlighter extends Highlighter {
  /** Whether the colours of so many codes are there, from the first one. */
  has(count: number): boolean;
  /**
   * Resolves when the colours of so many codes are there, from the first one.
   * @throws the error of a thread
   */
  wait(count: number): Promise<void>;
  /** Resolves when all colours are there, and kept for the next build. Rejects with the error of a thread. */
  readonly finished: Promise<void>;
}

/** @param colours colours code that is not in the cache, and may have begun with it */
export async function openHighlighter(
  codes: readonly CodeText[],
  file: string | undefined,
  colours = new EarlyColours(file !== undefined),
  isPart = false,
): Promise<Highlighter> {
  const highlighter = await beginHighlighter(codes, file, colours, isPart);
  await highlighter.finished;
  return highlighter;
}

/**
 * Begins to colour codes, and stores the colours in a file for the next build.
 * @param codes each once
 * @param file the cache; absent if there is none
 * @param colours colours code that is not in the cache, and may have begun with it
 * @param isPart whether the site has more code: the cache then keeps all colours that it has
 */
export async function beginHighlighter(
  codes: readonly CodeText[],
  file: string | undefined,
  colours: EarlyColours,
  isPart = false,
): Promise<ArrivingHighlighter> {
  const { decodeTokens } = await import('../engines/index.ts');
  // Without a description of the highlighter, colours cannot be cached. This only costs time.
  const version = file === undefined ? undefined : await describeHighlighter().catch(() => undefined);
  const cache = file === undefined || version === undefined ? undefined : { file, version };
  const kept = cache === undefined ? new Map<string, string>() : await readHighlights(cache.file, cache.version);
  const byCode = new ByCode<string>();
  const missing: CodeText[] = [];
  for (const code of codes) {
    const encoded = kept.size === 0 ? undefined : kept.get(keyOfCode(code));
    if (encoded === undefined) missing.push(code);
    else byCode.set(code, encoded);
  }
  const waiting: (() => void)[] = [];
  const wakeAll = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };
  let failure: { readonly error: unknown } | undefined;
  const colourMissing = async (): Promise<void> => {
    if (missing.length === 0) return;
    await colours.colour(missing, (at, encoded) => {
      byCode.set(missing[at]!, encoded);
      wakeAll();
    });
  };
  const keep = async (): Promise<void> => {
    if (cache === undefined || (missing.length === 0 && (isPart || kept.size <= codes.length))) return;
    const all = codes.map((code): [string, string] => [keyOfCode(code), byCode.get(code)!]);
    await writeHighlights(cache.file, cache.version, new Map([...(isPart ? kept : []), ...all]));
  };
  const finished = colourMissing().then(keep);
  finished.catch((error: unknown) => {
    failure = { error };
    wakeAll();
  });
  let arrived = 0;
  const has = (count: number): boolean => {
    while (arrived < count && byCode.get(codes[arrived]!) !== undefined) arrived++;
    return arrived >= count;
  };
  return {
    has,
    async wait(count) {
      while (!has(count)) {
        if (failure) throw failure.error;
        await new Promise<void>((done) => waiting.push(done));
      }
    },
    finished,
    highlight(text, grammar) {
      const encoded = byCode.get({ text, grammar });
      const tokens = encoded === undefined ? undefined : decodeTokens(text, encoded);
      if (tokens === undefined) throw new Error(`code of a page was not coloured (${grammar}): ${text.slice(0, 80)}`);
      return tokens;
    },
  };
}
