// A map with codes as keys. A key of one string would be a copy of the code in memory.

import type { CodeText } from '../compiler/model/index.ts';

/** Values by code. */
export class ByCode<V> {
  readonly #byGrammar = new Map<string, Map<string, V>>();

  get({ text, grammar }: CodeText): V | undefined {
    return this.#byGrammar.get(grammar)?.get(text);
  }

  set({ text, grammar }: CodeText, value: V): void {
    const known = this.#byGrammar.get(grammar);
    if (known === undefined) this.#byGrammar.set(grammar, new Map([[text, value]]));
    else known.set(text, value);
  }
}
