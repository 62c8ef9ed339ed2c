// The scripts and styles of compiled templates, with the site's own colour and fonts.

import { createHash } from 'node:crypto';
import type { SiteData } from '../../compiler/model/index.ts';
import { FolderWriter } from '../../project/index.ts';
import { ownRules } from '../own-style.ts';

/** Matches the main style sheet of compiled templates. */
const mainStyle = /^_stele\/site\.[\w-]+\.css$/;
/** Matches the script that only pages of `stele dev` load. */
const followScript = /^_stele\/follow-changes\.[\w-]+\.js$/;

/** The files that pages load. */
export interface ClientFiles {
  /** By path from the top of the site. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /**
   * Path of the main style sheet, if it has rules of the site's own; its name contains a hash of its content.
   */
  readonly style: string | undefined;
}

/** Adds the site's own rules to the style sheet of compiled templates. */
export function arrangeClientFiles(client: ReadonlyMap<string, Uint8Array>, data: SiteData): ClientFiles {
  const rules = ownRules(data, '../');
  const files = new Map<string, string | Uint8Array>();
  let style: string | undefined;
  for (const [path, bytes] of client) {
    if (rules === '' || !mainStyle.test(path)) {
      files.set(path, bytes);
      continue;
    }
    const text = `${Buffer.from(bytes).toString('utf8').trimEnd()}\n${rules}`;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
    style = `_stele/site.${hash}.css`;
    files.set(style, text);
  }
  return { files, style };
}

/**
 * Writes the files that the pages of a built site load.
 * @returns the path of the main style sheet from the top of the site, if it has rules of the site's own
 * @throws the system's error
 */
export function writeClientFiles(
  client: ReadonlyMap<string, Uint8Array>,
  data: SiteData,
  out: string,
): string | undefined {
  const { files, style } = arrangeClientFiles(client, data);
  const writer = new FolderWriter(out);
  for (const [path, bytes] of files) if (!followScript.test(path)) writer.write(path, bytes);
  return style;
}
