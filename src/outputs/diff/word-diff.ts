// Two texts → the words that both have, and those that only one has.

/** Words in a row that are in both texts, only in the old one, or only in the new one. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer texts are compared line by line first: the cost grows with the square of the number of parts. */
const maxWords = 1_500;

const wordPattern = /\s+|[^\s\w]|\w+/g;

export function diffWords(before: string, after: string): readonly WordRun[] {
  const words = [split(before, wordPattern), split(after, wordPattern)] as const;
  if (Math.max(words[0].length, words[1].length) <= maxWords) return join(compare(...words));
  const lines = [split(before, /[^\n]*\n?/g), split(after, /[^\n]*\n?/g)] as const;
  if (Math.max(lines[0].length, lines[1].length) <= maxWords) return join(refine(compare(...lines)));
  return join([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
}

/** Compares the words of lines that take the place of others. */
function refine(lines: readonly WordRun[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    const words = [split(removed, wordPattern), split(added, wordPattern)] as const;
    if (Math.max(words[0].length, words[1].length) <= maxWords) for (const run of compare(...words)) runs.push(run);
    else runs.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const run of lines) {
    if (run.kind === 'removed') removed += run.text;
    else if (run.kind === 'added') added += run.text;
    else {
      flush();
      runs.push(run);
    }
  }
  flush();
  return runs;
}

function split(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).filter((part) => part !== '');
}

/** The longest common subsequence, between the common beginning and end. */
function compare(before: readonly string[], after: readonly string[]): readonly WordRun[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const same = (parts: readonly string[]): readonly WordRun[] => parts.map((text) => ({ kind: 'same', text }));
  return [...same(before.slice(0, start)), ...compareRest(old, now), ...same(before.slice(before.length - end))];
}

function compareRest(old: readonly string[], now: readonly string[]): readonly WordRun[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (j === now.length || (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!))
      runs.push({ kind: 'removed', text: old[i++]! });
    else runs.push({ kind: 'added', text: now[j++]! });
  }
  return runs;
}

/**
 * Joins words of one kind. Removed words stand in front of the added ones, and white space between two changes belongs
 * to both.
 */
function join(words: readonly WordRun[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  words.forEach(({ kind, text }, index) => {
    const isGap =
      kind === 'same' && text.trim() === '' && removed !== '' && added !== '' && words[index + 1]?.kind !== 'same';
    if (kind !== 'same' || isGap) {
      if (kind !== 'added') removed += text;
      if (kind !== 'removed') added += text;
      return;
    }
    flush();
    const last = runs.at(-1);
    if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  });
  flush();
  return runs;
}

/** The runs with at most so many characters around each change. */
export function shorten(runs: readonly WordRun[], around = 40): readonly WordRun[] {
  return runs.map((run, index) => {
    if (run.kind !== 'same' || run.text.length <= 2 * around) return run;
    const head = index === 0 ? '' : `${run.text.slice(0, around)} `;
    const tail = index === runs.length - 1 ? '' : ` ${run.text.slice(-around)}`;
    return { kind: 'same', text: `${head}…${tail}` };
  });
}
