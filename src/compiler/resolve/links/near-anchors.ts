// An anchor or heading path that a page does not have → the one that the author probably meant. It finds slugs in the
// style of GitHub and Docusaurus, other letter case, a heading path without its first levels, a property without its
// entity, and misspelt names.

import { NameIndex } from '../../text/index.ts';
import type { LinkablePage } from './linkable.ts';

/** Finds similar anchors of one page. The tables are created on first use. */
export class NearAnchors {
  readonly #page: LinkablePage | undefined;
  #ids: Lookup | undefined;
  #paths: Lookup | undefined;

  constructor(page: LinkablePage | undefined) {
    this.#page = page;
  }

  /** The anchor that is most similar. Undefined if there is none. */
  near(wanted: string): string | undefined {
    this.#ids ??= new Lookup(this.#page?.anchors ?? [], /[./]/);
    return this.#ids.near(wanted) ?? this.#ids.near(nextRepeat(wanted)) ?? this.#ids.nearEnd(wanted);
  }

  /** The most similar path of a heading: all slugs from the second level down. Undefined if there is none. */
  nearPath(wanted: string): string | undefined {
    this.#paths ??= new Lookup(this.#page?.headingPaths.keys() ?? [], /\//);
    return this.#paths.near(wanted) ?? this.#paths.nearEnd(wanted);
  }
}

/** Finds similar names, by the whole name or by its last part. */
class Lookup {
  readonly #names: ReadonlySet<string>;
  readonly #separator: RegExp;
  /** The name of each folded form. Undefined if several names have it. */
  readonly #byFold = new Map<string, string | undefined>();
  /** The name of each folded last part. Undefined if several names have it. */
  readonly #byEnd = new Map<string, string | undefined>();
  readonly #index: NameIndex;
  readonly #ends: NameIndex;

  constructor(names: Iterable<string>, separator: RegExp) {
    this.#names = new Set(names);
    this.#separator = separator;
    for (const name of this.#names) {
      const [whole, end] = [foldAnchor(name), foldAnchor(endOf(name, separator))];
      this.#byFold.set(whole, this.#byFold.has(whole) ? undefined : name);
      this.#byEnd.set(end, this.#byEnd.has(end) ? undefined : name);
    }
    this.#index = new NameIndex(this.#names);
    this.#ends = new NameIndex(this.#byEnd.keys());
  }

  near(wanted: string): string | undefined {
    if (this.#names.has(wanted)) return wanted;
    return this.#byFold.get(foldAnchor(wanted)) ?? this.#index.near(wanted);
  }

  nearEnd(wanted: string): string | undefined {
    const end = foldAnchor(endOf(wanted, this.#separator));
    if (end === '') return undefined;
    const near = this.#byEnd.has(end) ? end : this.#ends.near(end);
    return near === undefined ? undefined : this.#byEnd.get(near);
  }
}

function endOf(name: string, separator: RegExp): string {
  return name.split(separator).at(-1)!;
}

/** The folded form of an anchor: its letters and digits, in lower case and without accents. */
function foldAnchor(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Converts the number of a repeated heading from GitHub, which begins at 1, to Stele, which begins at 2. */
function nextRepeat(name: string): string {
  return name.replace(/-(\d{1,4})$/, (_, count: string) => `-${Number(count) + 1}`);
}
