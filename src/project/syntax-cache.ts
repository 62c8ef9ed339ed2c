// What grammars made of samples, kept by the samples' content: after an edit only what changed is parsed. A cache that
// cannot be read, is damaged or was made by another program is as good as none.

import { createHash } from 'node:crypto';
import type { SampleParser, SampleSyntax } from '../compiler/model/index.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';

export interface CachedParser {
  readonly parser: SampleParser;
  /** Stores what was asked for, and nothing else: the cache does not grow with what is gone. */
  keep(): Promise<void>;
}

/**
 * A parser that asks `parser` only for what the cache does not have.
 * @param file absent where nothing is to be kept
 * @param program what results depend on beside the samples
 */
export async function cacheSyntaxes(
  parser: SampleParser,
  file: string | undefined,
  program: string,
): Promise<CachedParser> {
  if (file === undefined) return { parser, keep: () => Promise.resolve() };
  const known = await readSyntaxes(file, program);
  const used = new Map<string, SampleSyntax>();
  let isChanged = false;
  return {
    parser: {
      canParse: (extension) => parser.canParse(extension),
      async parse(text, extension) {
        const key = hashOf(`${extension}\n${text}`);
        let syntax = known.get(key);
        if (syntax === undefined) {
          syntax = await parser.parse(text, extension);
          isChanged = true;
        }
        used.set(key, syntax);
        return syntax;
      },
    },
    async keep() {
      if (!isChanged && used.size === known.size) return;
      await writeCacheFile(file, program, JSON.stringify([...used]));
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
