// Finds the real path of an output folder, and decides before drawing whether a site may be written there.

import { readFile, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isAbsent, publicFolderOf } from '../disk/index.ts';
import { findForeignFiles } from './site-files.ts';
import { markerFile, readMarker, type Marker } from './site-marker.ts';

/** Thrown if an output folder may not be used; the message is for the user. */
export class OutputRefused extends Error {
  override readonly name = 'OutputRefused';
}

const maxLinks = 40;

/** Beginning of the names of folders beside an output folder in which a build is verified; a process number follows. */
export function verifyPrefix(name: string): string {
  return `.${name}.verify-`;
}

/** The path of an output folder with links resolved. The folder or a link's target need not exist yet. */
export async function findPlace(out: string): Promise<string> {
  let place = resolve(out);
  for (let links = 0; ; links++) {
    const parent = await realPath(dirname(place));
    place = join(parent, basename(place));
    const target = await readlink(place).catch((error: NodeJS.ErrnoException) => {
      if (isAbsent(error) || error.code === 'EINVAL' || error.code === 'UNKNOWN') return undefined;
      throw error;
    });
    if (target === undefined) return place;
    if (links === maxLinks)
      throw new OutputRefused(`${out} is a symbolic link that leads back to itself. Choose a folder.`);
    place = resolve(parent, target);
  }
}

/** A path with links resolved. Its last parts need not exist yet. */
async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (isAbsent(error)) return undefined;
    if (error.code === 'ELOOP')
      throw new OutputRefused(`${path} is a symbolic link that leads back to itself. Choose a folder.`);
    throw error;
  });
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await realPath(dirname(path)), basename(path));
}

/**
 * @throws OutputRefused if the output folder contains or is in the content folder, or is in the folder `public` beside
 * it
 */
export async function refuseOverlap(place: string, content: string): Promise<void> {
  const folder = await realPath(resolve(content));
  if (isInside(place, folder))
    throw new OutputRefused(`${place} is in the content folder ${folder}. Choose a folder outside of it.`);
  if (isInside(folder, place))
    throw new OutputRefused(`${place} contains the content folder ${folder}. Choose another folder.`);
  const open = await realPath(publicFolderOf(resolve(content)));
  if (place !== open && isInside(place, open))
    throw new OutputRefused(`${place} is in ${open}, whose files every build copies. Choose a folder outside of it.`);
}

/** Whether a path is a folder or is in it. */
function isInside(path: string, folder: string): boolean {
  const inner = relative(folder, path);
  return inner === '' || (!inner.startsWith(`..${sep}`) && inner !== '..' && resolve(inner) !== inner);
}

/** @throws OutputRefused if Stele may not replace the file or folder at the place */
export async function refuseForeign(place: string): Promise<void> {
  const found = await statOrNothing(place);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new OutputRefused(`${place} is a file. Choose a folder.`);
  if (await isMountPoint(place, found.dev)) {
    throw new OutputRefused(
      `${place} is a mount point, which a build cannot replace. Choose a folder in it: --out ${join(place, 'site')}`,
    );
  }
  const names = await readdir(place);
  if (names.length === 0) return;
  const marker = names.includes(markerFile) ? await readMarker(place) : undefined;
  if (marker === undefined) {
    throw new OutputRefused(
      `${place} contains files that are not part of a site built by Stele. ` +
        'Choose an empty or new folder, or remove them.',
    );
  }
  const foreign = await foreignFilesIn(place, marker);
  if (foreign.length > 0) {
    const them = foreign.length === 1 ? 'it' : 'them';
    throw new OutputRefused(`${describeForeignFiles(place, foreign)} A build would remove ${them}.\n${advice}`);
  }
}

/** @throws OutputRefused if foreign files appeared in the site during the build */
export async function refuseNewForeignFiles(place: string): Promise<void> {
  if ((await statOrNothing(place)) === undefined) return;
  const foreign = await foreignFilesIn(place, (await readMarker(place)) ?? {});
  if (foreign.length === 0) return;
  const they = foreign.length === 1 ? 'It' : 'They';
  const change = `${they} appeared while the site was built, so nothing was changed.`;
  throw new OutputRefused(`${describeForeignFiles(place, foreign)} ${change}\n${advice}`);
}

const advice =
  'Put files that belong to the site into the folder `public` beside the content folder: every build copies them. ' +
  'Move other files elsewhere, or choose another folder with --out.';

const maxNamed = 5;

function describeForeignFiles(place: string, foreign: readonly string[]): string {
  const named = foreign
    .slice(0, maxNamed)
    .map((name) => `\`${name}\``)
    .join(', ');
  const more = foreign.length > maxNamed ? ` and ${foreign.length - maxNamed} more` : '';
  return `${place} contains ${foreign.length === 1 ? 'a file' : 'files'} that Stele did not write: ${named}${more}.`;
}

/**
 * Files in a site's folder that are not part of the site. The marker of an older version has no list of files: then
 * only hidden files and CNAME count as foreign.
 */
export async function foreignFilesIn(place: string, { files }: Marker): Promise<readonly string[]> {
  if (files !== undefined) return findForeignFiles(place, files);
  const names = await readdir(place);
  return names
    .filter((name) => name === 'CNAME' || (name.startsWith('.') && name !== markerFile && name !== '.well-known'))
    .sort();
}

async function statOrNothing(path: string) {
  return stat(path).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
}

/** Whether another disk or folder is mounted at a folder: it can then be neither moved nor replaced. */
async function isMountPoint(place: string, device: number): Promise<boolean> {
  if ((await stat(dirname(place))).dev !== device) return true;
  // Linux lists all mount points, including those on the same disk; it writes a space in a name as `\040`.
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  return mounts.split('\n').some((line) => {
    const path = line
      .split(' ')[4]
      ?.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
    return path !== undefined && (path === place || Buffer.from(path, 'latin1').toString('utf8') === place);
  });
}
