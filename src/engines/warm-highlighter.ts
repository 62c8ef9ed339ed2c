// Colours a few codes now and then. It keeps the grammars that it used last, because preparing one takes longer than
// colouring a code.

import type { CodeText } from '../compiler/model/index.ts';
import { encodeTokens } from './encoded-tokens.ts';
import type { ShikiHighlighter } from './shiki-highlighter.ts';

/** Grammars that are kept at most: each takes several megabytes. */
const maxGrammars = 4;

export class WarmHighlighter {
  readonly #open = new Map<string, ShikiHighlighter>();
  #last: Promise<unknown> = Promise.resolve();

  /** One code for each grammar that is to be prepared for some codes. Grammars above the limit are not. */
  toPrepare(codes: readonly CodeText[]): readonly CodeText[] {
    const byGrammar = new Map(codes.map((code) => [code.grammar, code]));
    return [...byGrammar.values()].slice(-maxGrammars).filter(({ grammar }) => !this.#open.has(grammar));
  }

  /** The encoded tokens of codes, in their order. Calls may overlap. */
  colour(codes: readonly CodeText[]): Promise<readonly string[]> {
    const colouring = this.#last.then(() => this.#colour(codes));
    this.#last = colouring.catch(() => undefined);
    return colouring;
  }

  async #colour(codes: readonly CodeText[]): Promise<readonly string[]> {
    const { createShikiHighlighter } = await import('./shiki-highlighter.ts');
    for (const grammar of new Set(codes.map((code) => code.grammar))) {
      const highlighter = this.#open.get(grammar) ?? (await createShikiHighlighter([grammar]));
      // The one that was used last is the last one in the map.
      this.#open.delete(grammar);
      this.#open.set(grammar, highlighter);
    }
    const encoded = codes.map(({ text, grammar }) => encodeTokens(this.#open.get(grammar)!.highlight(text, grammar)));
    for (const [grammar, highlighter] of this.#open) {
      if (this.#open.size <= maxGrammars) break;
      highlighter.dispose();
      this.#open.delete(grammar);
    }
    return encoded;
  }
}
