// Pages of the last site of which one text is replaced → the new pages, in one folder of the build. Bytes are compared and
// copied, not decoded: a change of a style sheet changes all pages of a site.

import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replacedFile } from './change-site.ts';

/** Whether a page has been replaced; `absent` if it does not have the text, `unclear` if it has it elsewhere, too. */
export type Replacement = 'replaced' | 'absent' | 'unclear';

export class ReplacedPages {
  readonly #place: string;
  readonly #build: string;
  readonly #paths: string[] = [];
  /** Holds the page that was read last, and the page that is written. */
  #read = Buffer.allocUnsafe(1 << 18);
  #written = Buffer.allocUnsafe(1 << 18);

  /**
   * @param place folder of the last site
   * @param folder folder of the new site
   */
  constructor(place: string, folder: string) {
    this.#place = place;
    this.#build = dirname(folder);
  }

  /** Paths of the pages from the top of the site, for `SiteChanges.replaced`. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /**
   * Writes a page with another text, if it has the text exactly once.
   * @param fits whether a place in the page is that of the text
   * @throws the system's error
   */
  replace(path: string, from: Buffer, to: Buffer, fits?: (page: Buffer, at: number) => boolean): Replacement {
    const page = this.#readPage(path);
    const at = page.indexOf(from);
    if (at < 0) return 'absent';
    if (page.includes(from, at + 1) || fits?.(page, at) === false) return 'unclear';
    const length = page.length + to.length - from.length;
    if (this.#written.length < length) this.#written = Buffer.allocUnsafe(2 * length);
    page.copy(this.#written, 0, 0, at);
    to.copy(this.#written, at);
    page.copy(this.#written, at + to.length, at + from.length);
    const file = join(this.#build, replacedFile(this.#paths.length));
    if (this.#paths.length === 0) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.#written.subarray(0, length), { flag: 'wx' });
    this.#paths.push(path);
    return 'replaced';
  }

  #readPage(path: string): Buffer {
    const file = openSync(join(this.#place, path), 'r');
    try {
      let size = 0;
      for (;;) {
        const count = readSync(file, this.#read, size, this.#read.length - size, null);
        if (count === 0) return this.#read.subarray(0, size);
        size += count;
        if (size < this.#read.length) continue;
        this.#read = Buffer.concat([this.#read, Buffer.allocUnsafe(size)]);
      }
    } finally {
      closeSync(file);
    }
  }
}
