// Writes the files with headers and redirects of the hosts that a site names. The Content-Security-Policy names the
// scripts inside pages by their hashes, which are taken from the built home page: no page has others.

import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteData } from '../compiler/model/index.ts';
import { findIn } from './site-files.ts';
import { writeHostFiles } from './write-host-files.ts';

/**
 * @param out folder of the site
 * @param last folder of the last site, if the new one keeps pages in it
 * @throws the system's error if a file cannot be read or written
 */
export async function writeServerFiles(
  data: SiteData,
  out: string,
  base: string,
  last: string | undefined,
): Promise<void> {
  if (data.viewServerFiles(base, []).length === 0) return;
  const home = findIn(last === undefined ? [out] : [out, last], 'index.html');
  const files = data.viewServerFiles(base, hashScripts(await readFile(home, 'utf8')));
  for (const { path } of files) await mkdir(dirname(join(out, path)), { recursive: true });
  await writeHostFiles(files, out);
}

/** Hashes of the scripts inside a page, without data for search engines, which browsers do not run. */
function hashScripts(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?: type="speculationrules")?>([^]*?)<\/script>/g);
  return [...scripts].map(([, text]) => `sha256-${createHash('sha256').update(text!).digest('base64')}`);
}
