// Finds the name for “Did you mean …?”: the known name that is most similar to an unknown one.

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
    return same === undefined && this.#byFold.has(folded) ? undefined : this.#nearest(name);
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
        const distance = editDistance(lower, candidate.lower, maxDistance);
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

/** Three rows of the distance table, reused by each comparison. Lower case can double the length of both names. */
const rows = [0, 1, 2].map(() => new Uint16Array(4 * maxLength));
const tooFar = 0xffff;

/** The optimal string alignment distance, or `limit + 1` if it is above the limit. */
function editDistance(first: string, second: string, limit: number): number {
  const [a, b] = trimCommonEnds(first, second);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let [before, previous, current] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j++) previous[j] = j > limit ? tooFar : j;
  for (let i = 1; i <= a.length; i++) {
    // Cells further from the diagonal than the limit have a distance above it.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    current[from - 1] = from === 1 ? i : tooFar;
    if (to < b.length) current[to + 1] = tooFar;
    let least = current[from - 1]!;
    for (let j = from; j <= to; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) distance = Math.min(distance, before[j - 2]! + 1);
      current[j] = Math.min(distance, tooFar);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length]!;
}

/** Both names without their common start and end, which need no edits. */
function trimCommonEnds(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  return [a.slice(start, endA), b.slice(start, endB)];
}
