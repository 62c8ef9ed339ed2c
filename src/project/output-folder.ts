// The output folder: a new site is built beside it and swapped in by renames, so the folder is never incomplete. If
// only some files of a site change, these are moved into it one by one.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  holdSignals,
  isAbsent,
  isRunningProcess,
  keep,
  move,
  moveNow,
  removeAtEnd,
  removeSurely,
  tryAgain,
} from '../disk/index.ts';
import { finishChanges, hasUnfinished, makeChanges, type SiteChanges } from './change-site.ts';
import { isLocked, LockHeld, lockOutput, removeLeftDrafts } from './output-lock.ts';
import {
  findPlace,
  OutputRefused,
  refuseForeign,
  refuseNewForeignFiles,
  refuseOverlap,
  foreignFilesIn,
  verifyPrefix,
} from './output-place.ts';
import { readMarker } from './site-marker.ts';

/** An output folder while it is being built. */
export interface OutputBuild {
  /** Where to write: on the same disk as the final place. Temporary files may be put beside this folder. */
  readonly folder: string;
  /**
   * Replaces the last site with the new one. If the clean-up afterwards fails, the user gets a warning.
   * @param after runs when the new site is in place, before another build can begin
   * @throws OutputRefused if foreign files have appeared in the last site; the system's error. The last site is then
   * unchanged
   */
  commit(after?: () => Promise<void>): Promise<void>;
  /**
   * Changes single files of the last site.
   * @param after as for `commit`
   * @throws the system's error. The last site is then unchanged
   */
  change(changes: SiteChanges, after?: () => Promise<void>): Promise<void>;
  /** Whether the last site has no foreign files for certain, so that it may be changed. */
  readonly isKnown: boolean;
  /** Removes the new files, to begin again. */
  clear(): Promise<void>;
  /** Removes the new files. The last site stays unchanged. */
  discard(): Promise<void>;
}

/**
 * Opens a build of `out`. Waits for another build of the same folder, and cleans up after a killed one.
 * @param out may be a symbolic link: its target is built, the link stays
 * @param tell shows the user a message about waiting, or about a failed clean-up
 * @param looksKnown whether the last site has exactly the files that the last build left, in the same states; it saves
 * the search for foreign files. Before the folder is locked, a guess is enough
 * @throws OutputRefused if the folder may not be replaced, before anything is drawn
 */
export async function openOutput(
  out: string,
  content: string,
  tell: (words: string) => void = () => {},
  looksKnown: (isLocked: boolean) => boolean | Promise<boolean> = () => false,
): Promise<OutputBuild> {
  const place = await findPlace(out);
  await refuseOverlap(place, content);
  // During a change, and after a killed one, the site has files that its list does not have yet.
  if (!(await looksKnown(false)) && !(await isChanging(place))) await refuseForeign(place);
  const made = await mkdir(dirname(place), { recursive: true });
  const onWait = (pid: number): void => tell(`Waiting: process ${pid} is building into ${out}.`);
  const lock = await lockOutput(place, { onWait }).catch((error: unknown) => {
    throw error instanceof LockHeld ? new OutputRefused(error.message) : error;
  });
  try {
    await restore(place, true);
    // Only the holder of the lock can be certain.
    const isKnown = await looksKnown(true);
    if (!isKnown) await refuseForeign(place);
    const buildFolder = join(dirname(place), `${buildPrefix(place)}${process.pid}-${randomBytes(4).toString('hex')}`);
    // Files that are still being written may appear again, so they are removed again at the end.
    removeAtEnd(buildFolder);
    const folder = join(buildFolder, 'site');
    await mkdir(folder, { recursive: true });
    return {
      folder,
      isKnown,
      commit: (after) =>
        holdSignals(() => swap(folder, place, tell))
          .then(after)
          .finally(() => lock.release()),
      change: (changes, after) =>
        holdSignals(async () => {
          makeChanges(buildFolder, place, changes);
          await removeBuild(buildFolder, tell);
        })
          .then(after)
          .then(() => {
            // Nothing is written any more: the end of the process need not wait for it.
            if (!existsSync(buildFolder)) keep(buildFolder);
          })
          .finally(() => lock.release()),
      clear: async () => {
        await removeSurely(buildFolder);
        await mkdir(folder, { recursive: true });
      },
      discard: async () => {
        // The next command finishes the changes with the files in the folder.
        const isKept = hasUnfinished(buildFolder);
        if (isKept) keep(buildFolder);
        await (isKept ? Promise.resolve() : removeSurely(buildFolder)).finally(() => lock.release());
        await removeMade(dirname(place), made);
      },
    };
  } catch (error) {
    lock.release();
    await removeMade(dirname(place), made);
    throw error;
  }
}

