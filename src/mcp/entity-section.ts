// The Markdown of a page → the part about one entity.

/**
 * The section with an entity's signature as its heading, up to the next heading of the same level; the whole page if it
 * has no such heading.
 * @param name the signature without its keyword
 */
export function cutEntity(page: string, name: string): string {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith('## ') && line.includes('`') && isHeadingOf(line, name));
  if (start < 0) return page;
  /** The marks of the open fence. */
  let fence: string | undefined;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (fence === undefined) fence = /^`{3,}/.exec(line)?.[0];
    else if (line === fence) fence = undefined;
    if (fence === undefined && line.startsWith('## ')) break;
  }
  return lines.slice(start, end).join('\n').trim();
}

function isHeadingOf(line: string, name: string): boolean {
  const code = /`+ ?(.*?) ?`+$/.exec(line)?.[1] ?? '';
  return code === name || code.endsWith(` ${name}`);
}
