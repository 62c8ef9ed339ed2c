// What a user names → a resolved reference: a content folder, a git revision, a built site or an exported
// `reference.json`. A side is kept in the cache, so that the next diff does not compile it again.

import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describeProgram, findCacheFile, readCacheFile, writeCacheFile } from '../disk/index.ts';
import { exportReference, referenceVersion, type Reference } from '../outputs/export/index.ts';
import { keyOf, markerFile, NoContent, readPages, type ContentRead } from '../project/index.ts';
import { isReference } from './check-reference.ts';
import { findRevision } from './find-revision.ts';
import { readFolderReference } from './open-site.ts';
import { parseJson } from './parse-json.ts';
import { readRevision } from './read-revision.ts';

/** Thrown if a side cannot be compared. The message is for the user. */
export class SideRefused extends Error {
  override readonly name = 'SideRefused';
}

/** A version of a reference. */
export interface Side {
  /** As the user wrote it. */
  readonly name: string;
  readonly kind: 'folder' | 'revision' | 'site' | 'file';
  /** The commit of a revision. */
  readonly commit?: string | undefined;
  /** Absolute path of a content folder on the disk. */
  readonly folder?: string | undefined;
  readonly reference: Reference;
}

export interface SideOptions {
  /** Absolute path of the content folder that revisions without a path mean. */
  readonly contentFolder: string;
  /** The folder of relative paths. */
  readonly userFolder: string;
  readonly mayCache: boolean;
  /** Whether each revision is kept on its own, since the next run reads all of them again. */
  readonly keepsEach?: boolean | undefined;
}

/**
 * Reads a side. Nothing of it is executed.
 * @throws SideRefused, NoContent, GitFailed, the system's error if a file cannot be read
 */
export async function openSide(name: string, options: SideOptions): Promise<Side> {
  const path = resolve(options.userFolder, name);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { name, kind: 'file', reference: await readReference(path, name) };
  if (found?.isDirectory()) {
    if ((await stat(join(path, markerFile)).catch(() => undefined)) !== undefined) return openSite(path, name);
    return { name, kind: 'folder', folder: path, reference: await openFolder(path, options.mayCache) };
  }
  if (/^\.{0,2}\//.test(name) || name.endsWith('.json'))
    throw new SideRefused(`There is no folder or file ${name}.\n→ Name a folder, a \`reference.json\` or a revision.`);
  return openRevision(name, options);
}

async function openSite(path: string, name: string): Promise<Side> {
  const own = await readFolderReference(path);
  if (own === 'damaged')
    throw new SideRefused(
      `The data of the pages of ${name} is damaged, or another version of Stele has written it.\n` +
        '→ Build the site again, or name its content folder or revision.',
    );
  if (own !== undefined) return { name, kind: 'site', reference: own };
  const file = join(path, 'reference.json');
  if ((await stat(file).catch(() => undefined)) === undefined)
    throw new SideRefused(
      `The built site ${name} has no data of its pages, so its reference is unknown.\n` +
        '→ Build it without `json: false` under `outputs` in site.yaml, put a reference.json of `stele export` ' +
        'into it,\n  or name its content folder or revision.',
    );
  return { name, kind: 'site', reference: await readReference(file, `${name}/reference.json`) };
}

/** Larger files are refused. */
const maxBytes = 512 * 1024 * 1024;

async function readReference(path: string, name: string): Promise<Reference> {
  if ((await stat(path)).size > maxBytes) throw new SideRefused(`${name} is too large to be read.`);
  const data = parseJson(await readFile(path, 'utf8')) as Partial<Reference> | undefined;
  if (data?.format !== 'stele-reference')
    throw new SideRefused(`${name} is not a reference that \`stele export\` has written.`);
  if (data.version !== referenceVersion)
    throw new SideRefused(
      `${name} has version ${String(data.version)} of the export, and this Stele reads version ${referenceVersion}.\n` +
        '→ Export it again with this version of Stele, or name its content folder or revision.',
    );
  if (!isReference(data))
    throw new SideRefused(`${name} is damaged: a part of the export is missing or of another kind.`);
  return data;
}

async function openFolder(folder: string, mayCache: boolean): Promise<Reference> {
  // Code of the folder is never run here, so it need not be refused either.
  const read = await readPages(folder, false);
  const file = mayCache ? await findCacheFile(folder, 'reference') : undefined;
  const key = file === undefined ? '' : keyOf(read, await describeProgram());
  return keepReference(file, key, () => Promise.resolve(read));
}

/**
 * Reads a side that is a git revision, whatever files have its name.
 * @throws NoContent, GitFailed
 */
export async function openRevision(
  name: string,
  { contentFolder, mayCache, keepsEach }: Omit<SideOptions, 'userFolder'>,
): Promise<Side> {
  const revision = await findRevision(name, contentFolder);
  const { repository, commit, tree, publicTree } = revision;
  const cacheFile = (): Promise<string | undefined> =>
    keepsEach ? findCacheFile(contentFolder, 'tag', tree) : findCacheFile(contentFolder, 'revision');
  const file = mayCache ? await cacheFile() : undefined;
  const key = file === undefined ? '' : `${revision.name} ${tree} ${publicTree} ${await describeProgram()}`;
  const reference = await keepReference(
    file,
    key,
    () => readRevision(repository, tree, publicTree, revision.name),
    keepsEach,
  );
  if (reference.pages.length === 0 && reference.diagnostics.length === 0)
    throw new NoContent(`The folder ${revision.path} of ${name} has no pages.`);
  return { name, kind: 'revision', commit, reference };
}

/** The reference from the cache, or compiled and kept. Compressing costs time, and saves space where many are kept. */
async function keepReference(
  file: string | undefined,
  key: string,
  read: () => Promise<ContentRead>,
  isCompressed = false,
): Promise<Reference> {
  const body = file === undefined ? undefined : await readCacheFile(file, key);
  if (body !== undefined) return JSON.parse((isCompressed ? gunzipSync(body) : body).toString('utf8')) as Reference;
  const { content, diagnostics: found } = await read();
  const { compileContent } = await import('../compiler/index.ts');
  const { resolved, diagnostics } = compileContent(content, found);
  const reference = exportReference(resolved, diagnostics);
  const text = JSON.stringify(reference);
  if (file !== undefined) await writeCacheFile(file, key, isCompressed ? gzipSync(text, { level: 1 }) : text);
  return reference;
}
