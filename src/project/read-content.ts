// A content folder on disk → texts for the compiler. No other code reads content, and nothing in the folder is
// executed.

import { readFileSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { compareDiagnostics, makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile, Sample } from '../compiler/model/index.ts';
import type { ContentSource } from '../compiler/model/index.ts';
import type { KeptFiles } from '../compiler/index.ts';
import { bounds, type SourceFile } from '../compiler/source/index.ts';
import { reasonOf } from '../disk/index.ts';
import { listFiles, type FoundFile } from './list-files.ts';
import { withFile } from './open-file.ts';
import { readAssets } from './read-assets.ts';
import { readPublic } from './read-public.ts';

/** The content of a folder, with the findings of reading it. */
export interface ContentRead {
  readonly content: ContentSource;
  /** Findings of reading, in report order: files that are unreadable, not UTF-8 or too large. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the folder has symbolic links, so that one file may have several paths. */
  readonly hasLinks?: boolean;
}

/**
 * Reads a content folder, which may itself be a symbolic link. Links in the folder are followed if they stay in it;
 * other links are findings. So no file outside of the folder is published, except the files of `public` beside it.
 * @param folder path of the content folder
 * @throws the system's error if the folder itself cannot be read
 * @example
 * import { readContent } from 'stele';
 *
 * const { content } = await readContent('content');
 * console.log(content.pages.map(({ path }) => path).join(', '));
 */
export function readContent(folder: string): Promise<ContentRead> {
  return readContentFor(folder);
}

/** Work on code that other threads can begin before all files are read. */
export interface CodeWork {
  /** Takes the samples that will be read, without their texts. */
  onListed(samples: readonly Sample[]): Promise<void>;
  /** Takes the samples that were read. */
  onRead(samples: readonly Sample[]): Promise<void>;
  /** Takes the texts of pages and of files of settings. */
  onPages(texts: readonly string[]): Promise<void>;
}

/**
 * Reads a content folder as `readContent` does, samples first.
 * @throws the system's error if the folder itself cannot be read
 */
export async function readContentFor(folder: string, work?: CodeWork): Promise<ContentRead> {
  const diagnostics: Diagnostic[] = [];
  const found = removeDuplicates(listFiles(folder, diagnostics), diagnostics);
  const root = realpathSync(folder);
  const listed = found.filter(({ path }) => isSample(path));
  await work?.onListed(listed.map(({ path }) => sampleOf({ path, text: '' })));
  const samples = readAll(root, listed, diagnostics)
    .map(sampleOf)
    .filter((sample) => isSampleSound(sample, diagnostics));
  await work?.onRead(samples);
  const others = found.filter(({ path }) => !isSample(path));
  const isText = ({ path }: FoundFile): boolean => isPage(path) || isData(path);
  const files = readAll(root, others.filter(isText), diagnostics);
  await work?.onPages(files.map(({ text }) => text));
  const assets = await readAssets(
    root,
    others.filter((file) => !isText(file)),
    diagnostics,
  );
  const sorted = contentOf(basename(folder), files, assets, await readPublic(resolve(folder), diagnostics));
  return {
    content: { ...sorted.content, samples },
    diagnostics: [...diagnostics, ...sorted.diagnostics].sort(compareDiagnostics),
    hasLinks: found.some(({ path, place }) => path !== place),
  };
}

/**
 * Removes files whose paths are equal after NFC normalisation, since a reference to them is ambiguous. Pages with equal
 * addresses are reported later.
 */
function removeDuplicates(found: readonly FoundFile[], diagnostics: Diagnostic[]): readonly FoundFile[] {
  const names = new Set<string>();
  return found.filter(({ path }) => {
    const composed = path.normalize('NFC');
    if (isPage(path) || !names.has(composed)) return names.add(composed);
    const reason = 'another file has the same name in another Unicode form (NFC or NFD)';
    diagnostics.push(
      makeDiagnostic('unreadable-file', { file: path }, { reason, hint: 'Remove or rename one of the two files.' }),
    );
    return false;
  });
}

/** Sorts the files of a content folder by their paths into pages, navigation, samples, assets and public files. */
export function contentOf(
  name: string,
  files: readonly SourceFile[],
  assets: readonly AssetFile[] = [],
  publicFiles: readonly AssetFile[] = [],
): ContentRead {
  const diagnostics: Diagnostic[] = [];
  const pages = files.filter(({ path }) => isPage(path));
  const navigation = pages.filter(({ path }) => /(?:^|\/)_navigation\.mdx?$/i.test(path));
  const site = files.find(({ path }) => path === 'site.yaml');
  const approvals = files.find(({ path }) => path === '_approvals.yaml');
  return {
    content: {
      name,
      site,
      approvals,
      pages: pages.filter(({ path }) => !hasPrivateSegment(path)),
      navigation: navigation.filter((file) => isNavigationNamed(file, diagnostics)),
      samples: files
        .filter(({ path }) => isSample(path))
        .map(sampleOf)
        .filter((sample) => isSampleSound(sample, diagnostics)),
      assets,
      publicFiles,
    },
    diagnostics,
  };
}

/** Whether a path is that of a section's navigation. */
export function isNavigation(path: string): boolean {
  return /(?:^|\/)_navigation\.mdx$/.test(path) && !isSample(path);
}

/** Whether a path is that of a page with a route. */
export function isRoutedPage(path: string): boolean {
  return isPage(path) && !hasPrivateSegment(path);
}

/**
 * The files of a content folder that an edit of pages has not changed, read when they are asked for.
 * @param paths of all files, from the folder
 * @throws the system's error if the folder itself cannot be read
 */
export function openKeptFiles(folder: string, paths: Iterable<string>): KeptFiles {
  const root = realpathSync(folder);
  const read = (path: string): SourceFile | undefined => readText(root, { path, place: path }, []);
  const readSample = (path: string): Sample | undefined => {
    const file = read(path);
    const sample = file && sampleOf(file);
    return sample && isSampleSound(sample, []) ? sample : undefined;
  };
  const samples = new Map<string, Map<string, () => readonly Sample[]>>();
  for (const path of paths) {
    if (!isSample(path)) continue;
    const { folder: of, stem } = sampleOf({ path, text: '' });
    const stems = samples.get(of) ?? new Map<string, () => readonly Sample[]>();
    samples.set(of, stems);
    const others = stems.get(stem);
    stems.set(stem, () => {
      const own = readSample(path);
      return [...(others?.() ?? []), ...(own ? [own] : [])];
    });
  }
  return { readPage: read, readSample, samples };
}

/** The files of settings at the top of a content folder. */
function isData(path: string): boolean {
  return path === 'site.yaml' || path === '_approvals.yaml';
}

function isPage(path: string): boolean {
  return /\.mdx?$/.test(path) && !isSample(path);
}

/** Whether a path is that of a sample. */
export function isSample(path: string): boolean {
  return /(?:^|\/)_samples\//.test(path);
}

/** Reports a navigation file with a wrong name: `_navigation.md` or `_Navigation.mdx`. The file is left out. */
function isNavigationNamed({ path }: SourceFile, diagnostics: Diagnostic[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '_navigation.mdx') return true;
  diagnostics.push(makeDiagnostic('unused-navigation', { file: path }, { section: '', wrongName: name }));
  return false;
}

/** Files and folders that begin with `_` have no route (format.md 1.2). */
function hasPrivateSegment(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('_'));
}

