// A folder with a fault → a smaller folder with the same fault: removes files, then lines, then characters, as long as
// the fault remains.

import type { Files } from './verdict.ts';

/** @param hasFault whether a folder has the fault; called until `patience` milliseconds have passed */
export async function minimiseFiles(
  files: Files,
  hasFault: (files: Files) => Promise<boolean>,
  patience: number,
): Promise<Files> {
  const end = performance.now() + patience;
  const asks = async (candidate: Files): Promise<boolean> => performance.now() < end && (await hasFault(candidate));
  let least = files;
  for (const path of Object.keys(files)) {
    const without = Object.fromEntries(Object.entries(least).filter(([other]) => other !== path));
    if (await asks(without)) least = without;
  }
  for (const separator of ['\n', '']) {
    for (const path of Object.keys(least)) {
      const parts = least[path]!.split(separator);
      const shows = (kept: readonly string[]): Promise<boolean> => asks({ ...least, [path]: kept.join(separator) });
      least = { ...least, [path]: (await shrink(parts, shows)).join(separator) };
    }
  }
  return least;
}

/** Removes parts of a list, halves first, single elements last. */
async function shrink(
  list: readonly string[],
  shows: (kept: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let kept = list;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const without = kept.toSpliced(at, size);
      if (await shows(without)) kept = without;
      else at += size;
    }
  }
  return kept;
}
