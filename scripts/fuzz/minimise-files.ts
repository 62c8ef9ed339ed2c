// A folder that shows a fault → a smaller one that still shows it: files, then lines, then characters are left out
// as long as the fault stays.

import type { Files } from './verdict.ts';

/** @param hasFault whether a folder shows the fault; asked until `patience` milliseconds are over */
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

/** Leaves out stretches of a list, half of it first, single elements last. */
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
