// Runs random edits of a content folder and compares what `stele diff` reports with what each edit means.

import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { CompileMemory } from '../../src/compiler/index.ts';
import { diffReferences, type Diff } from '../../src/outputs/diff/index.ts';
import { exportReference, type Reference } from '../../src/outputs/export/index.ts';
import { compileFiles } from '../edits/content-files.ts';
import { short } from './diff-of.ts';
import { rewriteAtRandom } from './rewrites.ts';
import { edits, openPage, writePage, type Expected, type Site } from './semantic-edits.ts';

/** Changes that follow from another one: a lost anchor of a field, a sample that uses the old name. */
const consequences: ReadonlySet<string> = new Set(['anchor-lost', 'sample-outdated']);

/** An edit, what it means, and the diffs in both directions. */
export interface EditedDiff {
  readonly story: string;
  readonly expected: Expected;
  readonly diff: Diff;
  readonly mirror: Diff;
}

export class EditedSite {
  readonly #site: Site;
  readonly #memory = new CompileMemory();
  readonly #paths: readonly string[];
  readonly base: Reference;

  constructor(site: Site) {
    this.#site = site;
    this.#paths = [...site.keys()].filter((path) => path.endsWith('.mdx') && !/(?:^|\/)_/.test(path)).sort();
    this.base = this.#compile(site);
  }

  #compile(site: Site): Reference {
    const { resolved, diagnostics } = compileFiles(site, this.#memory);
    return JSON.parse(JSON.stringify(exportReference(resolved, diagnostics))) as Reference;
  }

  /**
   * One edit with a meaning. Undefined if the seed finds none.
   * @param also seed of a paragraph that is added to another page
   */
  edit(seed: number, also?: number): EditedDiff | undefined {
    const random = createRandom(seed);
    const names = Object.keys(edits);
    for (let attempt = 0; attempt < 200; attempt++) {
      const name = names[(seed + attempt) % names.length]!;
      const site = new Map(this.#site);
      const page = openPage(site, random.pick(this.#paths));
      if (page === undefined) continue;
      const { route } = page;
      const found = edits[name]!(site, page, random);
      if (found === undefined) continue;
      writePage(site, page);
      if (also !== undefined) this.#editElsewhere(site, page.path, also);
      const head = this.#compile(site);
      return {
        story: `seed ${seed}: ${name} of ${page.path}`,
        expected: { ...found, route },
        diff: diffReferences(this.base, head),
        mirror: diffReferences(head, this.base),
      };
    }
    return undefined;
  }

  /** Adds a paragraph to another page, so that places in it and the order of changes differ. */
  #editElsewhere(site: Site, path: string, seed: number): void {
    const random = createRandom(seed);
    const page = openPage(site, random.pick(this.#paths.filter((other) => other !== path)));
    if (page === undefined) return;
    page.body = `\nA paragraph in front of all others.\n${page.body}`;
    writePage(site, page);
  }

  /** One rewrite without a meaning. Undefined if the seed finds none. */
  rewrite(seed: number): { readonly story: string; readonly diff: Diff } | undefined {
    const random = createRandom(seed);
    for (let attempt = 0; attempt < 200; attempt++) {
      const site = new Map(this.#site);
      const story = rewriteAtRandom(site, this.#paths, random);
      if (story === undefined) continue;
      return { story: `seed ${seed}: ${story}`, diff: diffReferences(this.base, this.#compile(site)) };
    }
    return undefined;
  }
}

/** What is wrong about a diff; undefined if it is as expected. */
export function judge({ kind, languages, route }: Expected, { changes }: Diff): string | undefined {
  const own = changes.filter((change) => !consequences.has(change.kind));
  const lines = own.map(short).join('; ');
  // A description may be shown nowhere, and one with other texts in other languages is one change per text.
  if (kind === 'description-changed')
    return own.every((change) => change.kind === kind) && own.length <= 1 ? undefined : lines;
  if (own.length !== 1) return lines || 'nothing';
  const [change] = own;
  const isPlace = change!.places.some(({ page }) => page.base === route || page.head === route);
  const isSame = change!.kind === kind && change!.languages.join() === languages.join() && isPlace;
  return isSame ? undefined : lines;
}
