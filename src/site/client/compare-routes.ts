// The distance of a page from a path: by the page's route, or by its title in place of the route's last segment. The
// last segment counts most.

import { countEdits } from '../../compiler/text/index.ts';
import { foldName } from '../../outputs/search/index.ts';

/** Route and title, as `_routes.json` lists them. */
export type Route = readonly [route: string, title: string];

/** Last segments with a greater distance are not similar. */
export const maxDistance = 0.6;

/** Whether a route's page is above a path. */
export function isAbove(route: string, wanted: string): boolean {
  return route !== '' && wanted.toLowerCase().startsWith(`${route.toLowerCase()}/`);
}

/** The distance of a page from the wanted path: 0 if they are equal, 1 if they have nothing in common. */
export function distanceOf(wanted: string, [route, title]: Route): number {
  if (wanted === route) return 0;
  const [path, other] = [wanted.toLowerCase(), route.toLowerCase()];
  // A page above the wanted one is a useful suggestion.
  const above = isAbove(other, path) ? 0.2 + 0.1 * path.slice(other.length + 1).split('/').length : 1;
  const [end, name] = [foldName(lastOf(path)), foldName(title)];
  const byTitle = average(titleDistance(end, name), folderOf(path) + end, folderOf(other) + name);
  return Math.min(above, average(relativeDistance(lastOf(path), lastOf(other)), path, other), byTitle);
}

/** The distance of the last segments only, which is fast to compute. */
export function distanceOfEnds(wanted: string, [route, title]: Route): number {
  const end = lastOf(wanted.toLowerCase());
  return Math.min(relativeDistance(end, lastOf(route.toLowerCase())), titleDistance(foldName(end), foldName(title)));
}

/** The mean of the distance of the last segments and the distance of the whole paths. */
function average(ends: number, path: string, other: string): number {
  if (ends > maxDistance) return 1;
  const length = Math.max(path.length, other.length, 1);
  // With more edits, the mean exceeds 0.5, the maximum distance of a suggestion.
  const max = Math.floor(length * (1 - ends));
  return (ends + countEdits(path, other, max) / length) / 2;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Edit distance per character; 1 if it exceeds `maxDistance`. */
function relativeDistance(a: string, b: string): number {
  const length = Math.max(a.length, b.length, 1);
  const edits = countEdits(a, b, Math.floor(length * maxDistance));
  return edits > length * maxDistance ? 1 : edits / length;
}

/** The distance of a segment from a folded title; 1 if one of them has no letters or digits. */
function titleDistance(end: string, title: string): number {
  return end === '' || title === '' ? 1 : relativeDistance(end, title);
}
