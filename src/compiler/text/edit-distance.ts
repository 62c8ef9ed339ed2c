// The edit distance of two texts.

/** Greater than any distance that is counted. */
const tooFar = 0xffff;

/**
 * Counts the edits between two texts: characters that are inserted, deleted, replaced or swapped with their neighbour
 * (the optimal string alignment distance, in UTF-16 units).
 * @param max the maximum distance to count; below 65,535
 * @returns the distance, or `max + 1` if it is above `max`
 */
export function countEdits(first: string, second: string, max: number): number {
  if (Math.abs(first.length - second.length) > max) return max + 1;
  const [a, b] = trimCommonEnds(first, second);
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let [before, previous, current] = [1, 2, 3].map(() => new Uint16Array(b.length + 2)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  for (let j = 0; j <= b.length; j++) previous[j] = j > max ? tooFar : j;
  for (let i = 1; i <= a.length; i++) {
    // Cells further from the diagonal than the limit have a distance above it.
    const [from, to] = [Math.max(1, i - max), Math.min(b.length, i + max)];
    current[from - 1] = from === 1 ? i : tooFar;
    current[to + 1] = tooFar;
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
    if (least > max) return max + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length]!, max + 1);
}

/** Both texts without their common start and end, which need no edits. */
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
