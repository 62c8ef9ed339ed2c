// Chunks of text → parts of limited length.

/** Limit of a part: readers with a small memory cut longer files. */
export const maxCharacters = 49_000;

/** Joins chunks into parts. A chunk that is longer than a part is cut at an empty line, else anywhere. */
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
    const end = gap > 0 ? gap + 2 : max;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...cut, rest];
}
