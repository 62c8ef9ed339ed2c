// A path that is no file → the file that was probably meant: with a folder in front that is not part of addresses, in
// another folder, in another case, or misspelt.

import { NameIndex } from '../../diagnostics/index.ts';
import type { Linkable } from './linkable.ts';

/** Names compared one by one, over a whole site. */
const mostComparisons = 10_000_000;

/** Folders of projects whose files stand at the top of a site. */
const tops = /^(?:public|static|content|docs)\//;

export class NearFiles {
  readonly #paths: ReadonlySet<string>;
  /** Path by the file's name in lower case; undefined where several files share it. */
  readonly #byName = new Map<string, string | undefined>();
  readonly #endings: ReadonlySet<string>;
  readonly #index: NameIndex;

  constructor({ assets, publicFiles }: Linkable) {
    this.#paths = new Set([...assets.keys(), ...publicFiles.keys()]);
    this.#endings = new Set([...this.#paths].map(endingOf));
    this.#index = new NameIndex(this.#paths, mostComparisons);
    for (const path of this.#paths) {
      const name = nameOf(path);
      this.#byName.set(name, this.#byName.has(name) ? undefined : path);
    }
  }

  /** The path of the file; undefined for a path whose ending no file has: it means a page. */
  near(written: string): string | undefined {
    if (!this.#endings.has(endingOf(written))) return undefined;
    for (const path of [written, written.replace(tops, '')]) if (this.#paths.has(path)) return path;
    return this.#byName.get(nameOf(written)) ?? this.#index.near(written);
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** In lower case, with its dot; the whole name where there is none. */
function endingOf(path: string): string {
  const name = nameOf(path);
  return name.slice(Math.max(0, name.lastIndexOf('.')));
}
