// Chunks of text → parts of limited length.

/** Limit of a part: readers with a small memory cut longer files. */
export const maxCharacters = 49_000;

/**
 * Joins chunks into parts. A chunk that is longer than a part is cut at an empty line outside of code, else at an empty
 * line, else anywhere.
 */
export function splitParts(chunks: readonly string[], max = maxCharacters): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const chunk of chunks.flatMap((whole) => cutChunk(whole, max))) {
    if (part !== '' && part.length + chunk.length > max) {
      parts.push(part);
      part = '';
    }
    part += chunk;
  }
  return part === '' ? parts : [...parts, part];
}

function cutChunk(chunk: string, max: number): readonly string[] {
  const cut: string[] = [];
  let rest = chunk;
  while (rest.length > max) {
    const gap = rest.lastIndexOf('\n\n', max - 2);
    const end = lastGap(rest, max) ?? (gap > 0 ? gap + 2 : max);
    cut.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...cut, rest];
}

/** The end of the last empty line outside of code that is not behind an offset; undefined if there is none. */
function lastGap(text: string, max: number): number | undefined {
  let found: number | undefined;
  /** The marks of the open fence. */
  let fence: string | undefined;
  let start = 0;
  for (let end = text.indexOf('\n') + 1; end > 0 && end <= max; start = end, end = text.indexOf('\n', start) + 1) {
    const line = text.slice(start, end).trim();
    const marks = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (fence === undefined) fence = marks;
    else if (marks === line && marks.startsWith(fence)) fence = undefined;
    if (fence === undefined && line === '' && start > 0) found = end;
  }
  return found;
}
