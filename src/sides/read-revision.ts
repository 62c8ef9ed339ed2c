// A git revision and a path in it → the texts of the content folder that stood there. Trees and blobs are read with
// git's plumbing; nothing is checked out.

import { makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile } from '../compiler/model/index.ts';
import { bounds } from '../compiler/source/index.ts';
import { contentOf, type ContentRead } from '../project/index.ts';
import { GitFailed, runGit } from '../disk/index.ts';

/** An entry of a tree: a file or a link. */
interface Entry {
  readonly path: string;
  readonly oid: string;
  readonly size: number;
  readonly isLink: boolean;
}

/**
 * @param repository the folder at the top of the working tree
 * @param tree id of the tree that is the content folder
 * @param publicTree id of the tree `public` beside it
 * @param name name of the content folder
 * @throws GitFailed; also if the repository lacks a file of the tree
 */
export async function readRevision(
  repository: string,
  tree: string,
  publicTree: string | undefined,
  name: string,
): Promise<ContentRead> {
  const diagnostics: Diagnostic[] = [];
  const entries = await followLinks(repository, await listTree(repository, tree), diagnostics);
  const isText = ({ path }: Entry): boolean =>
    /\.mdx?$/.test(path) || isSample(path) || path === 'site.yaml' || path === '_approvals.yaml';
  const readable = entries.filter(isText).filter((entry) => isSmall(entry, diagnostics));
  const blobs = await readBlobs(repository, readable);
  const files = readable.flatMap(({ path, oid }) => {
    const text = decode(blobs.get(oid));
    if (text !== undefined) return [{ path, text }];
    diagnostics.push(makeDiagnostic('not-utf8', { file: path }, { offset: 0 }));
    return [];
  });
  const assets = entries.filter((entry) => !isText(entry)).map(assetOf);
  const publicFiles = publicTree === undefined ? [] : (await listTree(repository, publicTree)).map(assetOf);
  const sorted = contentOf(name, files, assets, publicFiles);
  return { content: sorted.content, diagnostics: [...diagnostics, ...sorted.diagnostics] };
}

function isSample(path: string): boolean {
  return /(?:^|\/)_samples\//.test(path);
}

/** A picture is not read: a diff does not compare pictures. Its size only keeps the checks of images quiet. */
function assetOf({ path }: Entry): AssetFile {
  const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i.test(path);
  return { path: path.normalize('NFC'), ...(isPicture ? { size: { width: 1, height: 1 } } : {}) };
}

async function listTree(repository: string, tree: string): Promise<readonly Entry[]> {
  const output = await runGit(repository, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree]);
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((line): readonly Entry[] => {
      const match = /^(\d+) (\w+) ([\da-f]+) +(\d+|-|BAD)\t(.+)$/s.exec(line);
      if (match === null || match[2] !== 'blob') return [];
      const path = match[5]!;
      if (path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')) return [];
      if (match[4] === 'BAD') throw lacks(path);
      return [{ path, oid: match[3]!, size: Number(match[4]), isLink: match[1] === '120000' }];
    });
}

/** A repository may lack files: a partial clone fetches them when git needs them, and Stele fetches nothing. */
function lacks(path: string): GitFailed {
  return new GitFailed(
    `The repository lacks the file ${path} of this revision, as a partial clone does.\n` +
      '→ Fetch all files: `git fetch --refetch --no-filter`.',
  );
}

/** Links that stay in the folder are followed, as they are on the disk (format.md 1.1). */
async function followLinks(
  repository: string,
  entries: readonly Entry[],
  diagnostics: Diagnostic[],
): Promise<readonly Entry[]> {
  const links = entries.filter(({ isLink }) => isLink);
  if (links.length === 0) return entries;
  const targets = await readBlobs(repository, links);
  const files = entries.filter(({ isLink }) => !isLink);
  const byPath = new Map(files.map((entry) => [entry.path, entry]));
  const followed = links.flatMap((link): readonly Entry[] => {
    const target = resolveInside(link.path, targets.get(link.oid)?.toString('utf8') ?? '');
    const file = target === undefined ? undefined : byPath.get(target);
    if (file !== undefined) return [{ ...file, path: link.path }];
    const below = files.filter(({ path }) => target !== undefined && path.startsWith(`${target}/`));
    if (below.length === 0) {
      const reason = 'it is a symbolic link that leads out of the content folder, or nowhere';
      diagnostics.push(makeDiagnostic('unreadable-file', { file: link.path }, { reason }));
    }
    return below.map((entry) => ({ ...entry, path: link.path + entry.path.slice(target!.length) }));
  });
  return [...files, ...followed];
}

/** The path that a link leads to; undefined if it leaves the folder. */
function resolveInside(from: string, target: string): string | undefined {
  if (target === '' || target.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function isSmall({ path, size }: Entry, diagnostics: Diagnostic[]): boolean {
  const limit = isSample(path) ? bounds.sampleBytes : bounds.fileBytes;
  if (size <= limit) return true;
  diagnostics.push(makeDiagnostic('file-too-large', { file: path }, { bytes: size, limit }));
  return false;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer | undefined): string | undefined {
  try {
    return bytes && utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The blobs by id, in one call of git. */
async function readBlobs(repository: string, entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
  const ids = [...new Set(entries.map(({ oid }) => oid))];
  if (ids.length === 0) return new Map();
  const output = await runGit(repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [oid = '', type, size] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    // `<oid> missing`
    if (type !== 'blob') throw lacks(entries.find((entry) => entry.oid === oid)?.path ?? oid);
    blobs.set(oid, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
