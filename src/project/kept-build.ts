// What a build keeps of a compiled site, in three files: the facts about all pages, their texts, and what edits have
// changed in both since the last build that compiled the whole site.

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

export interface KeptBuild extends KeptEdits {
  readonly facts: SiteFacts;
  /** Texts of all pages, by path, without the edits. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Most edited pages that are kept apart from the others. */
export const maxEdits = 100;

/**
 * @param contentFolder absolute path
 * @param key names the build, and everything that it depends on
 */
export async function readKept(contentFolder: string, key: string): Promise<KeptBuild | undefined> {
  try {
    const [facts, texts, edits] = await Promise.all(
      kinds.map(async (kind) => {
        const file = await findCacheFile(contentFolder, kind);
        const body = file && (await readCacheFile(file, key));
        return body && (deserialize(body) as unknown);
      }),
    );
    if (facts === undefined || texts === undefined || edits === undefined) return undefined;
    return { facts: facts as SiteFacts, texts: texts as KeptBuild['texts'], ...(edits as KeptEdits) };
  } catch {
    return undefined;
  }
}

const kinds = ['facts', 'texts', 'edits'] as const;

/**
 * Writes everything, or only what edits have changed.
 * @returns whether it is written. Errors of the disk are ignored
 */
export async function writeKept(contentFolder: string, key: string, kept: KeptBuild | KeptEdits): Promise<boolean> {
  try {
    const { edits, search } = kept;
    const whole =
      'facts' in kept
        ? ([
            ['facts', kept.facts],
            ['texts', kept.texts],
          ] as const)
        : [];
    for (const [kind, value] of [...whole, ['edits', { edits, search }] as const]) {
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
