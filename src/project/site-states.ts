// The states of the files and folders of a built site.

import { lookAt, lookAtMany, type FileState } from '../disk/index.ts';
import type { SiteChanges } from './change-site.ts';
import { markerFile } from './site-marker.ts';

/** States by path from the top of the site. */
export type SiteStates = ReadonlyMap<string, FileState>;

/** Call it when no build of the site is under way: a second name of a file changes the state. */
export function lookAtSite(place: string, paths: Iterable<string>): SiteStates {
  return lookAt(place, paths, 0).states;
}

/** The folders above files, with the top of the site: `''`. */
export function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      if (folders.has(file.slice(0, end))) break;
      folders.add(file.slice(0, end));
    }
  }
  return folders;
}

/** The states of a whole site, by path from its top. */
export interface WholeSite {
  /** Of its files. */
  readonly outputs: SiteStates;
  readonly folders: SiteStates;
}

/** @param files all files of the site */
export function lookAtWholeSite(place: string, files: readonly string[]): WholeSite {
  return { outputs: lookAtSite(place, files), folders: lookAtSite(place, foldersOf(files)) };
}

/**
 * The states after a build that has changed single files.
 * @param files all files of the site
 * @param last the states before
 */
export function lookAtChanges(
  place: string,
  files: readonly string[],
  last: WholeSite,
  { written, removed, replaced = [], patch }: SiteChanges,
): WholeSite {
  // What others may have changed meanwhile keeps its old state, and is found by the next build.
  const look = (paths: Iterable<string>, before: SiteStates, changed: readonly string[]): SiteStates => {
    const now = lookAtSite(place, changed);
    return new Map([...paths].map((path): [string, FileState] => [path, now.get(path) ?? before.get(path) ?? '']));
  };
  const changed = [...written, ...replaced, ...(patch?.places ?? []).map(([path]) => path)];
  return {
    outputs: look(files, last.outputs, changed),
    folders: look(foldersOf(files), last.folders, [...foldersOf([...changed, ...removed])]),
  };
}

/**
 * Looks at a site that will be moved to its place, in another thread. Call it if there is no earlier site: the names
 * of files that both share would be removed later, which changes states.
 * @param folder where the site is now
 * @param files all its files, with the marker; none of them is written any more
 */
export async function lookBeforeMove(folder: string, files: readonly string[]): Promise<WholeSite> {
  const folders = [...foldersOf(files)];
  const states = await lookAtMany(folder, [...files, ...folders]);
  const pick = (paths: readonly string[]): SiteStates => new Map(paths.map((path) => [path, states.get(path)!]));
  return { outputs: pick(files), folders: pick(folders) };
}

/**
 * The states of a moved site.
 * @param early what `lookBeforeMove` has seen
 * @returns undefined if the file system changes states of files with the move
 */
export function afterMove(place: string, early: WholeSite): WholeSite | undefined {
  const now = lookAtSite(place, ['', markerFile]);
  if (now.get(markerFile) !== early.outputs.get(markerFile)) return undefined;
  // A move always changes the top folder.
  return { ...early, folders: new Map([...early.folders, ['', now.get('')!]]) };
}
