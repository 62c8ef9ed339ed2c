// A path without a file → the file that the author probably meant. It finds paths with a folder that is not part of
// addresses, files in another folder, other letter case, and misspelt names.

import { NameIndex } from '../../text/index.ts';
import type { Linkable } from './linkable.ts';

/** Limit of comparisons for a whole site. */
const maxComparisons = 10_000_000;

/** Folders of a project whose files are at the top of a site. */
const tops = /^(?:public|static|content|docs)\//;

export class NearFiles {
  readonly #paths: ReadonlySet<string>;
  /** The path of each file name in lower case. Undefined if several files have it. */
  readonly #byName = new Map<string, string | undefined>();
  readonly #extensions: ReadonlySet<string>;
  readonly #index: NameIndex;

  constructor({ assets, publicFiles }: Linkable) {
    this.#paths = new Set([...assets.keys(), ...publicFiles.keys()]);
    this.#extensions = new Set([...this.#paths].map(extensionOf));
    this.#index = new NameIndex(this.#paths, maxComparisons);
    for (const path of this.#paths) {
      const name = nameOf(path);
      this.#byName.set(name, this.#byName.has(name) ? undefined : path);
    }
  }

  /**
   * The path of the most similar file. Undefined if no file has the extension of the path, which is then probably a
   * page.
   */
  near(written: string): string | undefined {
    if (!this.#extensions.has(extensionOf(written))) return undefined;
    for (const path of [written, written.replace(tops, '')]) if (this.#paths.has(path)) return path;
    return this.#byName.get(nameOf(written)) ?? this.#index.near(written);
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** The extension in lower case, with its dot. The whole name if it has no extension. */
function extensionOf(path: string): string {
  const name = nameOf(path);
  return name.slice(Math.max(0, name.lastIndexOf('.')));
}
