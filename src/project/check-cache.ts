// Findings of the last check of a content folder, kept for when nothing has changed since. A cache that cannot be read,
// does not fit or cannot be written is as good as none.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Diagnostic, RelatedPlace } from '../diagnostics/index.ts';
import type { Range, SourceFile } from '../source/index.ts';
import { writeCacheFile } from './cache-file.ts';
import type { ContentRead } from './read-content.ts';

/** What a check ends with. */
export interface CheckResult {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings without the texts of their files, which are at hand when they are read back. */
interface StoredDiagnostic extends Omit<Diagnostic, 'source' | 'related'> {
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
}

interface Stored {
  readonly key: string;
  readonly pages: number;
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** What findings depend on: every byte that was read, what reading found, and the program that reads it. */
export function keyOf({ content, diagnostics }: ContentRead, program: string): string {
  const hash = createHash('sha256').update(program);
  const { site, pages, navigation, samples, assets } = content;
  const files = [...(site ? [site] : []), ...pages, ...navigation, ...samples.map(({ file }) => file)];
  for (const { path, text } of files) hash.update(`\n${path.length} ${text.length} ${path}`).update(text);
  hash.update(JSON.stringify([content.name, assets, diagnostics.map(withoutTexts)]));
  return hash.digest('hex');
}

/** The findings that were stored under a key, with the texts of this reading; undefined where there are none. */
export async function readCache(file: string, key: string, read: ContentRead): Promise<CheckResult | undefined> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as Stored;
    if (stored.key !== key) return undefined;
    const { site, pages, navigation, samples } = read.content;
    const all = [...(site ? [site] : []), ...pages, ...navigation, ...samples.map((sample) => sample.file)];
    const files = new Map<string, SourceFile>([
      ...read.diagnostics.flatMap(({ source }) => (source ? [[source.path, source] as const] : [])),
      ...all.map((source) => [source.path, source] as const),
    ]);
    return { pages: stored.pages, diagnostics: stored.diagnostics.map((diagnostic) => withTexts(diagnostic, files)) };
  } catch {
    return undefined;
  }
}

/** Stores findings; never half, whatever ends the process. */
export async function writeCache(file: string, key: string, result: CheckResult): Promise<void> {
  const stored: Stored = { key, pages: result.pages, diagnostics: result.diagnostics.map(withoutTexts) };
  await writeCacheFile(file, JSON.stringify(stored));
}

function withoutTexts({ source: _source, related, ...rest }: Diagnostic): StoredDiagnostic {
  return { ...rest, related: related.map(({ message, source, range }) => ({ message, file: source.path, range })) };
}

/** @throws where a file is not among those read, which the caller takes for no cache */
function withTexts({ related, ...rest }: StoredDiagnostic, files: ReadonlyMap<string, SourceFile>): Diagnostic {
  const places: readonly RelatedPlace[] = related.map(({ message, file, range }) => ({
    message,
    source: textOf(files, file),
    range,
  }));
  return { ...rest, ...(rest.range ? { source: textOf(files, rest.file) } : {}), related: places };
}

function textOf(files: ReadonlyMap<string, SourceFile>, path: string): SourceFile {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} was not read`);
  return file;
}
