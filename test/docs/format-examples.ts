// The examples of docs/format.md: the files of an example, and the claims below it about the results of Stele.

/** An example: one or more code fences, each with the path of a file, and a list of claims. */
export interface Example {
  /** Number of its section. */
  readonly section: string;
  /** Line of docs/format.md where its first fence begins. */
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
  /** Files that the document shows as frontmatter only: their lines count from the first line of the fence. */
  readonly frontmatterOnly: ReadonlySet<string>;
  /** By the word before the colon: `Findings`, `Anchors`. */
  readonly claims: ReadonlyMap<string, string>;
}

/** Reads all examples of a document. Code fences without a path are illustrations and not read. */
export function readExamples(markdown: string): readonly Example[] {
  const lines = markdown.split('\n');
  const examples: Example[] = [];
  let section = '';
  for (let i = 0; i < lines.length; i++) {
    section = /^#+ (\d+(?:\.\d+)?)\b/.exec(lines[i]!)?.[1] ?? section;
    if (!openingFence.test(lines[i]!)) continue;
    const line = i + 1;
    const files: Record<string, string> = {};
    const frontmatterOnly = new Set<string>();
    for (let opening = openingFence.exec(lines[i]!); opening; opening = openingFence.exec(lines[i] ?? '')) {
      const [, fence, language, path] = opening as unknown as [string, string, string, string | undefined];
      const end = lines.indexOf(fence, i + 1);
      const text = lines
        .slice(i + 1, end)
        .map((inner) => `${inner}\n`)
        .join('');
      const isFrontmatter = language === 'yaml' && path !== undefined && /\.mdx?$/.test(path);
      if (path !== undefined) files[path] = isFrontmatter ? `---\n${text}---\n` : text;
      if (isFrontmatter) frontmatterOnly.add(path);
      i = end + 1;
      while (lines[i] === '') i++;
    }
    const claims = new Map<string, string>();
    while (/^- [A-Z]\w+: /.test(lines[i] ?? '')) {
      let written = lines[i++]!;
      while (lines[i]?.startsWith('  ')) written += ` ${lines[i++]!.trim()}`;
      const [, word, claim] = /^- (\w+): (.*)\.$/.exec(written) ?? [];
      if (word === undefined) throw new Error(`docs/format.md:${i}: a claim ends with a full stop`);
      claims.set(word, claim!);
    }
    if (Object.keys(files).length > 0) examples.push({ section, line, files, frontmatterOnly, claims });
    i--;
  }
  return examples;
}

/** Groups: the fence, the language of the code, and the path of the file. */
const openingFence = /^(`{3,})(\w+)(?: (\S+))?$/;
