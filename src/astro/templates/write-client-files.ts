// Writes the scripts and styles of compiled templates into a site, with the site's own colour and fonts.

import { createHash } from 'node:crypto';
import type { SiteData } from '../../compiler/model/index.ts';
import { FolderWriter } from '../../project/index.ts';
import { ownRules } from '../own-style.ts';

/** Matches the main style sheet of compiled templates. */
const mainStyle = /^_stele\/site\.[\w-]+\.css$/;

/**
 * Writes the files.
 * @returns the path of the main style sheet from the top of the site, if it has rules of the site's own; its name
 * contains a hash of its content
 * @throws the system's error
 */
export function writeClientFiles(
  client: ReadonlyMap<string, Uint8Array>,
  data: SiteData,
  out: string,
): string | undefined {
  const rules = ownRules(data, '../');
  const writer = new FolderWriter(out);
  let style: string | undefined;
  for (const [path, bytes] of client) {
    if (rules === '' || !mainStyle.test(path)) {
      writer.write(path, bytes);
      continue;
    }
    const text = `${Buffer.from(bytes).toString('utf8').trimEnd()}\n${rules}`;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
    style = `_stele/site.${hash}.css`;
    writer.write(style, text);
  }
  return style;
}
