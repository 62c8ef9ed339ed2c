// Finds the name for “Did you mean …?”: the known name that is most similar to an unknown one.

import { countEdits } from './edit-distance.ts';

/** Longer names get no suggestion: comparing them takes long, and nobody misspells them. */
const maxLength = 200;

/**
 * The candidate with the smallest edit distance to a misspelt name. The distance is at most a third of the name's
 * length; a swap of two neighbours counts as one edit. Names that differ only by case, `_`, `-` and `.` have distance
 * 0.
 * @returns undefined if no candidate is near, or if two are equally near
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  return name === '' || name.length > maxLength ? undefined : new NameIndex(candidates).near(name);
}

interface Candidate {
  readonly name: string;
  readonly lower: string;
  readonly letters: number;
  readonly signs: number;
}

/** Candidates for many misspelt names. Their folded forms and signatures are computed once. */
export class NameIndex {
  /** Undefined if two names fold to the same text. */
  readonly #byFold = new Map<string, string | undefined>();
  readonly #byLength = new Map<number, Candidate[]>();
  /** Results of comparisons: in a site, many misspelt addresses begin with the same misspelt folder. */
  readonly #known = new Map<string, string | undefined>();
  #left: number;

  /**
   * @param maxComparisons limit of edit distances to compute; after it, only names with the same folded form are found
   */
  constructor(names: Iterable<string>, maxComparisons = Infinity) {
    this.#left = maxComparisons;
    for (const name of new Set(names)) {
      const [lower, folded] = [name.toLowerCase(), fold(name)];
      this.#byFold.set(folded, this.#byFold.has(folded) ? undefined : name);
      const sameLength = this.#byLength.get(lower.length);
      const candidate = { name, lower, letters: kindsOf(lower, 64, 65_536), signs: kindsOf(lower, 0, 64) };
      if (sameLength) sameLength.push(candidate);
      else this.#byLength.set(lower.length, [candidate]);
    }
  }

  /** The nearest candidate, by the rules of `suggest`. The name itself is never the result. */
  near(name: string): string | undefined {
    if (name === '' || name.length > maxLength) return undefined;
    const folded = fold(name);
    const same = this.#byFold.get(folded);
    if (same !== undefined && same !== name) return same;
    if (same === undefined && this.#byFold.has(folded)) return undefined;
    if (!this.#known.has(name)) this.#known.set(name, this.#nearest(name));
    return this.#known.get(name);
  }

  #nearest(name: string): string | undefined {
    const lower = name.toLowerCase();
    const [letters, signs] = [kindsOf(lower, 64, 65_536), kindsOf(lower, 0, 64)];
    const limit = Math.max(1, Math.floor(name.length / 3));
    let best: string | undefined;
    let bestDistance = limit + 1;
    let isTied = false;
    for (let length = Math.max(0, lower.length - limit); length <= lower.length + limit; length++) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        if (this.#left-- <= 0) return undefined;
        const maxDistance = Math.min(limit, bestDistance);
        // One edit removes one kind of character, adds one, or both.
        const differing = countBits(candidate.letters ^ letters) + countBits(candidate.signs ^ signs);
        if (differing > 2 * maxDistance || candidate.name === name) continue;
        const distance = countEdits(lower, candidate.lower, maxDistance);
        if (distance > maxDistance) continue;
        isTied = distance === bestDistance;
        if (!isTied) [best, bestDistance] = [candidate.name, distance];
      }
    }
    return isTied ? undefined : best;
  }
}

/**
 * A 32-bit signature of the characters between two codes that a name has. Names with very different signatures are not
 * compared.
 */
function kindsOf(name: string, first: number, end: number): number {
  let kinds = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code >= first && code < end) kinds |= 1 << (code & 31);
  }
  return kinds;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '');
}