/** Removes the empty folders that were made for a site that was not written. */
async function removeMade(folder: string, made: string | undefined): Promise<void> {
  if (made === undefined) return;
  for (let at = folder; at.startsWith(made); at = dirname(at)) {
    // A folder that is no longer empty stays.
    if (
      !(await rmdir(at).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

/** Path of the last site between the two renames of a swap. */
function asidePath(place: string): string {
  return join(dirname(place), `.${basename(place)}.previous`);
}

/** Swaps by two renames. If the process is killed between them, `heal` restores the last site. */
async function swap(folder: string, place: string, tell: (words: string) => void): Promise<void> {
  const aside = asidePath(place);
  await refuseNewForeignFiles(place);
  const hadSite = await exists(place);
  if (hadSite) moveNow(place, aside);
  try {
    moveNow(folder, place);
  } catch (error) {
    if (hadSite) moveNow(aside, place);
    throw error;
  }
  // The new site is in place; errors from here on are only warnings.
  await removeBuild(dirname(folder), tell);
  if (!hadSite) return;
  const isRefused = (error: unknown): boolean => error instanceof OutputRefused;
  await tryAgain(() => removeAside(aside, place), isRefused).catch((error: unknown) => {
    tell(
      error instanceof OutputRefused
        ? error.message
        : `The last site could not be removed: ${aside}. The next build tries again.`,
    );
  });
}

async function removeBuild(buildFolder: string, tell: (words: string) => void): Promise<void> {
  await removeSurely(buildFolder).catch(() =>
    tell(`A folder could not be removed: ${buildFolder}. The next build tries again.`),
  );
}

/** Removes the last site. Files that appeared in it during the swap are moved into the new one. */
async function removeAside(aside: string, place: string): Promise<void> {
  for (const path of await foreignFilesIn(aside, (await readMarker(aside)) ?? {})) {
    const target = join(place, path);
    if (await exists(target)) {
      throw new OutputRefused(
        `Stele did not write ${join(aside, path)}, a file in the last site. Move it elsewhere, and remove ${aside}.`,
      );
    }
    await mkdir(dirname(target), { recursive: true });
    await move(join(aside, path), target);
  }
  await removeSurely(aside);
}

/**
 * Restores a site after a killed build, and removes the folders of builds whose process has ended. Does nothing during
 * a build. Every command that reads an output folder calls it first.
 */
export async function heal(out: string): Promise<void> {
  const place = await findPlace(out);
  if (!isLocked(place)) await restore(place, false);
}

/** Whether a build of the folder runs or was killed. */
async function isChanging(place: string): Promise<boolean> {
  return (await namesBeside(place)).some((name) => name.startsWith(buildPrefix(place)));
}

function buildPrefix(place: string): string {
  return `.${basename(place)}.building-`;
}

async function namesBeside(place: string): Promise<readonly string[]> {
  return readdir(dirname(place)).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
}

/** @param hasLock whether this process has the lock: then no other build runs, and all their folders are removed */
async function restore(place: string, hasLock: boolean): Promise<void> {
  const aside = asidePath(place);
  if (await exists(aside)) {
    if (await exists(place)) await removeAside(aside, place);
    else await move(aside, place);
  }
  const prefix = buildPrefix(place);
  const verify = verifyPrefix(basename(place));
  const names = await namesBeside(place);
  removeLeftDrafts(place, names);
  for (const name of names) {
    const start = [prefix, verify].find((beginning) => name.startsWith(beginning));
    if (start === undefined) continue;
    const pid = Number(name.slice(start.length).split('-')[0]);
    const isLeft = (hasLock && start === prefix) || !isRunningProcess(pid);
    if (!isLeft) continue;
    const left = join(dirname(place), name);
    if (start === prefix) finishChanges(left, place);
    await removeSurely(left);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (isAbsent(error)) return false;
      throw error;
    },
  );
}
