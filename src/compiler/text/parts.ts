// The parts of a Markdown text that is too long for one file: their names, and how they are joined. The first part has
// the name of the whole, and its front matter says how many parts there are.

/** The path of a part, from 1, of the text at a path. */
export function partPath(whole: string, part: number): string {
  return part === 1 ? whole : `${whole.slice(0, -'.md'.length)}.part-${part}.md`;
}

/** The line of the front matter that says which part a file is. */
const partFact = /^part: "1 of ([1-9]\d{0,3})"\n/m;
const frontMatter = /^---\n[^]*?\n---\n\n/;

/** The paths of the parts that follow the first one; none if it is the whole text. */
export function partsAfter(whole: string, first: string): readonly string[] {
  const count = Number(partFact.exec(frontMatter.exec(first)?.[0] ?? '')?.[1] ?? 1);
  return Array.from({ length: count - 1 }, (_none, i) => partPath(whole, i + 2));
}

/**
 * The whole text.
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
