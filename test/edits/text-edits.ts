// Edits of texts by lines, as an author makes them.

import type { Random } from '../../scripts/bench/seeded-random.ts';
import type { ContentFiles } from './content-files.ts';

/** A line of a file. */
interface Place {
  readonly path: string;
  readonly at: number;
}

const isFrontmatter = (lines: readonly string[], at: number): boolean => {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return at > 0 && at < end;
};

/** Where an edit may be: the lines of some files. */
export interface Where {
  readonly files: RegExp;
  readonly line: RegExp;
  /** Whether lines of the frontmatter are meant, or lines of the body; both if absent. */
  readonly part?: 'frontmatter' | 'body';
}

/** A random line; undefined if there is none. */
export function findLine(files: ContentFiles, random: Random, { files: names, line, part }: Where): Place | undefined {
  const places = [...files].flatMap(([path, text]) => {
    if (!names.test(path)) return [];
    const lines = text.split('\n');
    return lines.flatMap((words, at) => {
      const isPart = part === undefined || isFrontmatter(lines, at) === (part === 'frontmatter');
      return isPart && words !== '---' && line.test(words) ? [{ path, at }] : [];
    });
  });
  return places.length === 0 ? undefined : random.pick(places);
}

/** Replaces a random line by lines. */
export function editLine(
  files: ContentFiles,
  random: Random,
  where: Where,
  change: (line: string) => readonly string[],
): string | undefined {
  const place = findLine(files, random, where);
  if (place === undefined) return undefined;
  const lines = files.get(place.path)!.split('\n');
  lines.splice(place.at, 1, ...change(lines[place.at]!));
  files.set(place.path, lines.join('\n'));
  return `${place.path}:${place.at + 1}`;
}

/** Replaces a random line and the lines that are indented deeper below it. */
export function editBranch(
  files: ContentFiles,
  random: Random,
  where: Where,
  change: (lines: readonly string[]) => readonly string[],
): string | undefined {
  const place = findLine(files, random, where);
  if (place === undefined) return undefined;
  const lines = files.get(place.path)!.split('\n');
  const depth = indentOf(lines[place.at]!);
  let end = place.at + 1;
  while (end < lines.length && lines[end] !== '---' && (lines[end] === '' || indentOf(lines[end]!) > depth)) end++;
  lines.splice(place.at, end - place.at, ...change(lines.slice(place.at, end)));
  files.set(place.path, lines.join('\n'));
  return `${place.path}:${place.at + 1}`;
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** Sets a key at the top of `site.yaml`, or of a page's frontmatter; removes it if the value is undefined. */
export function setKey(text: string, key: string, value: string | undefined): string {
  const blocks = text.split(/^(?=\w)/m).filter((block) => !block.startsWith(`${key}:`));
  return [...blocks, ...(value === undefined ? [] : [`${key}: ${value}\n`])].join('');
}

/** Sets a key of a page's frontmatter. */
export function setPageKey(text: string, key: string, value: string | undefined): string {
  const found = /^---\n([^]*?)^---\n/m.exec(text);
  if (found === null) return value === undefined ? text : `---\n${key}: ${value}\n---\n\n${text}`;
  return `---\n${setKey(found[1]!, key, value)}---\n${text.slice(found[0].length)}`;
}
