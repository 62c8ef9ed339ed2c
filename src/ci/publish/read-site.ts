// A built site's folder → the list of its files, or an error. The folder may come from a pull request, and is published
// with a token that the pull request does not have: so it is only data, within limits, and nothing in it is run.

import { lstat, opendir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file of a site. `path` is relative to the site's root, with `/`. */
export interface SiteFile {
  readonly path: string;
  /** Absolute path of the file on disk. */
  readonly source: string;
}

/** Thrown if a folder cannot be published as a site; the message gives the reason. */
export class SiteRefused extends Error {}

/** Limits of a site. */
export interface SiteBounds {
  /** Files and folders. */
  readonly files: number;
  /** Of all files, and of one. */
  readonly bytes: number;
  readonly fileBytes: number;
}

/** A hosted site may have 1 GiB, and the branch holds several. GitHub refuses files above 100 MB. */
const siteBounds: SiteBounds = { files: 100_000, bytes: 512 * 1024 * 1024, fileBytes: 64 * 1024 * 1024 };

/** Limits of names: the file systems of readers and of hosts take no longer ones. */
const maxPath = 1000;
const maxName = 255;

/**
 * Lists the files of a site in a fixed order.
 * @throws SiteRefused for a missing folder, links, special files, git's own names, names that are unprintable or not
 * UTF-8, too many or too large files, or a missing `index.html`
 */
export async function readSite(folder: string, bounds: SiteBounds = siteBounds): Promise<readonly SiteFile[]> {
  const files: SiteFile[] = [];
  let bytes = 0;
  let entries = 0;
  async function walk(path: string): Promise<void> {
    const names: string[] = [];
    // Node's types know only names as text.
    const opened = await opendir(join(folder, path), { encoding: 'buffer' as BufferEncoding });
    for await (const { name } of opened) {
      names.push(decodeName(name as unknown as Uint8Array, path));
      if (++entries > bounds.files) throw new SiteRefused(`The site has more than ${bounds.files} files.`);
    }
    for (const name of names.sort()) {
      const way = path === '' ? name : `${path}/${name}`;
      refuseName(name, way);
      const source = resolve(folder, way);
      const found = await lstat(source);
      if (found.isDirectory()) {
        await walk(way);
        continue;
      }
      if (!found.isFile()) throw new SiteRefused(`${quote(way)} is not a plain file.`);
      bytes += found.size;
      files.push({ path: way, source });
      if (found.size > bounds.fileBytes)
        throw new SiteRefused(`${quote(way)} has more than ${bounds.fileBytes} bytes.`);
      if (bytes > bounds.bytes) throw new SiteRefused(`The site has more than ${bounds.bytes} bytes.`);
    }
  }
  const top = await lstat(folder).catch(() => undefined);
  if (top?.isDirectory() !== true) throw new SiteRefused(`${folder} is not a folder.`);
  await walk('');
  if (!files.some(({ path }) => path === 'index.html')) throw new SiteRefused(`${folder} has no index.html.`);
  return files;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name as text. A name that is not valid UTF-8 has no address, and Node would open another file. */
function decodeName(bytes: Uint8Array, folder: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const shown = Buffer.from(bytes).toString('latin1');
    throw new SiteRefused(`${quote(folder === '' ? shown : `${folder}/${shown}`)} has a name that is not UTF-8.`);
  }
}

/** Matches git's own names in all spellings that a file system may accept, and names with line breaks. */
function refuseName(name: string, way: string): void {
  const plain = name
    .replace(/\p{Cf}/gu, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
  // Windows reads the part after `:` as a stream of the same file.
  const isGits =
    /^\.git[. ]*(?::|$)/.test(plain) ||
    /^git~\d+(?::|$)/.test(plain) ||
    /^\.git(modules|attributes|ignore)$/.test(plain);
  if (name.length > maxName || way.length > maxPath) throw new SiteRefused(`${quote(way.slice(0, 80))}… is too long.`);
  if (isGits) throw new SiteRefused(`${quote(way)} has a name that belongs to git.`);
  if (/[\p{Cc}\\]/u.test(name)) throw new SiteRefused(`${quote(way)} has a character that no address has.`);
}

/** A name for a message: unprintable characters as escapes. */
export function quote(way: string): string {
  return JSON.stringify(way).replace(/[\p{Cf}\u007f-\u009f]/gu, (text) => `\\u{${text.codePointAt(0)?.toString(16)}}`);
}
