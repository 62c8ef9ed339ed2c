// Pages of the last site of which one text is replaced → the new pages in one folder of the build, or the places of
// bytes that are changed in place. Bytes are compared and copied, not decoded: a style sheet changes all pages of a
// site.

import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAbsent, readBootId } from '../disk/index.ts';
import { replacedFile } from './change-site.ts';
import { mayPatch, type Patch } from './patch-file.ts';

/** Whether a page has been replaced; `absent` if it does not have the text, `unclear` if it has it elsewhere, too. */
export type Replacement = 'replaced' | 'absent' | 'unclear';

export class ReplacedPages {
  readonly #place: string;
  readonly #build: string;
  readonly #paths: string[] = [];
  readonly #places: [string, number][] = [];
  #patch: Patch | undefined;
  /** A build after a loss of power has to notice that such a change may be lost (`BuildRecord.boot`). */
  readonly #mayPatch = readBootId() !== undefined;
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

  /** The bytes to change in place, for `SiteChanges.patch`. */
  get patch(): Patch | undefined {
    return this.#patch;
  }

  /**
   * Writes a page with another text, if it has the text exactly once.
   * @throws the system's error
   */
  replace(path: string, from: Buffer, to: Buffer): Replacement {
    return this.#withPage(path, 'r', (page) => {
      const at = findOnly(page, from);
      if (typeof at === 'string') return at;
      this.#write(path, page, { at, from, to });
      return 'replaced';
    });
  }

  /**
   * Plans to change a text in place, with another of the same length; writes the page if that is not safe. All calls
   * have the same texts.
   * @param fits whether a place in the page is that of the text
   * @throws the system's error
   */
  replaceInPlace(path: string, from: Buffer, to: Buffer, fits: (page: Buffer, at: number) => boolean): Replacement {
    return this.#withPage(path, this.#mayPatch ? 'r+' : 'r', (page, file) => {
      const at = findOnly(page, from);
      if (typeof at === 'string') return at;
      if (!fits(page, at)) return 'unclear';
      if (file === undefined || from.length !== to.length || !mayPatch(file, at, from.length))
        this.#write(path, page, { at, from, to });
      else {
        this.#patch ??= { from: from.toString(), to: to.toString(), places: this.#places };
        this.#places.push([path, at]);
      }
      return 'replaced';
    });
  }

  #write(path: string, page: Buffer, { at, from, to }: { at: number; from: Buffer; to: Buffer }): void {
    const length = page.length + to.length - from.length;
    if (this.#written.length < length) this.#written = Buffer.allocUnsafe(2 * length);
    page.copy(this.#written, 0, 0, at);
    to.copy(this.#written, at);
    page.copy(this.#written, at + to.length, at + from.length);
    const file = join(this.#build, replacedFile(this.#paths.length));
    if (this.#paths.length === 0) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.#written.subarray(0, length), { flag: 'wx' });
    this.#paths.push(path);
  }

  /** Reads a page. The file is absent if it must not be opened for writing. */
  #withPage<T>(path: string, flag: 'r' | 'r+', use: (page: Buffer, file: number | undefined) => T): T {
    const [file, isWritable] = open(join(this.#place, path), flag);
    try {
      return use(this.#readAll(file), isWritable ? file : undefined);
    } finally {
      closeSync(file);
    }
  }

  #readAll(file: number): Buffer {
    let size = 0;
    for (;;) {
      const count = readSync(file, this.#read, size, this.#read.length - size, null);
      if (count === 0) return this.#read.subarray(0, size);
      size += count;
      if (size === this.#read.length) this.#read = Buffer.concat([this.#read, Buffer.allocUnsafe(size)]);
    }
  }
}

/** Opens a file; for reading only, if this user must not write it: its folder may still be changed. */
function open(file: string, flag: 'r' | 'r+'): readonly [file: number, isWritable: boolean] {
  if (flag === 'r') return [openSync(file, flag), false];
  try {
    return [openSync(file, flag), true];
  } catch (error) {
    if (isAbsent(error)) throw error;
    return [openSync(file, 'r'), false];
  }
}

/** The place of a text that occurs once. */
function findOnly(page: Buffer, text: Buffer): number | 'absent' | 'unclear' {
  const at = page.indexOf(text);
  if (at < 0) return 'absent';
  return page.includes(text, at + 1) ? 'unclear' : at;
}
