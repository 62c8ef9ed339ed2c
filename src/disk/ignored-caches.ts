// Caches that a run has found and not used, for a note to the user. Reading a cache never fails (`cache-file.ts`), so
// without the note nobody would learn why a run took longer.

/** Why a cache was not used: what follows the name of a file, and what follows a number of files. */
const reasons = {
  damaged: ['is incomplete or damaged', 'are incomplete or damaged'],
  moved: ['was written under another name', 'were written under other names'],
  owner: ['belongs to another user', 'belong to another user'],
  version: ['was written by another version of Stele or Node', 'were written by another version of Stele or Node'],
  kind: ['is not a regular file', 'are not regular files'],
  size: ['is too large', 'are too large'],
  unreadable: ['cannot be read', 'cannot be read'],
} as const;

export type IgnoredReason = keyof typeof reasons;

const ignored = new Map<string, IgnoredReason>();

/** Notes that a cache was not used. */
export function noteIgnored(file: string, reason: IgnoredReason): undefined {
  ignored.set(file, reason);
}

/** Forgets the notes: a new run begins, or they were shown. */
export function forgetIgnored(): void {
  ignored.clear();
}

/**
 * One line about all caches that were not used since the last `forgetIgnored`; undefined if there are none.
 * @param show makes the path of a file for the user
 */
export function describeIgnored(show: (file: string) => string): string | undefined {
  const parts = (Object.keys(reasons) as readonly IgnoredReason[]).flatMap((reason) => {
    const files = [...ignored].flatMap(([file, why]) => (why === reason ? [file] : [])).sort();
    const [one, many] = reasons[reason];
    if (files.length === 0) return [];
    return files.length === 1
      ? [`${show(files[0]!)} ${one}`]
      : [`${files.length} files, such as ${show(files[0]!)}, ${many}`];
  });
  return parts.length === 0 ? undefined : `The cache was not used where it cannot be trusted: ${parts.join('; ')}.`;
}
