// Texts of sections that are too long for one file → files of limited length, and an index that lists them.

import type { SiteConfig } from '../../compiler/model/index.ts';
import { link } from '../markdown/index.ts';
import { placeOf } from './place-of.ts';
import { maxCharacters, splitParts } from './split-parts.ts';

/** The texts of a section, each short enough for one file. */
export interface SectionTexts {
  /** Markdown of its title. */
  readonly title: string;
  /** The beginning of the names of its files. */
  readonly name: string;
  readonly texts: readonly string[];
}

export interface IndexPlace {
  readonly site: SiteConfig;
  /** Path of the index, from the top of the site. */
  readonly path: string;
  /** The folder of the other files, with `/` at its end. */
  readonly folder: string;
  /** Markdown before the sections. */
  readonly head: string;
  /** Markdown behind the sections. */
  readonly foot: readonly string[];
}

/** A file that an index lists. */
interface ListedFile {
  readonly label: string;
  readonly path: string;
}

/**
 * The files and their index, by path from the top of the site. An index that is too long itself lists one index or more
 * for each section.
 */
export function writeParts(place: IndexPlace, sections: readonly SectionTexts[]): ReadonlyMap<string, string> {
  const { site, path, folder } = place;
  const files = new Map<string, string>();
  const addFiles = ({ title, name, texts }: SectionTexts): { title: string; name: string; listed: ListedFile[] } => ({
    title,
    name,
    listed: texts.map((text, i) => {
      const file = freePath(files, `${folder}${name}${texts.length === 1 ? '' : `-${i + 1}`}`);
      files.set(file, text);
      return { label: labelPart(title, i, texts.length), path: file };
    }),
  });
  const linesIn = (from: string, listed: readonly ListedFile[]): readonly string[] =>
    listed.map((file) => `- ${link(file.label, placeOf(site, from, file.path))}\n`);
  const indexOf = (added: readonly ReturnType<typeof addFiles>[]): string => {
    const lists = added.map(({ title, listed }) => `## ${title}\n\n${linesIn(path, listed).join('')}`);
    return [place.head, ...lists, ...place.foot].join('\n');
  };
  const added = sections.map(addFiles);
  const whole = indexOf(added);
  if (whole.length <= maxCharacters) return files.set(path, whole);
  const indexes = added.map(({ title, name, listed }) =>
    addFiles({ title, name: `index-${name}`, texts: splitParts(linesIn(`${folder}x.txt`, listed)) }),
  );
  return files.set(path, indexOf(indexes));
}

/** The title of a section, with the number of its part. */
export function labelPart(title: string, index: number, count: number): string {
  return count === 1 ? title : `${title} (${index + 1} of ${count})`;
}

/** Paths of sections such as `a/b` and `a-b` give the same name. */
function freePath(files: ReadonlyMap<string, string>, start: string): string {
  let path = `${start}.txt`;
  for (let number = 2; files.has(path); number++) path = `${start}_${number}.txt`;
  return path;
}
