// Caches the syntax of samples by their content: after an edit only changed samples are parsed. A cache that cannot be
// read, is damaged or was written by another version is ignored.

import { createHash } from 'node:crypto';
import type { SampleParser, SampleSyntax } from '../compiler/model/index.ts';
import { readCacheFile, writeCacheFile } from '../disk/index.ts';

/** A parser with a cache. */
export interface CachedParser {
  readonly parser: SampleParser;
  /** Drops the syntaxes that were not used since the last call: the cache stays small. Call it after a check. */
  dropUnused(): void;
  /** Stores the syntaxes if they have changed. */
  keep(): Promise<void>;
}

/**
 * A parser that uses `parser` only for samples that are not in the cache.
 * @param file the cache; absent if there is none
 * @param program description of the program, on which results also depend
 */
export async function cacheSyntaxes(
  parser: SampleParser,
  file: string | undefined,
  program: string,
): Promise<CachedParser> {
  if (file === undefined) return { parser, dropUnused: () => {}, keep: () => Promise.resolve() };
  let known = await readSyntaxes(file, program);
  let used = new Map<string, SampleSyntax>();
  let isChanged = false;
  return {
    parser: {
      canParse: (extension, length) => parser.canParse(extension, length),
      async parse(text, extension) {
        const key = hashOf(`${extension}\n${text}`);
        let syntax = known.get(key) ?? used.get(key);
        if (syntax === undefined) {
          syntax = await parser.parse(text, extension);
          isChanged = true;
        }
        used.set(key, syntax);
        return syntax;
      },
    },
    dropUnused() {
      isChanged ||= used.size !== known.size;
      known = used;
      used = new Map();
    },
    async keep() {
      if (!isChanged) return;
      isChanged = false;
      await writeCacheFile(file, program, JSON.stringify([...known]));
    },
  };
}

async function readSyntaxes(file: string, program: string): Promise<ReadonlyMap<string, SampleSyntax>> {
  try {
    const body = await readCacheFile(file, program);
    return new Map(body && (JSON.parse(body.toString('utf8')) as [string, SampleSyntax][]));
  } catch {
    return new Map();
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
