// A built site → the sizes of its pages: compressed bytes, elements, and characters of Markdown.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { partsAfter } from '../compiler/text/index.ts';
import { findIn } from './site-files.ts';

/** One page's sizes. */
export interface PageSize {
  /** Address from the site's top: `/js/reference/errors/`. */
  readonly address: string;
  /** Bytes of the document, compressed by gzip. */
  readonly bytes: number;
  /** Number of elements. */
  readonly elements: number;
}

const compress = promisify(gzip);

/**
 * Measures the pages of a built site, which lie in one of several folders. `paths` are the pages' folders below its
 * top, each with a `/` at its end, or `''`.
 */
export async function measurePages(folders: readonly string[], paths: readonly string[]): Promise<readonly PageSize[]> {
  const sizes: PageSize[] = [];
  for (const path of paths) {
    const html = await readFile(findIn(folders, join(path, 'index.html')));
    const { length: bytes } = await compress(html);
    sizes.push({ address: `/${path}`, bytes, elements: countElements(html.toString('utf8')) });
  }
  return sizes;
}

/** The length of a page's Markdown, or of its longest part. */
export interface TwinSize {
  /** Address of the page from the site's top. */
  readonly address: string;
  readonly characters: number;
}

/**
 * Measures the Markdown of the pages of a built site. Pages without Markdown are left out.
 * @param paths as those of `measurePages`
 */
export async function measureTwins(folders: readonly string[], paths: readonly string[]): Promise<readonly TwinSize[]> {
  const sizes: TwinSize[] = [];
  for (const path of paths) {
    const read = (name: string): Promise<string> => readFile(findIn(folders, name), 'utf8');
    const twin = [`${path.slice(0, -1)}.md`, `${path}index.md`].find((name) => existsSync(findIn(folders, name)));
    if (twin === undefined) continue;
    const first = await read(twin);
    let characters = first.length;
    for (const part of partsAfter(twin, first).filter((each) => existsSync(findIn(folders, each))))
      characters = Math.max(characters, (await read(part)).length);
    sizes.push({ address: `/${path}`, characters });
  }
  return sizes;
}

/** Matches comments, scripts and styles with their contents, and opening tags; a `>` in quotes does not end a tag. */
const tag = /<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>|<[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g;

/** Counts the elements of a document that writes every opening tag, as Stele's documents do. */
export function countElements(html: string): number {
  let count = 0;
  for (const [written] of html.matchAll(tag)) if (!written.startsWith('<!--')) count++;
  return count;
}
