// The parts of a Markdown twin that is too long for one file: their names, and how they are joined. The first part has
// the name of the twin, and its front matter says how many parts there are.

/** Matches the end of the name of each part but the first. */
const ending = /\.part-\d+\.md$/;

/** The path of a part, from 1, of the twin at a path. */
export function partPath(twin: string, part: number): string {
  return part === 1 ? twin : `${twin.slice(0, -'.md'.length)}.part-${part}.md`;
}

/** The path of the first part, if a path is that of another part; else undefined. */
export function firstPartOf(path: string): string | undefined {
  return ending.test(path) ? path.replace(ending, '.md') : undefined;
}

/**
 * Paths of files, and behind each twin those of its other parts.
 * @param has whether a file exists
 */
export function withParts(paths: readonly string[], has: (path: string) => boolean): readonly string[] {
  return paths.flatMap((path) => {
    if (!path.endsWith('.md')) return [path];
    const parts = [path];
    for (let next = partPath(path, 2); has(next); next = partPath(path, parts.length + 1)) parts.push(next);
    return parts;
  });
}

/** Whether a file of `public` stands in place of a file, or of the twin that the file is a part of. */
export function isReplaced(path: string, publicFiles: { has(path: string): boolean }): boolean {
  return publicFiles.has(path) || publicFiles.has(firstPartOf(path) ?? path);
}

/** The line of the front matter that says which part a file is. */
const partFact = /^part: "1 of ([1-9]\d{0,3})"\n/m;
const frontMatter = /^---\n[^]*?\n---\n\n/;

/** The paths of the parts that follow the first one; none if the text is a whole twin. */
export function partsAfter(twin: string, first: string): readonly string[] {
  const count = Number(partFact.exec(frontMatter.exec(first)?.[0] ?? '')?.[1] ?? 1);
  return Array.from({ length: count - 1 }, (_none, i) => partPath(twin, i + 2));
}

/**
 * The whole twin.
 * @param first text of its first part
 * @param rest texts of the others
 */
export function joinParts(first: string, rest: readonly string[]): string {
  if (rest.length === 0) return first;
  const head = frontMatter.exec(first)![0];
  const bodies = rest.map((text) => withoutPartLine(text.replace(frontMatter, '')));
  return head.replace(partFact, '') + withoutPartLine(first.slice(head.length)) + bodies.join('');
}

/** A text without its first line, which says what part it is, and the empty line behind that. */
function withoutPartLine(text: string): string {
  return text.slice(text.indexOf('\n\n') + 2);
}
