// How far a page is from a path: by its route, and by its title in the route's place. A path's end tells most.

import { countEdits } from '../../compiler/text/index.ts';
import { foldName } from '../../outputs/search/index.ts';

/** Route and title, as `_routes.json` lists them. */
export type Route = readonly [route: string, title: string];

/** Ends of paths that differ by more are not alike. */
export const unlike = 0.6;

/** Whether a route's page is above a path. */
export function isAbove(route: string, wanted: string): boolean {
  return route !== '' && wanted.toLowerCase().startsWith(`${route.toLowerCase()}/`);
}

/** 0 for the very page that was wanted, 1 for one that has nothing of it. */
export function distanceOf(wanted: string, [route, title]: Route): number {
  if (wanted === route) return 0;
  const [path, other] = [wanted.toLowerCase(), route.toLowerCase()];
  // A page above the wanted one is a place to look further.
  const above = isAbove(other, path) ? 0.2 + 0.1 * path.slice(other.length + 1).split('/').length : 1;
  const [end, name] = [foldName(lastOf(path)), foldName(title)];
  const byTitle = average(apartByTitle(end, name), folderOf(path) + end, folderOf(other) + name);
  return Math.min(above, average(apart(lastOf(path), lastOf(other)), path, other), byTitle);
}

/** The part of `distanceOf` that takes little time. */
export function distanceOfEnds(wanted: string, [route, title]: Route): number {
  const end = lastOf(wanted.toLowerCase());
  return Math.min(apart(end, lastOf(route.toLowerCase())), apartByTitle(foldName(end), foldName(title)));
}

/** Half is how far the ends are apart, half how far the paths are. */
function average(ends: number, path: string, other: string): number {
  if (ends > unlike) return 1;
  const length = Math.max(path.length, other.length, 1);
  // More than this is further off than anybody looks.
  const most = Math.floor(length * (1 - ends));
  return (ends + countEdits(path, other, most) / length) / 2;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Part of the letters that are not the same, 1 where it is more than counts. */
function apart(a: string, b: string): number {
  const length = Math.max(a.length, b.length, 1);
  const edits = countEdits(a, b, Math.floor(length * unlike));
  return edits > length * unlike ? 1 : edits / length;
}

/** A title of signs alone is like nothing. */
function apartByTitle(end: string, title: string): number {
  return end === '' || title === '' ? 1 : apart(end, title);
}
