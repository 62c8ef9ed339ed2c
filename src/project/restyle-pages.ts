// Pages of the last site, of which only the style sheet has another name → the same pages with the new name. The name
// changes with the content of the style sheet, so that browsers may keep it for ever.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const styleSheet = /^_stele\/site\.[^/]+\.css$/;

/** What changes with a style sheet. */
export interface RestyledPages {
  /** The pages that were written, by path from the top of the site. */
  readonly pages: readonly string[];
  /** Files of the last site that are no longer needed. */
  readonly removed: readonly string[];
}

/**
 * Writes pages with the name of the new style sheet.
 * @param place folder of the last site
 * @param before the files of the last site
 * @param folder folder of the new site, with its style sheet; pages that are in it are left as they are
 * @param made the files of the new site so far
 * @param isPage whether a file of the last site is a page that Stele has drawn
 * @returns undefined if a page has the name of the last style sheet in another place: it then has to be drawn
 * @throws the system's error
 */
export function restylePages(
  place: string,
  before: readonly string[],
  folder: string,
  made: readonly string[],
  isPage: (path: string) => boolean,
): RestyledPages | undefined {
  const [old, ...others] = before.filter((path) => styleSheet.test(path));
  const [now, ...more] = made.filter((path) => styleSheet.test(path));
  if (old === undefined || now === undefined || others.length + more.length > 0) return undefined;
  if (old === now) return { pages: [], removed: [] };
  const pages: string[] = [];
  for (const path of before) {
    if (!isPage(path) || existsSync(join(folder, path))) continue;
    const html = readFileSync(join(place, path), 'utf8');
    const parts = html.split(old);
    if (parts.length === 1) continue;
    const [start = '', end = '', ...rest] = parts;
    if (rest.length > 0 || !/<link rel="stylesheet" href="[^"<>]*$/.test(start.slice(-200)) || !end.startsWith('">'))
      return undefined;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), start + now + end, { flag: 'wx' });
    pages.push(path);
  }
  return { pages, removed: [old] };
}
