// Reads a text file of a built site.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @throws the system's error */
export function readSiteText(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}
