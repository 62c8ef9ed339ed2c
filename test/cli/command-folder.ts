// A new folder for each test, in which `stele` runs.

import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { removeFolder, temporaryFolder, type Run } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

export interface CommandFolder {
  /** The full path of a file in the folder, or of the folder itself. */
  at(path?: string): string;
  /** Runs `stele` in the folder. */
  run(...args: readonly string[]): Promise<Run>;
}

/** Makes a folder before each test of a file, and removes it after the test. */
export function setUpFolder(): CommandFolder {
  let folder: string;
  beforeEach(() => void (folder = temporaryFolder()));
  afterEach(() => removeFolder(folder));
  return { at: (path = '') => join(folder, path), run: (...args) => runWarm(args, { cwd: folder }) };
}
