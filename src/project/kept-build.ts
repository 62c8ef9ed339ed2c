// What a build keeps of a compiled site: the facts about all pages, their texts, the words that samples may link to,
// and what edits have changed since the last build that compiled the whole site. Each is a file of its own, so that a
// build reads only what it needs.

import { deserialize, serialize } from 'node:v8';
import type { SiteFacts } from '../compiler/model/index.ts';
import { type FileState, findCacheFile, readCacheFile, writeCacheFile } from '../disk/index.ts';

/** What edits have changed since the facts were written. */
export interface KeptEdits {
  /** Edited pages, by path from the content folder. */
  readonly edits: ReadonlyMap<string, KeptEdit>;
  /** What the search index is changed from. */
  readonly search: unknown;
}

export interface KeptEdit {
  readonly text: string;
  /** The state of the file with this text. */
  readonly state: FileState;
  /** Where the texts begin that other pages read. */
  readonly readElsewhere: readonly number[];
}

/** What a build needs in any case to compile edits alone. */
export interface KeptFacts extends KeptEdits {
  readonly facts: SiteFacts;
}

/** What is read when an edit needs it. */
export interface KeptParts {
  /** Texts of all pages, by path, without the edits. */
  readonly texts: ReadonlyMap<string, string>;
  /** `SiteAnswers.words` */
  readonly words: ReadonlyMap<string, string>;
}

export interface KeptBuild extends KeptFacts, KeptParts {}

/** Most edited pages that are kept apart from the others. */
export const maxEdits = 100;

/**
 * @param contentFolder absolute path
 * @param key names the build, and everything that it depends on
 * @returns undefined if there is no such build, or its files cannot be read
 */
export async function readKept(contentFolder: string, key: string): Promise<KeptFacts | undefined> {
  const [facts, edits] = await Promise.all([
    readPart<SiteFacts>(contentFolder, key, 'facts'),
    readPart<KeptEdits>(contentFolder, key, 'edits'),
  ]);
  return facts && edits && { facts, ...edits };
}

/** Reads a part of what `writeKept` has written; undefined if it cannot be read. */
export function readKeptPart<Name extends keyof KeptParts>(
  contentFolder: string,
  key: string,
  name: Name,
): Promise<KeptParts[Name] | undefined> {
  return readPart<KeptParts[Name]>(contentFolder, key, name);
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

type Kind = 'facts' | 'edits' | keyof KeptParts;

/**
 * Writes everything, or only what edits have changed.
 * @returns whether it is written. Errors of the disk are ignored
 */
export async function writeKept(contentFolder: string, key: string, kept: KeptBuild | KeptEdits): Promise<boolean> {
  try {
    const { edits, search } = kept;
    const parts: (readonly [Kind, unknown])[] = [['edits', { edits, search }]];
    if ('facts' in kept) for (const kind of ['facts', 'texts', 'words'] as const) parts.push([kind, kept[kind]]);
    for (const [kind, value] of parts) {
      const file = await findCacheFile(contentFolder, kind);
      if (file === undefined) return false;
      await writeCacheFile(file, key, serialize(value));
    }
    return true;
  } catch {
    // A value that cannot be serialized is not kept.
    return false;
  }
}
