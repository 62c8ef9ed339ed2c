// A built page and its Markdown twin → the first difference between them.

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { joinParts, partsAfter } from '../../../src/compiler/text/index.ts';
import { parseHtml } from '../html.ts';
import { joinValues } from './block-lines.ts';
import { pageBlocks } from './page-blocks.ts';
import { splitTwin, twinBlocks } from './twin-blocks.ts';

/** How a page and its twin differ. */
export interface TwinDifference {
  readonly path: string;
  readonly page: readonly string[];
  readonly twin: readonly string[];
}

/**
 * Compares a page with its twin, block by block in order.
 * @param path folder of the page below the site's top, with `/` at its end
 * @returns the blocks around the first difference; undefined if there is none
 */
export function compareTwin(folder: string, path: string, oneOf = 'One of'): TwinDifference | undefined {
  const file = twinFileOf(folder, path);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const { body } = splitTwin(joinParts(read(file), partsAfter(file, read(file)).map(read)));
  const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
  const fromPage = pageBlocks(parseHtml(html, { scripts: false }), (href) =>
    targetOf(folder, `${path}index.html`, href, true),
  );
  const fromTwin = twinBlocks(body, (href) => targetOf(folder, file, href, false));
  // Every twin begins with a link to the list of all pages, which pages have above their header.
  const isIndex = (block: string): boolean => /^p \[.*\]\(.*llms\.txt\)$/.test(block);
  const [page, twin] = [
    joinValues(fromPage, oneOf),
    joinValues(
      fromTwin.filter((block) => !isIndex(block)),
      oneOf,
    ),
  ];
  const at = page.findIndex((block, i) => block !== twin[i]);
  if (at < 0 && page.length === twin.length) return undefined;
  const from = Math.max(0, (at < 0 ? page.length : at) - 1);
  return { path, page: page.slice(from, from + 3), twin: twin.slice(from, from + 3) };
}

/** The twin of a page: beside its folder, or in it at the top of a tree. */
export function twinFileOf(folder: string, path: string): string {
  const beside = `${path.slice(0, -1)}.md`;
  return path !== '' && existsSync(join(folder, beside)) ? beside : `${path}index.md`;
}

/** An address as an address elsewhere, a hash, or a path of the site; the path of a page becomes that of its twin. */
function targetOf(folder: string, from: string, href: string, isPage: boolean): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return new URL(href).href;
  if (href.startsWith('#')) return href;
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(href)!;
  const joined = posix.join(posix.dirname(from), decodeURI(path!));
  const target = joined === './' || joined === '.' ? '' : joined;
  return (isPage && (target === '' || target.endsWith('/')) ? twinFileOf(folder, target) : target) + rest;
}
