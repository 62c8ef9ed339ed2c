// A finished site for one base path → the same site for another one. All pages but one have relative addresses: only
// the 404 page, the marker and files for hosts name the base path. The result has the bytes of a build with the new
// base path.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isServerFile, serverFiles } from '../compiler/source/index.ts';
import { isAbsent, writeWhole } from '../disk/index.ts';
import { readMarker, rewriteBase } from './site-marker.ts';

/** Thrown if a folder cannot get another base path; the message gives the reason. */
export class RebaseRefused extends Error {}

/** How a site was changed. `hasOwnPage` is true if its 404 page is a file of `public`, which stays as it is. */
export interface Rebased {
  readonly from: string;
  readonly hasOwnPage: boolean;
}

const missingPage = '404.html';

/**
 * Changes the base path of a site in its folder.
 * @param base with `/` at both ends
 * @throws RebaseRefused if the folder is no site of this version's form; the system's error
 */
export async function rebaseSite(folder: string, base: string): Promise<Rebased> {
  const from = (await readMarker(folder))?.base;
  if (from === undefined)
    throw new RebaseRefused(`${folder} is not a site that Stele built, or an old version built it.`);
  const file = join(folder, missingPage);
  const html = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  const rebased = html === undefined ? undefined : rebasePage(html, from, base);
  if (rebased !== undefined && rebased !== html) await writeWhole(file, rebased);
  for (const name of serverFiles) await rebaseText(join(folder, name), from, base);
  if (from !== base) await rewriteBase(folder, base);
  return { from, hasOwnPage: html !== undefined && rebased === undefined };
}

/** Changes the paths of a file for a host, if Stele wrote it. A path begins after a space, a quote or a `^`. */
async function rebaseText(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return '';
    throw error;
  });
  if (!isServerFile(text)) return;
  const paths = new RegExp(`(?<=^|[\\s"^])${from.replace(/[.~]/g, '\\$&')}`, 'gm');
  const rebased = text.replace(paths, () => to);
  if (rebased !== text) await writeWhole(file, rebased);
}

/** A script with its text, or the opening tag of another element. Stele writes all values in double quotes. */
const tags = /<script\b(?:"[^"]*"|[^">])*>[\s\S]*?<\/script>|<[a-z](?:"[^"]*"|[^">])*>/gi;

/** Attributes of Stele's 404 page that contain addresses. */
const addresses =
  /(\s(?:href|src|data-(?:root|routes|search|search-style|show-page|open-branches))=")((?:[^"])*)(?=")/g;

/**
 * Changes the base path of Stele's 404 page.
 * @returns undefined if the page is not Stele's for the base path `from`
 */
export function rebasePage(html: string, from: string, to: string): string | undefined {
  if (/^<!doctype html><html [^>]*data-root="([^"]*)"/i.exec(html)?.[1] !== from) return undefined;
  return html.replace(tags, (tag) => {
    const end = /^<script/i.test(tag) ? tag.indexOf('>') : tag.length;
    const opening = tag.slice(0, end).replace(addresses, (attribute, start: string, value: string) => {
      const isOfSite = value.startsWith(from) && !value.startsWith('//');
      return isOfSite ? start + to + value.slice(from.length) : attribute;
    });
    return opening + tag.slice(end);
  });
}
