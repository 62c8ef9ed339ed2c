// Writes drawn pages into the output folder.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes pages below a folder. It makes each folder once. */
export class PageWriter {
  readonly #out: string;
  readonly #made = new Set<string>();

  constructor(out: string) {
    this.#out = out;
  }

  /**
   * @param path as in `DrawPath`
   * @throws the system's error
   */
  write(path: string, bytes: Uint8Array): void {
    const file = join(this.#out, path === '404' ? '404.html' : `${path}index.html`);
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    // Small files are written faster without the thread pool.
    writeFileSync(file, bytes);
  }
}
