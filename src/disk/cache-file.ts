// Reads and writes a cache. All caches have one format: a line with the format's name, the versions of Stele and Node
// that wrote it, the name of the file, a hash of the key and a hash of all; then the body. The key contains everything
// that the body depends on, above all the program (`describe-program.ts`). Reading returns a complete cache or nothing,
// and writing never fails, so an error of the disk only costs time.

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { findCacheFolder, projectOf } from './cache-folder.ts';
import { writerVersion } from './describe-program.ts';
import { isAbsent } from './disk-error.ts';
import { draftOf, isLeftDraft, writerOf } from './drafts.ts';
import { noteIgnored } from './ignored-caches.ts';
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
  const found = await readOwnFile(file, (handle) => handle.readFile());
  if (found === undefined) return undefined;
  const end = found.indexOf('\n');
  const head = readHead(file, found.subarray(0, Math.max(0, end)));
  const body = found.subarray(end + 1);
  if (head === undefined) return undefined;
  if (hashOf(head.text, [body]) !== head.hashOfAll) return noteIgnored(file, 'damaged');
  return isHeadOf(file, key, head) ? body : undefined;
}

/** A part of the body of a cache: where it begins, its length in bytes, and the hash of its bytes. */
export interface CachePart {
  readonly start: number;
  readonly length: number;
  readonly hash: string;
}

/** The places of parts in the body of a cache that consists of them: `readCacheParts` reads single ones. */
export function placeParts(parts: readonly BodyPart[]): readonly CachePart[] {
  let start = 0;
  return parts.map((part): CachePart => {
    const length = bytesOf(part);
    start += length;
    return { start: start - length, length, hash: hashOf('', [part]) };
  });
}

/**
 * Reads parts of the body of a cache, without the others.
 * @param parts as `placeParts` returned them for this key. The caller has read them from a complete cache
 * @returns undefined as for `readCacheFile`, and if a part is not what was written
 */
export async function readCacheParts(
  file: string,
  key: string,
  parts: readonly CachePart[],
): Promise<readonly Buffer[] | undefined> {
  const bytes = await readOwnFile(file, async (handle) => {
    const read = async (start: number, length: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    const first = await read(0, maxHead);
    const end = first.indexOf('\n');
    const found: Buffer[] = [];
    for (const { start, length } of parts) found.push(await read(end + 1 + start, length));
    return { head: first.subarray(0, Math.max(0, end)), found };
  });
  const head = bytes && readHead(file, bytes.head);
  if (head === undefined || !isHeadOf(file, key, head)) return undefined;
  const isWhole = parts.every(({ hash }, i) => hashOf('', [bytes!.found[i]!]) === hash);
  return isWhole ? bytes!.found : noteIgnored(file, 'damaged');
}

interface Head {
  /** Everything before `hashOfAll`. */
  readonly text: string;
  readonly version: string;
  readonly name: string;
  readonly hashOfKey: string;
  readonly hashOfAll: string;
}

/** Longer than each first line: a name of a file has at most 255 bytes. */
const maxHead = 1024;

function readHead(file: string, line: Buffer): Head | undefined {
  const [format, version = '', name = '', hashOfKey = '', hashOfAll = ''] = line.toString('latin1').split(' ');
  if (format !== formatName) return noteIgnored(file, format?.startsWith('stele-cache-') ? 'version' : 'damaged');
  return { text: [format, version, name, hashOfKey].join(' '), version, name, hashOfKey, hashOfAll };
}

function isHeadOf(file: string, key: string, { version, name, hashOfKey }: Head): boolean {
  if (name !== basename(file)) noteIgnored(file, 'moved');
  // Results for other content or options are no reason for a note: the next write replaces them.
  else if (hashOfKey !== hashOf(key) && version !== writerVersion) noteIgnored(file, 'version');
  else return hashOfKey === hashOf(key);
  return false;
}

const formatName = 'stele-cache-2';

function headOf(file: string, key: string, body: readonly BodyPart[]): string {
  const head = [formatName, writerVersion, basename(file), hashOf(key)].join(' ');
  return `${head} ${hashOf(head, body)}`;
}

function hashOf(text: string, body: readonly BodyPart[] = []): string {
  const hash = createHash('sha256').update(text);
  for (const part of body) hash.update(part);
  return hash.digest('base64url');
}

/** Reads a regular file of this user; undefined for everything else. */
async function readOwnFile<T>(file: string, read: (handle: FileHandle) => Promise<T>): Promise<T | undefined> {
  try {
    // Opening a socket fails, and opening a device may have side effects.
    if (!(await lstat(file)).isFile()) return noteIgnored(file, 'kind');
    const handle = await open(file, flags);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return noteIgnored(file, 'kind');
      if (process.getuid !== undefined && found.uid !== process.getuid()) return noteIgnored(file, 'owner');
      if (found.size > maxBytes) return noteIgnored(file, 'size');
      return await read(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return isAbsent(error) ? undefined : noteIgnored(file, 'unreadable');
  }
}

/** A part of the body of a cache: a text, which is written in UTF-8, or bytes. */
type BodyPart = string | Uint8Array;

/** The body of a cache, in one or several parts. Texts are encoded part by part, so that they need no second copy. */
export type CacheBody = BodyPart | readonly BodyPart[];

/** Number of bytes of a part in the file. */
function bytesOf(part: BodyPart): number {
  return typeof part === 'string' ? Buffer.byteLength(part) : part.length;
}

/**
 * Writes a cache, complete or not at all, even if the process is killed, and removes old files beside it. Ignores
 * errors of the disk.
 */
export async function writeCacheFile(file: string, key: string, body: CacheBody): Promise<void> {
  await putCacheFile(file, key, body);
  await sweep(dirname(file));
}

/** Writes a cache like `writeCacheFile`, and leaves the files beside it. */
export async function putCacheFile(file: string, key: string, body: CacheBody): Promise<void> {
  const parts = typeof body === 'string' || body instanceof Uint8Array ? [body] : body;
  const head = `${headOf(file, key, parts)}\n`;
  if (parts.reduce((sum, part) => sum + bytesOf(part), head.length) > maxBytes) return;
  const draft = draftOf(file);
  removeAtEnd(draft);
  try {
    await makeFolder(dirname(file));
    // The parts are not joined: together they may take much memory.
    await writeFile(draft, inChunks([head, ...parts]), { flag: 'wx' });
    await move(draft, file);
  } catch {
    // Without the cache, the next run computes everything again.
    await removeSurely(draft).catch(() => undefined);
  }
  keep(draft);
}

/** Bytes that are written at once, if they are in several parts. */
const chunkSize = 1024 * 1024;

function* inChunks(parts: readonly BodyPart[]): Generator<Uint8Array> {
  let open: Uint8Array[] = [];
  let size = 0;
  for (const each of parts) {
    const part = typeof each === 'string' ? Buffer.from(each) : each;
    if (size > 0 && size + part.length > chunkSize) {
      yield joined(open);
      open = [];
      size = 0;
    }
    open.push(part);
    size += part.length;
  }
  yield joined(open);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
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
