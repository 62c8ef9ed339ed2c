// The public corpus for the tests of this folder, fetched once into the cache (scripts/corpus/fetch-corpus.ts). If it
// is not cached and the registry is not reachable, the tests are skipped with a message.

import { beforeEach } from 'vitest';
import { fetchCorpus } from '../../scripts/corpus/fetch-corpus.ts';

/** The corpus' content folder. Without it, the tests of the calling file are skipped. */
export async function openCorpus(): Promise<string> {
  const folder = await fetchCorpus((reason) => console.warn(reason));
  beforeEach((context) => context.skip(folder === undefined, 'the registry is not reachable'));
  return folder ?? '';
}
