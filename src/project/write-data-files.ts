// Writes the files that scripts load, for search and navigation. Their names come from content, but stay in their
// folder.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * @param files text by path from the top of the output
 * @throws the system's error if a file cannot be written
 */
export async function writeDataFiles(files: ReadonlyMap<string, string>, out: string): Promise<void> {
  for (const folder of new Set([...files.keys()].map(dirname))) await mkdir(join(out, folder), { recursive: true });
  for (const [path, text] of files) await writeFile(join(out, path), text);
}
