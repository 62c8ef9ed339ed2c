// Pages of the last site, of which only the style sheet has another name → the same pages with the new name. The name
// changes with the content of the style sheet, so that browsers may keep it for ever.

import type { ReplacedPages } from './replaced-pages.ts';

const styleSheet = /^_stele\/site\.[^/]+\.css$/;
const linkBefore = /<link rel="stylesheet" href="[^"<>]*$/;
const linkAfter = '">';
/** Most bytes between the beginning of a link and the name. */
const linkLength = 200;

/**
 * Writes pages with the name of the new style sheet.
 * @param pages takes the pages
 * @param before the files of the last site
 * @param made the files of the new site so far; pages that are among them are left as they are
 * @param isPage whether a file of the last site is a page that Stele has drawn
 * @returns files of the last site that are no longer needed; undefined if a page has the name of the last style sheet
 * in another place: it then has to be drawn
 * @throws the system's error
 */
export function restylePages(
  pages: ReplacedPages,
  before: readonly string[],
  made: readonly string[],
  isPage: (path: string) => boolean,
): readonly string[] | undefined {
  const [old, ...others] = before.filter((path) => styleSheet.test(path));
  const [now, ...more] = made.filter((path) => styleSheet.test(path));
  if (old === undefined || now === undefined || others.length + more.length > 0) return undefined;
  if (old === now) return [];
  const [from, to] = [Buffer.from(old), Buffer.from(now)];
  const isInLink = (page: Buffer, at: number): boolean =>
    linkBefore.test(page.toString('latin1', Math.max(0, at - linkLength), at)) &&
    page.toString('latin1', at + from.length, at + from.length + linkAfter.length) === linkAfter;
  const fresh = new Set(made);
  for (const path of before) {
    if (!isPage(path) || fresh.has(path)) continue;
    if (pages.replaceInPlace(path, from, to, isInLink) === 'unclear') return undefined;
  }
  return [old];
}
