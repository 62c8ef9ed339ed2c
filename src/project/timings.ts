// How long each stage of a build took → a JSON file, for those who measure builds from outside (`npm run bench`).

import { writeFile } from 'node:fs/promises';

/** Milliseconds by stage, in the order of the stages. */
export type Timings = ReadonlyMap<string, number>;

/** Writes `{stage: milliseconds}`. Does nothing where no file is named. */
export async function writeTimings(file: string | undefined, timings: Timings): Promise<void> {
  if (file) await writeFile(file, `${JSON.stringify(Object.fromEntries(timings))}\n`);
}
