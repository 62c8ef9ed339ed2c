// New texts of files → the disk, all of them or none. Each is written beside its place first; then all are moved there,
// and where one cannot be, those already moved are put back.

import { rename, rm, rmdir } from 'node:fs/promises';
import { findDiskError } from './disk-error.ts';
import { removeSurely } from './leftovers.ts';
import {
  ChangeRefused,
  linkOrCopy,
  prepareChange,
  type FileChange,
  type FileMoves,
  type PreparedChange,
} from './prepare-change.ts';

/**
 * Makes changes. Files keep their mode and their byte order mark.
 * @throws ChangeRefused where a file is no longer what was read, exists already, or cannot be written: all are as they were
 */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  moves: FileMoves = { rename, link: linkOrCopy },
): Promise<void> {
  const made: string[] = [];
  const prepared: PreparedChange[] = [];
  const moved: PreparedChange[] = [];
  /** The final path: users know this one, and not those of drafts. */
  let path = '';
  const hold = (): void => {};
  // A signal would end the process between two moves: it is held back for the moment they take.
  for (const signal of signals) process.on(signal, hold);
  try {
    for (const change of changes) {
      path = change.path;
      const next = await prepareChange(folder, change, made, moves);
      prepared.push(next);
      refuseSecondText(prepared, changes);
    }
    for (const [i, file] of prepared.entries()) {
      path = changes[i]!.path;
      await (file.old === undefined ? moves.link(file.draft, file.target) : moves.rename(file.draft, file.target));
      moved.push(file);
    }
  } catch (error) {
    const lost: PreparedChange[] = [];
    for (const file of moved.toReversed()) await putBack(file).catch(() => lost.push(file));
    await removeDrafts(prepared.filter((file) => !lost.includes(file)));
    for (const folder of made.toReversed())
      await rmdir(folder)
        .catch(() => rmdir(folder))
        .catch(() => undefined);
    if (lost.length > 0) throw new ChangeRefused(describeLost(lost));
    throw error instanceof ChangeRefused ? error : new ChangeRefused(describe(path, error));
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
  await removeDrafts(prepared);
}

/** One file may have two paths, through a link: then both must want the same of it. */
function refuseSecondText(prepared: readonly PreparedChange[], changes: readonly FileChange[]): void {
  const [last, at] = [prepared.at(-1)!, prepared.length - 1];
  const first = prepared.findIndex(({ target }) => target === last.target);
  if (changes[first]!.after === changes[at]!.after) return;
  throw new ChangeRefused(
    `${changes[first]!.path} and ${changes[at]!.path} are the same file, through a link. Nothing was changed.`,
  );
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The system's own functions: what was injected to fail must not fail here. */
async function putBack({ target, old }: PreparedChange): Promise<void> {
  if (old === undefined) await rm(target, { force: true });
  else await rename(old, target);
}

async function removeDrafts(prepared: readonly PreparedChange[]): Promise<void> {
  for (const { draft, old } of prepared) {
    await removeSurely(draft).catch(() => undefined);
    if (old !== undefined) await removeSurely(old).catch(() => undefined);
  }
}

function describe(path: string, error: unknown): string {
  const { reason, code, advice } = findDiskError(error) ?? { reason: String(error), code: '', advice: '' };
  return `${path} cannot be written: ${reason}${code && ` (${code})`}. Nothing was changed.${advice && `\n→ ${advice}`}`;
}

/** The one case in which files are not as they were: the disk failed twice. */
function describeLost(lost: readonly PreparedChange[]): string {
  const places = lost.map(({ target, old }) => (old === undefined ? target : `${target} (its old text is in ${old})`));
  return `The disk failed, and files could not be put back: ${places.join(', ')}.`;
}
