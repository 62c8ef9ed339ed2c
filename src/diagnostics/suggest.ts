// Did you mean …? The name in scope that was most likely meant; silent when unsure.

/** Characters of a name that somebody may have misspelt; comparing longer ones takes long and helps nobody. */
const mostCharacters = 200;

/**
 * The candidate nearest to a misspelt name, by edits (a swap of neighbours counts once), at most a third of its length.
 * Differences of case and of `_`, `-` and `.` alone count as nothing. Undefined where none is near or two are equally near.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  return name === '' || name.length > mostCharacters ? undefined : new NameIndex(candidates).near(name);
}

interface Candidate {
  readonly name: string;
  readonly lower: string;
  readonly signature: number;
}

/** Names that are compared with many misspelt ones: what can be told of them once is told once. */
export class NameIndex {
  /** Undefined where two names differ by nothing that counts. */
  readonly #byFold = new Map<string, string | undefined>();
  readonly #byLength = new Map<number, Candidate[]>();
  #left: number;

  /** @param most comparisons, one by one, before only differences that count as nothing are still found */
  constructor(names: Iterable<string>, most = Infinity) {
    this.#left = most;
    for (const name of new Set(names)) {
      const [lower, folded] = [name.toLowerCase(), fold(name)];
      this.#byFold.set(folded, this.#byFold.has(folded) ? undefined : name);
      const sameLength = this.#byLength.get(lower.length);
      const candidate = { name, lower, signature: signatureOf(lower) };
      if (sameLength) sameLength.push(candidate);
      else this.#byLength.set(lower.length, [candidate]);
    }
  }

  /** As `suggest` says; the name itself is no suggestion. */
  near(name: string): string | undefined {
    if (name === '' || name.length > mostCharacters) return undefined;
    const folded = fold(name);
    const same = this.#byFold.get(folded);
    if (same !== undefined && same !== name) return same;
    return same === undefined && this.#byFold.has(folded) ? undefined : this.#nearest(name);
  }

  #nearest(name: string): string | undefined {
    const lower = name.toLowerCase();
    const signature = signatureOf(lower);
    const limit = Math.max(1, Math.floor(name.length / 3));
    let best: string | undefined;
    let bestDistance = limit + 1;
    let isTied = false;
    for (let length = Math.max(0, lower.length - limit); length <= lower.length + limit; length++) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        if (this.#left-- <= 0) return undefined;
        const most = Math.min(limit, bestDistance);
        // An edit takes one kind of character away, brings one, or both.
        if (countBits(candidate.signature ^ signature) > 2 * most || candidate.name === name) continue;
        const distance = editDistance(lower, candidate.lower, most);
        if (distance > most) continue;
        isTied = distance === bestDistance;
        if (!isTied) [best, bestDistance] = [candidate.name, distance];
      }
    }
    return isTied ? undefined : best;
  }
}

/** Which kinds of characters a name has, in 32 bits: names that share few of them need no closer look. */
function signatureOf(name: string): number {
  let signature = 0;
  for (let i = 0; i < name.length; i++) signature |= 1 << (name.charCodeAt(i) & 31);
  return signature;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '');
}

/** Optimal string alignment distance; gives up (limit + 1) once it must be above the limit. */
function editDistance(first: string, second: string, limit: number): number {
  const [a, b] = withoutSameEnds(first, second);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, before[j - 2]! + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/** What two names have in common at their ends needs no edit. */
function withoutSameEnds(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  return [a.slice(start, endA), b.slice(start, endB)];
}
