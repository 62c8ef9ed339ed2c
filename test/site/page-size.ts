// Measures the pages of objects on a generated site.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { languageIds } from '../../scripts/bench/language-forms.ts';
import type { GeneratedSite } from '../../scripts/bench/write-site.ts';
import { countElements } from '../../src/project/measure-site.ts';

/** The largest number of elements in the HTML of an object's page, including those for browsers without scripts. */
export const mostElements = 900;
/** The largest number of bytes of the HTML of an object's page, compressed by gzip. */
export const maxBytes = 9000;

/** The sizes of the largest pages of objects of a built site, in all languages. */
export function measureObjects(
  folder: string,
  { entities }: GeneratedSite,
): { readonly elements: number; readonly bytes: number } {
  const objects = entities.filter(({ kind }) => kind === 'object');
  const files = objects.flatMap(({ route }) =>
    ['', ...languageIds].map((tree) => join(folder, tree, route, 'index.html')),
  );
  const pages = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  if (pages.length !== files.length) throw new Error('pages are missing');
  return {
    elements: Math.max(...pages.map(countElements)),
    bytes: Math.max(...pages.map((html) => gzipSync(html).length)),
  };
}
