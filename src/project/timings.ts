// Writes the duration of each stage of a build to a JSON file, for `npm run bench`.

import { writeFile } from 'node:fs/promises';

/** Milliseconds by stage, in the order of the stages. */
export type Timings = ReadonlyMap<string, number>;

/** Writes `{stage: milliseconds}`. Does nothing without a file. */
export async function writeTimings(file: string | undefined, timings: Timings): Promise<void> {
  if (file) await writeFile(file, `${JSON.stringify(Object.fromEntries(timings))}\n`);
}
