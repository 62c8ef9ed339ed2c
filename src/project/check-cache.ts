// Stores the findings of the last check of a content folder, and returns them if nothing has changed since. A cache
// that cannot be read or written, or does not match, is ignored.

import { createHash } from 'node:crypto';
import type { Diagnostic, RelatedPlace } from '../compiler/diagnostics/index.ts';
import type { Range, SourceFile } from '../compiler/source/index.ts';
import { readCacheFile, writeCacheFile } from '../disk/index.ts';
import type { ContentRead } from './read-content.ts';

/** The result of a check. */
export interface CheckResult {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** How many samples have no parser, by extension. */
  readonly unparsed: Readonly<Record<string, number>>;
  /** Whether the links of twins are relative, because the site has no address. */
  readonly hasRelativeTwins: boolean;
}

/** A finding without the texts of its files: the next reading of the content provides them. */
interface StoredDiagnostic extends Omit<Diagnostic, 'source' | 'related'> {
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
}

interface Stored {
  readonly pages: number;
  readonly diagnostics: readonly StoredDiagnostic[];
  readonly unparsed: Readonly<Record<string, number>>;
  /** Whether the links of twins are relative, because the site has no address. */
  readonly hasRelativeTwins: boolean;
}

/** Hash of everything that findings depend on: the content, the findings of reading it, and the program. */
export function keyOf({ content, diagnostics }: ContentRead, program: string): string {
  const hash = createHash('sha256').update(program);
  for (const { path, text } of filesOf(content)) hash.update(`\n${path.length} ${text.length} ${path}`).update(text);
  hash.update(
    JSON.stringify([
      content.name,
      content.isUntrusted ?? false,
      content.assets.map(({ svg: _svg, ...facts }) => facts),
      diagnostics.map(withoutTexts),
      content.publicFiles ?? [],
    ]),
  );
  return hash.digest('hex');
}

function filesOf({
  site,
  approvals,
  pages,
  navigation,
  samples,
  assets,
}: ContentRead['content']): readonly SourceFile[] {
  const pictures = assets.flatMap(({ svg }) => svg ?? []);
  return [
    ...(site ? [site] : []),
    ...(approvals ? [approvals] : []),
    ...pages,
    ...navigation,
    ...samples.map(({ file }) => file),
    ...pictures,
  ];
}

/** The findings stored under a key, with the texts of this reading; undefined if there are none. */
export async function readFindings(file: string, key: string, read: ContentRead): Promise<CheckResult | undefined> {
  try {
    const body = await readCacheFile(file, key);
    if (body === undefined) return undefined;
    const { diagnostics, ...facts } = JSON.parse(body.toString('utf8')) as Stored;
    const files = new Map<string, SourceFile>([
      ...read.diagnostics.flatMap(({ source }) => (source ? [[source.path, source] as const] : [])),
      ...filesOf(read.content).map((source) => [source.path, source] as const),
    ]);
    return { ...facts, diagnostics: diagnostics.map((diagnostic) => withTexts(diagnostic, files)) };
  } catch {
    return undefined;
  }
}

/** Stores findings, complete or not at all, even if the process is killed. */
export async function writeFindings(file: string, key: string, { diagnostics, ...facts }: CheckResult): Promise<void> {
  const body = JSON.stringify({ ...facts, diagnostics: diagnostics.map(withoutTexts) } satisfies Stored);
  await writeCacheFile(file, key, body);
}

function withoutTexts({ source: _source, related, ...rest }: Diagnostic): StoredDiagnostic {
  return { ...rest, related: related.map(({ message, source, range }) => ({ message, file: source.path, range })) };
}

/** @throws if a file is not among those read; the caller then ignores the cache */
function withTexts({ related, ...rest }: StoredDiagnostic, files: ReadonlyMap<string, SourceFile>): Diagnostic {
  const places: readonly RelatedPlace[] = related.map(({ message, file, range }) => ({
    message,
    source: textOf(files, file),
    range,
  }));
  return { ...rest, source: rest.range && textOf(files, rest.file), related: places };
}

function textOf(files: ReadonlyMap<string, SourceFile>, path: string): SourceFile {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} was not read`);
  return file;
}
