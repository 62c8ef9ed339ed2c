// What a build keeps of a compiled site: the facts about all pages, their texts, and what edits have changed since the
// last build that compiled the whole site. Each is a file of its own, so that a build reads only what it needs.

import { deserialize, serialize } from 'node:v8';
import type { PageFacts, SiteFacts } from '../compiler/model/index.ts';
import {
  findCacheFile,
  placeParts,
  readCacheFile,
  readCacheParts,
  writeCacheFile,
  type CacheBody,
  type CachePart,
  type FileState,
} from '../disk/index.ts';

/** What edits have changed since the facts were written. */
export interface KeptEdits {
  /** Edited files, by path from the content folder. */
  readonly edits: ReadonlyMap<string, KeptEdit>;
  /** What the search index is changed from. */
  readonly search: unknown;
}

export interface KeptEdit {
  readonly text: string;
  /** The state of the file with this text. */
  readonly state: FileState;
  /** The facts of an edited page. */
  readonly page?: PageFacts | undefined;
}

/** What a build needs in any case to compile edits alone. */
export interface KeptFacts extends KeptEdits {
  readonly facts: SiteFacts;
  /** Where the texts are in the file of texts, by path, without the edits. */
  readonly places: ReadonlyMap<string, CachePart>;
}

export interface KeptBuild extends KeptEdits {
  readonly packed: PackedFacts;
}

/** The facts about a site as bytes for their file, and the texts of all its pages. */
export interface PackedFacts {
  readonly facts: Uint8Array;
  readonly texts: readonly string[];
}

/**
 * Packs facts.
 * @param texts of all pages, by path
 */
export function packFacts(facts: SiteFacts, texts: ReadonlyMap<string, string>): PackedFacts {
  const all = [...texts.values()];
  const parts = placeParts(all);
  const places = new Map([...texts.keys()].map((path, i) => [path, parts[i]!]));
  // The texts are in memory anyway: their bytes are made when they are written.
  return { facts: serialize({ facts, places } satisfies Pick<KeptFacts, 'facts' | 'places'>), texts: all };
}

/** Most edited pages that are kept apart from the others. */
export const maxEdits = 100;

/**
 * @param contentFolder absolute path
 * @param key names the build, and everything that it depends on
 * @returns undefined if there is no such build, or its files cannot be read
 */
export async function readKept(contentFolder: string, key: string): Promise<KeptFacts | undefined> {
  const [site, edits] = await Promise.all([
    readPart<Pick<KeptFacts, 'facts' | 'places'>>(contentFolder, key, 'facts'),
    readPart<KeptEdits>(contentFolder, key, 'edits'),
  ]);
  return site && edits && { ...site, ...edits };
}

/**
 * Reads single texts.
 * @param places of the texts to read
 * @returns the texts by path; undefined if one cannot be read
 */
export async function readKeptTexts(
  contentFolder: string,
  key: string,
  places: KeptFacts['places'],
): Promise<ReadonlyMap<string, string> | undefined> {
  const file = await findCacheFile(contentFolder, 'texts');
  const texts = file === undefined ? undefined : await readCacheParts(file, key, [...places.values()]);
  return texts && new Map([...places.keys()].map((path, i) => [path, texts[i]!.toString('utf8')]));
}

async function readPart<T>(contentFolder: string, key: string, kind: Kind): Promise<T | undefined> {
  try {
    const file = await findCacheFile(contentFolder, kind);
    const body = file === undefined ? undefined : await readCacheFile(file, key);
    return body && (deserialize(body) as T);
  } catch {
    return undefined;
  }
}

type Kind = 'facts' | 'edits';

/**
 * Writes everything, or only what edits have changed.
 * @returns whether it is written. Errors of the disk are ignored
 */
export async function writeKept(contentFolder: string, key: string, kept: KeptBuild | KeptEdits): Promise<boolean> {
  const write = async (kind: Kind | 'texts', body: CacheBody): Promise<boolean> => {
    const file = await findCacheFile(contentFolder, kind);
    if (file !== undefined) await writeCacheFile(file, key, body);
    return file !== undefined;
  };
  try {
    const { edits, search } = kept;
    if (!(await write('edits', serialize({ edits, search } satisfies KeptEdits)))) return false;
    if (!('packed' in kept)) return true;
    const { packed } = kept;
    await write('texts', packed.texts);
    return await write('facts', packed.facts);
  } catch {
    // A value that cannot be serialized is not kept.
    return false;
  }
}
