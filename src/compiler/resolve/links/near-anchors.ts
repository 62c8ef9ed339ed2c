// An anchor or heading path that a page does not have → the one that was probably meant: the slug that GitHub or
// Docusaurus would make of a heading, another casing, a heading path with a level too few, a property without its
// entity, a misspelt name.

import { NameIndex } from '../../diagnostics/index.ts';
import type { LinkablePage } from './linkable.ts';

/** Looks up anchors of one page. Its tables are made when they are first used. */
export class NearAnchors {
  readonly #page: LinkablePage | undefined;
  #ids: Lookup | undefined;
  #paths: Lookup | undefined;

  constructor(page: LinkablePage | undefined) {
    this.#page = page;
  }

  /** The anchor that is near. */
  near(wanted: string): string | undefined {
    this.#ids ??= new Lookup(this.#page?.anchors ?? [], /[./]/);
    return this.#ids.near(wanted) ?? this.#ids.near(nextRepeat(wanted)) ?? this.#ids.nearEnd(wanted);
  }

  /** The path of a heading that is near: all slugs from the second level down. */
  nearPath(wanted: string): string | undefined {
    this.#paths ??= new Lookup(this.#page?.headingPaths.keys() ?? [], /\//);
    return this.#paths.near(wanted) ?? this.#paths.nearEnd(wanted);
  }
}

/** Finds names by all of them or by their last part. */
class Lookup {
  readonly #names: ReadonlySet<string>;
  readonly #separator: RegExp;
  /** Name by its folded form; undefined where several names share it. */
  readonly #byFold = new Map<string, string | undefined>();
  /** Name by the folded form of its last part; undefined where several names share it. */
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

/** The folded form of an anchor: its letters and digits, without case and accents. */
function foldAnchor(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** GitHub counts the repeats of a heading from 1, Stele from 2: `setup-1` there is `setup-2` here. */
function nextRepeat(name: string): string {
  return name.replace(/-(\d{1,4})$/, (_, count: string) => `-${Number(count) + 1}`);
}