/** Reads files synchronously: for ten thousand small files this takes half as long as the thread pool. */
function readAll(root: string, found: readonly FoundFile[], diagnostics: Diagnostic[]): readonly SourceFile[] {
  return found.map((file) => readText(root, file, diagnostics)).filter((file) => file !== undefined);
}

/** A text file of a content folder; undefined if it cannot be read, with a finding. */
export function readText(root: string, { path, place }: FoundFile, diagnostics: Diagnostic[]): SourceFile | undefined {
  const limit = isSample(path) ? bounds.sampleBytes : bounds.fileBytes;
  try {
    const read = withFile(join(root, place), (descriptor, size) => (size > limit ? size : readFileSync(descriptor)));
    if (typeof read === 'number') {
      diagnostics.push(makeDiagnostic('file-too-large', { file: path }, { bytes: read, limit }));
      return undefined;
    }
    const text = decodeText(read);
    if (text !== undefined) return { path, text };
    diagnostics.push(makeDiagnostic('not-utf8', { file: path }, { offset: findNotUtf8(read) }));
  } catch (error) {
    diagnostics.push(makeDiagnostic('unreadable-file', { file: path }, reasonOf(error)));
  }
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes as text, without a byte order mark; undefined if they are not UTF-8. */
function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Offset of the first byte that is not UTF-8. The bytes must contain one. */
function findNotUtf8(bytes: Uint8Array): number {
  // The place is the first replacement character in the text that is not in the bytes.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  for (const character of text) {
    const written = encoder.encode(character);
    if (!written.every((byte, i) => bytes[offset + i] === byte)) return offset;
    offset += written.length;
  }
  return offset;
}

/** Folder and stem are normalised (NFC), like the references to them (format.md 1.1). */
function sampleOf(file: SourceFile): Sample {
  const path = file.path.normalize('NFC');
  const at = path.lastIndexOf('_samples/');
  const inside = path.slice(at + '_samples/'.length);
  const name = inside.slice(inside.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  return {
    file,
    folder: path.slice(0, Math.max(at - 1, 0)),
    stem: inside.slice(0, inside.length - extension.length),
    extension,
  };
}

/** Reports a sample with a line that is too long. It is left out, since no engine can read it. */
export function isSampleSound({ file }: Sample, diagnostics: Diagnostic[]): boolean {
  if (file.text.length <= bounds.sampleLineLength) return true;
  let start = 0;
  for (const line of file.text.split('\n')) {
    if (line.length > bounds.sampleLineLength) {
      const args = { length: line.length, limit: bounds.sampleLineLength };
      diagnostics.push(
        makeDiagnostic('sample-line-too-long', { file, range: { start, end: start + line.length } }, args),
      );
      return false;
    }
    start += line.length + 1;
  }
  return true;
}
