// An item of an entity in little memory. A site has a hundred items per entity, and as an object for each of their
// values and places, they took half of the memory of a compilation.

import type { Description, FieldItem, Item, Located, Placeholder, Text } from '../model/index.ts';
import type { Range, SourceFile } from '../source/index.ts';

/** Values that few items have. */
type RareValues = Pick<FieldItem, 'title' | 'default' | 'deprecated' | 'since'>;

/** Texts that items have, so that equal texts are one string: the items of all languages have the same ones. */
export type Words = Map<string, string>;

function same(text: string, words: Words): string {
  const known = words.get(text);
  if (known === undefined) words.set(text, text);
  return known ?? text;
}

/** Keeps values and offsets. The objects around them are made when they are read, and are new each time. */
export class CompactField implements FieldItem {
  readonly optional: Located<boolean> | undefined;
  readonly properties: readonly Item[];
  readonly isBare: boolean;
  readonly display: FieldItem['display'];
  readonly #file: SourceFile;
  readonly #key: string;
  readonly #keyStart: number;
  readonly #keyEnd: number;
  readonly #type: string | undefined;
  readonly #typeStart: number;
  readonly #typeEnd: number;
  /** The path of a placeholder, or another description. */
  readonly #description: string | Exclude<Description, Placeholder> | undefined;
  readonly #pathStart: number;
  readonly #pathEnd: number;
  readonly #rare: RareValues | undefined;
  readonly #start: number;
  readonly #end: number;

  /**
   * @param field its texts and placeholder are in `file`
   * @param words the names, types and paths of earlier items; those of this one are added
   */
  constructor(file: SourceFile, field: Omit<FieldItem, 'kind'>, words: Words) {
    const { key, type, description, title, default: preset, deprecated, since, range } = field;
    const isPlaceholder = description?.kind === 'placeholder';
    this.optional = field.optional;
    this.properties = field.properties;
    this.isBare = field.isBare;
    this.display = field.display;
    this.#file = file;
    this.#key = same(key.value, words);
    this.#keyStart = key.range.start;
    this.#keyEnd = key.range.end;
    this.#type = type && same(type.value, words);
    this.#typeStart = type?.range.start ?? 0;
    this.#typeEnd = type?.range.end ?? 0;
    this.#description = isPlaceholder ? same(description.path, words) : description;
    this.#pathStart = isPlaceholder ? description.range.start : 0;
    this.#pathEnd = isPlaceholder ? description.range.end : 0;
    const hasRare = title !== undefined || preset !== undefined || deprecated !== undefined || since !== undefined;
    this.#rare = hasRare ? { title, default: preset, deprecated, since } : undefined;
    this.#start = range.start;
    this.#end = range.end;
  }

  get kind(): 'field' {
    return 'field';
  }

  get key(): Text {
    return { value: this.#key, file: this.#file, range: { start: this.#keyStart, end: this.#keyEnd } };
  }

  get type(): Text | undefined {
    if (this.#type === undefined) return undefined;
    return { value: this.#type, file: this.#file, range: { start: this.#typeStart, end: this.#typeEnd } };
  }

  get description(): Description | undefined {
    const path = this.#description;
    if (typeof path !== 'string') return path;
    return { kind: 'placeholder', path, file: this.#file, range: { start: this.#pathStart, end: this.#pathEnd } };
  }

  get title(): Text | undefined {
    return this.#rare?.title;
  }

  get default(): Text | undefined {
    return this.#rare?.default;
  }

  get deprecated(): FieldItem['deprecated'] {
    return this.#rare?.deprecated;
  }

  get since(): Text | undefined {
    return this.#rare?.since;
  }

  get range(): Range {
    return { start: this.#start, end: this.#end };
  }
}
