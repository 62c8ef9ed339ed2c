// The edits of the benchmark of the dev server: each puts a mark into a file, so that the open page shows the mark.

import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A kind of edit. */
export interface DevEdit {
  readonly name: string;
  /** Path of the file from the content folder. */
  readonly file: string;
  /** Puts a mark into the file's original text. */
  readonly change: (text: string, mark: string) => string;
}

/** The edits of the page of an entity. */
export function listEdits({ route, topic }: { readonly route: string; readonly topic: string }): readonly DevEdit[] {
  const page = `${route}/index.mdx`;
  const stem = route.replaceAll('/', '-');
  return [
    { name: 'description', file: page, change: (text, mark) => text.replace(/^( {4}id: .*)$/m, `$1 ${mark}.`) },
    { name: 'body', file: page, change: (text, mark) => `${text}\nA paragraph with ${mark}.\n` },
    {
      name: 'sample',
      file: `${topic}/_samples/${stem}.js`,
      change: (text, mark) => `${text.trimEnd()}\n// ${mark}\n`,
    },
    {
      name: 'navigation',
      file: `${topic}/_navigation.mdx`,
      change: (text, mark) => text.replace(/^( {2}- title: .*)$/m, `$1 ${mark}`),
    },
  ];
}

/**
 * Writes the text of an edit, as editors do: in place, or by a rename over the file.
 * @returns the moment at which the file was changed, in milliseconds since 1970
 */
export async function writeEdit(file: string, text: string, isAtomic: boolean): Promise<number> {
  if (!isAtomic) {
    const moment = Date.now();
    await writeFile(file, text);
    return moment;
  }
  const draft = join(file, '../../../draft.tmp');
  await writeFile(draft, text);
  const moment = Date.now();
  await rename(draft, file);
  return moment;
}

/** The original texts of the edited files, by path from the content folder. */
export async function readOriginals(content: string, edits: readonly DevEdit[]): Promise<ReadonlyMap<string, string>> {
  const files = [...new Set(edits.map(({ file }) => file))];
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(content, file), 'utf8')] as const)),
  );
}
