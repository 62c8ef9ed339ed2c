// The public corpus for the tests of this folder: fetched once into the cache (scripts/corpus/fetch-corpus.ts). Where
// it is not cached and the registry is not reachable, the tests are skipped and the output says so.

import { beforeEach } from 'vitest';
import { fetchCorpus } from '../../scripts/corpus/fetch-corpus.ts';

/** The corpus' content folder. Skips the tests of the file that calls it where there is none. */
export async function openCorpus(): Promise<string> {
  const folder = await fetchCorpus((reason) => console.warn(reason));
  beforeEach((context) => context.skip(folder === undefined, 'the registry is not reachable'));
  return folder ?? '';
}
