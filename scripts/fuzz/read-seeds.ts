// Folders of content on disk → the texts that inputs are made from, in one order on every machine.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fetchCorpus } from '../corpus/fetch-corpus.ts';

/** A real file. */
export interface Seed {
  /** Its source, for reports: `test/fixtures/findings/x/content/a.mdx`. */
  readonly origin: string;
  /** Name that decides how the compiler reads it: `a.mdx`, `site.yaml`, `_navigation.mdx`, `_samples/a.js`. */
  readonly name: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');

/** Every file of the fixtures and of this site that the compiler reads. */
export function readOwnSeeds(): readonly Seed[] {
  return [...readSeeds(join(root, 'test/fixtures/findings')), ...readSeeds(join(root, 'content'))];
}

/** The pages of the public corpus; none if it is neither cached nor reachable. */
export async function readCorpusSeeds(): Promise<readonly Seed[]> {
  const folder = await fetchCorpus((reason) => console.error(reason));
  return folder === undefined ? [] : readSeeds(folder);
}

function readSeeds(folder: string): readonly Seed[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => nameOf(path) !== undefined)
    .sort()
    .map((path) => ({
      origin: relative(root, path).replaceAll('\\', '/'),
      name: nameOf(path)!,
      text: readFileSync(path, 'utf8'),
    }));
}

function nameOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.includes('/_samples/')) return `_samples/${name}`;
  return /\.mdx?$/.test(name) || name === 'site.yaml' ? name : undefined;
}
