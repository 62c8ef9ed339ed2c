// A twin that is too long for one file → its parts. Joined without the lines that say what they are, they are the twin.

import type { TwinWords } from '../../compiler/model/index.ts';
import { encodePath, partPath } from '../../compiler/text/index.ts';
import { writeFrontMatter } from './front-matter.ts';
import { link, plainWords } from './inline.ts';

/** Limit of a file: assistants cut longer texts. */
export const maxTwinCharacters = 50_000;

/** What the parts say about their page. */
export interface PartFacts {
  /** Title of the page. */
  readonly title: string;
  readonly canonical: string | undefined;
  /** Public address of the site, with `/` at its end. */
  readonly url: string | undefined;
}

/**
 * The files of a twin, by path from the top of the site: one, or parts of limited length. A part is longer only if one
 * block is.
 * @param path of the twin
 * @param text of the twin, with front matter
 */
export function splitTwin(
  path: string,
  text: string,
  facts: PartFacts,
  words: TwinWords,
  max = maxTwinCharacters,
): readonly (readonly [path: string, text: string])[] {
  if (text.length <= max) return [[path, text]];
  const start = text.indexOf('\n---\n\n') + '\n---\n\n'.length;
  const longest = writeHead(path, 99_999, 100_000, facts, words).length;
  const bodies = cutText(text.slice(start), start, Math.max(max - longest, 1));
  if (bodies.length === 1) return [[path, text]];
  return bodies.map((body, i) => {
    const head = i === 0 ? text.slice(0, start) : undefined;
    return [partPath(path, i + 1), writeHead(path, i + 1, bodies.length, facts, words, head) + body];
  });
}

/** What stands above the text of a part. `front` is the front matter of the twin, which the first part has. */
function writeHead(
  path: string,
  part: number,
  parts: number,
  { title, canonical, url }: PartFacts,
  words: TwinWords,
  front?: string,
): string {
  const hrefOf = (other: number): string => {
    const file = partPath(path, other);
    return url === undefined ? `./${encodePath(file.slice(file.lastIndexOf('/') + 1))}` : url + encodePath(file);
  };
  const number = `part: "${part} of ${parts}"\n---\n\n`;
  const facts = front ?? `${writeFrontMatter({ title, canonical })}\n\n`;
  const line = [
    words.twinPart(part, parts, link(plainWords(title), hrefOf(1))),
    ...(part > 1 ? [link(words.previous, hrefOf(part - 1))] : []),
    ...(part < parts ? [link(words.next, hrefOf(part + 1))] : []),
  ];
  return `${facts.slice(0, -'---\n\n'.length)}${number}${line.join(' · ')}\n\n`;
}

/**
 * Cuts a text at the best places that leave no piece too long: before a heading of a section, else another heading, a
 * block or an item of a list, an item inside an item.
 * @param used characters that stand before the first piece
 */
function cutText(text: string, used: number, max: number): readonly string[] {
  const places = findPlaces(text);
  const pieces: string[] = [];
  let start = 0;
  let room = Math.max(max - used, 1);
  let next = 0;
  while (text.length - start > room) {
    while (next < places.length && places[next]!.at <= start) next++;
    let last = next;
    while (last < places.length && places[last]!.at <= start + room) last++;
    const within = places.slice(next, last);
    const late = within.filter(({ at }) => at > start + room / 2);
    // No place is near: the block stays whole.
    const cut = bestOf(late.length > 0 ? late : within) ?? places[next];
    if (cut === undefined) break;
    pieces.push(text.slice(start, cut.at));
    start = cut.at;
    room = max;
  }
  return [...pieces, text.slice(start)];
}

/** A place to cut at. A smaller rank is better. */
interface Place {
  readonly at: number;
  readonly rank: number;
}

/** The last one of the best rank. */
function bestOf(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>((best, each) => (best && best.rank < each.rank ? best : each), undefined);
}

/** Matches what opens a fence, also in an item or a quote. */
const fenceStart = /^(?:[\s>]|[-*+] |\d+[.)] )*(`{3,}(?=[^`]*$)|~{3,})/;
const fenceEnd = /^[\s>]*(`{3,}|~{3,})\s*$/;
const heading = /^(#{1,6}) /;
/** Deeper items would be code at the beginning of a part. */
const item = /^( {0,3})(?:[-*+]|\d+[.)])(?: |$)/;

/** The places before which a text may be cut, in order. */
function findPlaces(text: string): readonly Place[] {
  const places: Place[] = [];
  let fence: string | undefined;
  /** The last line that is not empty, and whether an empty one follows it. */
  let before = '';
  let isAfterGap = false;
  let at = 0;
  for (const line of text.split('\n')) {
    if (fence === undefined) {
      const rank = before === '' || isAboveText(before, line) ? undefined : rankOf(line, isAfterGap);
      if (rank !== undefined) places.push({ at, rank });
      fence = fenceStart.exec(line)?.[1];
    } else if (fenceEnd.exec(line)?.[1]?.startsWith(fence)) fence = undefined;
    isAfterGap = line === '';
    if (line !== '') before = line;
    at += line.length + 1;
  }
  return places;
}

/** Whether a line is a heading of the next one: of a text, or of a section with a smaller heading. */
function isAboveText(before: string, line: string): boolean {
  const depth = heading.exec(before)?.[1]!.length;
  return depth !== undefined && (heading.exec(line)?.[1]!.length ?? 7) > depth;
}

/** The rank of the place before a line outside of fences; undefined if the text cannot be cut there. */
function rankOf(line: string, isAfterGap: boolean): number | undefined {
  const depth = heading.exec(line)?.[1]!.length;
  if (depth !== undefined && isAfterGap) return depth <= 2 ? 0 : 1;
  const indent = item.exec(line)?.[1]!.length;
  if (indent !== undefined) return indent === 0 ? 2 : 3;
  return isAfterGap && /^\S/.test(line) ? 2 : undefined;
}
