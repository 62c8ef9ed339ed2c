// Did you mean …? The name in scope that was most likely meant; silent when unsure.

/** Characters of a name that somebody may have misspelt; comparing longer ones takes long and helps nobody. */
const mostCharacters = 200;

/**
 * The candidate nearest to a misspelt name, by edits (a swap of neighbours counts once), at most a third of its length.
 * Differences of case and of `_`, `-` and `.` alone count as nothing. Undefined where none is near or two are equally near.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  if (name === '' || name.length > mostCharacters) return undefined;
  const limit = Math.max(1, Math.floor(name.length / 3));
  const folded = fold(name);
  let best: string | undefined;
  let bestDistance = limit + 1;
  let isTied = false;
  for (const candidate of new Set(candidates)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit + 2) continue;
    const distance = fold(candidate) === folded ? 0 : editDistance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      isTied = false;
    } else if (distance === bestDistance && distance <= limit) {
      isTied = true;
    }
  }
  return isTied ? undefined : best;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '');
}

/** Optimal string alignment distance; gives up (limit + 1) once it must be above the limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
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
