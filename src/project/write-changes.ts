// Writes new texts of files, all of them or none. Each text is first written to a draft; then all drafts are moved into
// place. If a move fails, the files moved before are restored.

import { rm, rmdir } from 'node:fs/promises';
import { findDiskError, move, removeSurely } from '../disk/index.ts';
import { beginJournal, type OpenJournal } from './change-journal.ts';
import {
  ChangeRefused,
  linkOrCopy,
  listMissingFolders,
  planChange,
  prepareChange,
  type FileChange,
  type FileMoves,
  type PlannedChange,
} from './prepare-change.ts';

/**
 * Makes changes. Files keep their mode and their byte order mark.
 * @throws ChangeRefused if a file has changed since it was read, exists already, or cannot be written: then all files
 * are unchanged
 */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  moves: FileMoves = { rename: move, link: linkOrCopy },
): Promise<void> {
  const made: string[] = [];
  const planned: PlannedChange[] = [];
  const moved: PlannedChange[] = [];
  let journal: OpenJournal | undefined;
  /** The final path, for messages: users do not know the drafts. */
  let path = '';
  const hold = (): void => {};
  // A signal could end the process between two moves, so signals are ignored until the moves are done.
  for (const signal of signals) process.on(signal, hold);
  try {
    for (const change of changes) {
      path = change.path;
      planned.push(await planChange(folder, change));
      refuseSecondText(planned, changes);
    }
    path = changes[0]?.path ?? '';
    const folders = await listMissingFolders(folder, changes);
    journal = await beginJournal(folder, { files: planned.map(({ entry }) => entry), folders });
    for (const [i, file] of planned.entries()) {
      path = changes[i]!.path;
      await prepareChange(folder, changes[i]!, file, made, moves);
    }
    for (const [i, file] of planned.entries()) {
      path = changes[i]!.path;
      await (file.old === undefined ? moves.link(file.draft, file.target) : moves.rename(file.draft, file.target));
      moved.push(file);
    }
    await journal.commit();
  } catch (error) {
    const lost: PlannedChange[] = [];
    for (const file of moved.toReversed()) await restore(file).catch(() => lost.push(file));
    if (journal !== undefined) await removeDrafts(planned.filter((file) => !lost.includes(file)));
    for (const folder of made.toReversed())
      await rmdir(folder)
        .catch(() => rmdir(folder))
        .catch(() => undefined);
    // With the journal, the next command that changes files tries again.
    if (lost.length > 0) throw new ChangeRefused(describeLost(lost));
    await journal?.end();
    throw error instanceof ChangeRefused ? error : new ChangeRefused(describe(path, error));
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
  await removeDrafts(planned);
  await journal.end();
}

/** A file may have two paths, through a link: then both changes must give the same text. */
function refuseSecondText(planned: readonly PlannedChange[], changes: readonly FileChange[]): void {
  const [last, at] = [planned.at(-1)!, planned.length - 1];
  const first = planned.findIndex(({ target }) => target === last.target);
  if (changes[first]!.after === changes[at]!.after) return;
  throw new ChangeRefused(
    `${changes[first]!.path} and ${changes[at]!.path} are the same file, through a link. Nothing was changed.`,
  );
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does not use `moves`, whose functions fail in tests. */
async function restore({ target, old }: PlannedChange): Promise<void> {
  if (old === undefined) await rm(target, { force: true });
  else await move(old, target);
}

async function removeDrafts(planned: readonly PlannedChange[]): Promise<void> {
  for (const { draft, old } of planned) {
    await removeSurely(draft).catch(() => undefined);
    if (old !== undefined) await removeSurely(old).catch(() => undefined);
  }
}

function describe(path: string, error: unknown): string {
  const { reason, code, advice } = findDiskError(error) ?? { reason: String(error), code: '', advice: '' };
  const cause = code === '' ? reason : `${reason} (${code})`;
  return `${path} cannot be written: ${cause}. Nothing was changed.${advice && `\n→ ${advice}`}`;
}

/** Describes the only case in which files are not restored: the disk failed twice. */
function describeLost(lost: readonly PlannedChange[]): string {
  const places = lost.map(({ target, old }) => (old === undefined ? target : `${target} (its old text is in ${old})`));
  return `The disk failed, and files could not be restored: ${places.join(', ')}.`;
}
