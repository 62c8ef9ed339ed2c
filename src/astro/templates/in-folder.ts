// Where and how a build of Astro runs.

/**
 * Astro writes types for editors into this package's folder, and starts a server of Vite for that. `build` passes the
 * option on to Astro's builder although its types do not have it.
 */
export const withoutTypes = { sync: false } as object;

/**
 * Runs work in a working folder. Astro keeps compiled files in the output folder only if that is below the working
 * folder, else in one fixed place, where two builds at the same time would meet.
 */
export async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    try {
      process.chdir(before);
    } catch {
      // The folder has been removed already, which does no harm.
    }
  }
}
