// Runs random edits of a content folder and compares what `stele diff` reports with what each edit means.

import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { CompileMemory } from '../../src/compiler/index.ts';
import { kindSpec, type ChangeKind } from '../../src/compiler/format/index.ts';
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
  readonly #published: ReadonlySet<string>;
  readonly base: Reference;

  constructor(site: Site) {
    this.#site = site;
    this.#paths = [...site.keys()].filter((path) => path.endsWith('.mdx') && !/(?:^|\/)_/.test(path)).sort();
    this.base = this.#compile(site);
    this.#published = new Set(this.base.pages.map(({ file }) => file));
  }

  #compile(site: Site): Reference {
    const { resolved, diagnostics } = compileFiles(site, this.#memory);
    return JSON.parse(JSON.stringify(exportReference(resolved, diagnostics))) as Reference;
  }

  /**
   * One edit with a meaning. Undefined if the seed finds none.
   * @param also number of unrelated edits of other pages
   */
  edit(seed: number, also = 0): EditedDiff | undefined {
    const random = createRandom(seed);
    const names = Object.keys(edits);
    for (let attempt = 0; attempt < 200; attempt++) {
      const name = names[(seed + attempt) % names.length]!;
      const site = new Map(this.#site);
      const page = openPage(site, random.pick(this.#paths));
      // A page behind a feature flag is not published, and its changes are none.
      if (page === undefined || !this.#published.has(page.path)) continue;
      const { route } = page;
      const found = edits[name]!(site, page, random);
      if (found === undefined) continue;
      writePage(site, page);
      for (let other = 0; other < also; other++) this.#editElsewhere(site, page.path, seed * 1_000 + other);
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
    const other = createRandom(seed).pick(this.#paths.filter((each) => each !== path));
    const words = `A paragraph in front of all others, of seed ${seed}.`;
    site.set(
      other,
      site.get(other)!.replace(/^(?:---\n[^]*?\n---\n)?/, (head) => `${head}\n${words}\n`),
    );
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

/** Edits of so many seeds that are not reported as they should be, or have no mirror. */
export function findWrongEdits(site: EditedSite, seeds: number): readonly string[] {
  const wrong: string[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { story, expected, diff, mirror } = site.edit(seed)!;
    const fault = judge(expected, diff);
    if (fault !== undefined) wrong.push(`${story}: ${fault}`);
    const mirrored = new Set(mirror.changes.map(({ kind }) => kind as string));
    for (const { kind } of diff.changes) {
      const { mirror: others = [kind], oneWay } = kindSpec(kind as ChangeKind);
      if (oneWay === undefined && !others.some((other) => mirrored.has(other)))
        wrong.push(`${story}: no mirror of ${kind}`);
    }
  }
  return wrong;
}

/** Fingerprints of edits of so many seeds that 50 unrelated edits of other pages change. */
export function findLostFingerprints(site: EditedSite, seeds: number): readonly string[] {
  return Array.from({ length: seeds }, (_, seed) => seed).flatMap((seed) => {
    const [alone, among] = [site.edit(seed)!, site.edit(seed, 50)!];
    const all = new Set(among.diff.changes.map(({ fingerprint }) => fingerprint));
    const lost = alone.diff.changes.filter(({ fingerprint }) => !all.has(fingerprint));
    return lost.map((change) => `${alone.story}: ${short(change)}`);
  });
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
