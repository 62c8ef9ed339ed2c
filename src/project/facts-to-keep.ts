// A compiled site → what the next build needs to compile edited pages alone. It is made in steps, because the first
// thread has time for them while other threads draw.

import type { Compilation, ResolvedModel } from '../compiler/model/index.ts';
import { packFacts, type KeptBuild, type PackedFacts } from './kept-build.ts';

type ListFacts = typeof import('../compiler/index.ts').listFacts;

export class FactsToKeep {
  readonly #compilation: Compilation;
  readonly #listFacts: ListFacts;
  #packed: PackedFacts | undefined;

  private constructor(compilation: Compilation, listFacts: ListFacts) {
    this.#compilation = compilation;
    this.#listFacts = listFacts;
  }

  /** @returns undefined if the next build has to compile all pages anyway */
  static async open(compilation: Compilation): Promise<FactsToKeep | undefined> {
    if (!mayCompileAlone(compilation.resolved.site)) return undefined;
    const { listFacts } = await import('../compiler/index.ts');
    return new FactsToKeep(compilation, listFacts);
  }

  /** Does the work of `take` that needs nothing of the drawn site, in steps. */
  *prepare(): Generator<void> {
    if (this.#packed !== undefined) return;
    const { resolved, diagnostics } = this.#compilation;
    const facts = this.#listFacts(resolved, diagnostics);
    if (facts === undefined) return;
    yield;
    const { pages, navigation, site } = resolved.model;
    const files = [...pages.values(), ...navigation.values(), site].flatMap(({ file }) => file ?? []);
    this.#packed = packFacts(facts, new Map(files.map(({ path, text }) => [path, text])));
    yield;
  }

  /**
   * What is kept.
   * @param search what the next build changes the search index from
   * @returns undefined if the next build has to compile all pages anyway
   */
  take(search: unknown): KeptBuild | undefined {
    if (search === undefined) return undefined;
    for (const _ of this.prepare());
    return this.#packed && { packed: this.#packed, edits: new Map(), search };
  }
}

/**
 * Whether edited pages may be compiled without the others. Code of the site's own may read all pages, and budgets are
 * checked for the whole site.
 */
export function mayCompileAlone({ mdx, components, parts, budgets }: ResolvedModel['site']): boolean {
  const hasBudget = Object.values(budgets).some((budget) => budget !== undefined);
  return mdx !== 'code' && components.size === 0 && parts.size === 0 && !hasBudget;
}
