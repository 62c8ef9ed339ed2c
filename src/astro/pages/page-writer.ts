// Writes drawn pages, and collects what they reference while their text is at hand.

import { FolderWriter, type References } from '../../project/index.ts';
import type { TextFile } from './twin-writer.ts';

const utf8 = new TextDecoder();

export class PageWriter {
  readonly #writer: FolderWriter;
  readonly #replaced: { has(file: string): boolean };

  /**
   * @param outDir folder of the site
   * @param replaced files that others are written over later: their references are not collected
   */
  constructor(outDir: string, replaced: { has(file: string): boolean }) {
    this.#writer = new FolderWriter(outDir);
    this.#replaced = replaced;
  }

  /** @throws the system's error */
  write(file: string, page: string | Uint8Array, references: References): void {
    this.#writer.write(file, page);
    if (!this.#replaced.has(file)) references.add(file, typeof page === 'string' ? page : utf8.decode(page));
  }

  /**
   * Writes files that reference nothing that must exist.
   * @throws the system's error
   */
  writeTexts(files: readonly TextFile[]): void {
    for (const [path, text] of files) this.#writer.write(path, text);
  }
}
