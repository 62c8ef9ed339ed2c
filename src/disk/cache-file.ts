// Reads and writes a cache. All caches have one format: a line with the format's name, the versions of Stele and Node
// that wrote it, the name of the file, a hash of the key and a hash of all; then the body. The key contains everything
// that the body depends on, above all the program (`describe-program.ts`). Reading returns a complete cache or nothing,
// and writing never fails, so an error of the disk only costs time.

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { findCacheFolder, projectOf } from './cache-folder.ts';
import { writerVersion } from './describe-program.ts';
import { isAbsent } from './disk-error.ts';
import { draftOf, isLeftDraft, writerOf } from './drafts.ts';
import { noteIgnored, type IgnoredReason } from './ignored-caches.ts';
import { makeFolder } from './make-folder.ts';
import { move } from './move.ts';
import { keep, removeAtEnd, removeSurely } from './leftovers.ts';

/** Kinds of caches that are made again when they are missing. */
export const cacheKinds = [
  'build',
  'check',
  'colours',
  'edits',
  'facts',
  'pages',
  'pictures',
  'reference',
  'report',
  'revision',
  'samples',
  'start',
  'tag',
  'templates',
  'texts',
  'words',
] as const;

/** A kind of cache. Renames are not made again: `stele rename --undo` needs them. */
export type CacheKind = (typeof cacheKinds)[number] | 'renames';

/**
 * A cache of a content folder: `<kind>-….json` in its cache folder; undefined if there is no cache folder. The name
 * does not depend on the place of a project, so that the cache of another checkout can be restored.
 * @param one distinguishes several caches of a kind
 */
export async function findCacheFile(contentFolder: string, kind: CacheKind, one = ''): Promise<string | undefined> {
  const folder = await findCacheFolder(contentFolder);
  if (folder === undefined) return undefined;
  const project = projectOf(folder);
  const name = project === undefined ? contentFolder : relative(project, contentFolder).split(sep).join('/');
  return join(
    folder,
    `${kind}-${createHash('sha256')
      .update(one === '' ? name : `${name}\0${one}`)
      .digest('hex')
      .slice(0, 16)}.json`,
  );
}

/** Larger files are not read: Stele did not write them, or they cost too much memory. */
const maxBytes = 256 * 1024 * 1024;

/** Opening does not wait for a pipe and does not follow a link. Windows has neither flag. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * The body of a complete cache with this key that belongs to this user.
 * @returns undefined if there is none. If there is a file that cannot be trusted, it is noted (`noteIgnored`)
 */
export async function readCacheFile(file: string, key: string): Promise<Buffer | undefined> {
  const found = await readOwnFile(file);
  if (found === undefined) return undefined;
  const end = found.indexOf('\n');
  const [format, version, name, hashOfKey, hashOfAll] = found
    .subarray(0, Math.max(0, end))
    .toString('latin1')
    .split(' ');
  const body = found.subarray(end + 1);
  const ignore = (reason: IgnoredReason): undefined => noteIgnored(file, reason);
  if (format !== formatName) return ignore(format?.startsWith('stele-cache-') ? 'version' : 'damaged');
  const head = [formatName, version, name, hashOfKey].join(' ');
  if (hashOf(head, body) !== hashOfAll) return ignore('damaged');
  if (name !== basename(file)) return ignore('moved');
  if (hashOfKey === hashOf(key)) return body;
  // Results for other content or options are no reason for a note: the next write replaces them.
  return version === writerVersion ? undefined : ignore('version');
}

const formatName = 'stele-cache-2';

function headOf(file: string, key: string, body: Uint8Array): string {
  const head = [formatName, writerVersion, basename(file), hashOf(key)].join(' ');
  return `${head} ${hashOf(head, body)}`;
}

function hashOf(text: string, body: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(text).update(body).digest('base64url');
}

/** The bytes of a regular file of this user; undefined for everything else. */
async function readOwnFile(file: string): Promise<Buffer | undefined> {
  try {
    // Opening a socket fails, and opening a device may have side effects.
    if (!(await lstat(file)).isFile()) return noteIgnored(file, 'kind');
    const handle = await open(file, flags);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return noteIgnored(file, 'kind');
      if (process.getuid !== undefined && found.uid !== process.getuid()) return noteIgnored(file, 'owner');
      if (found.size > maxBytes) return noteIgnored(file, 'size');
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return isAbsent(error) ? undefined : noteIgnored(file, 'unreadable');
  }
}

/**
 * Writes a cache, complete or not at all, even if the process is killed, and removes old files beside it. Ignores
 * errors of the disk.
 */
export async function writeCacheFile(file: string, key: string, body: string | Uint8Array): Promise<void> {
  await putCacheFile(file, key, body);
  await sweep(dirname(file));
}

/** Writes a cache like `writeCacheFile`, and leaves the files beside it. */
export async function putCacheFile(file: string, key: string, body: string | Uint8Array): Promise<void> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const data = Buffer.concat([Buffer.from(`${headOf(file, key, bytes)}\n`), bytes]);
  if (data.length > maxBytes) return;
  const draft = draftOf(file);
  removeAtEnd(draft);
  try {
    await makeFolder(dirname(file));
    await writeFile(draft, data, { flag: 'wx' });
    await move(draft, file);
  } catch {
    // Without the cache, the next run computes everything again.
    await removeSurely(draft).catch(() => undefined);
  }
  keep(draft);
}

const ninetyDays = 90 * 24 * 3_600_000;
const swept = new Set<string>();

/** Removes drafts of killed processes and old caches, once per process and folder. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    const isOld = writerOf(name) === undefined && Date.now() - found.mtimeMs > ninetyDays;
    if (isOld || isLeftDraft(name)) await removeSurely(file).catch(() => undefined);
  }
}
