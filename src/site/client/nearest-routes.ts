// A path that leads nowhere → the routes that were probably meant. Paths go wrong in few ways: a letter, a page that has
// moved to another folder, a page below one that exists, a language that is misspelt.

/** Route and title, as `_routes.json` lists them. */
export type Route = readonly [route: string, title: string];

export interface Nearest {
  /** Language that the path begins with; absent where it names none. */
  readonly language?: string;
  /** The likeliest first; the first is the very page where only the language was wrong. */
  readonly routes: readonly Route[];
}

const most = 5;
const furthest = 0.5;
/** What is this much further off than the likeliest is not meant. */
const spread = 0.25;
/** Routes that are compared as a whole, which takes time. */
const compared = 50;

/** @param path from the top of the site, without slashes at its ends */
export function findNearest(path: string, routes: readonly Route[], languages: readonly string[]): Nearest {
  const [first = '', ...rest] = path.split('/');
  const language = languages.find((id) => id === first) ?? guessLanguage(first, rest.join('/'), routes, languages);
  const wanted = language === undefined ? path : rest.join('/');
  const scored = likely(wanted, routes).map((route) => ({ route, score: distanceOf(wanted, route[0]) }));
  const limit = Math.min(furthest, Math.min(...scored.map(({ score }) => score), 1) + spread);
  const near = scored.filter(({ score }) => score <= limit).sort((a, b) => a.score - b.score);
  return { ...(language === undefined ? {} : { language }), routes: near.slice(0, most).map(({ route }) => route) };
}

/** A first segment that is nearly a language, or is none and stands in front of a route that exists. */
function guessLanguage(
  first: string,
  rest: string,
  routes: readonly Route[],
  languages: readonly string[],
): string | undefined {
  if (routes.some(([route]) => route === first || route.startsWith(`${first}/`))) return undefined;
  const isRoute = routes.some(([route]) => route === rest);
  const near = languages
    .map((id) => ({ id, distance: editDistance(first.toLowerCase(), id) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near === undefined) return undefined;
  return near.distance <= 2 && near.distance < near.id.length / 2 ? near.id : isRoute ? languages[0] : undefined;
}

/** The routes that are compared as a whole: those above the wanted one, and those whose ends are most like its end. */
function likely(wanted: string, routes: readonly Route[]): readonly Route[] {
  const end = lastOf(wanted.toLowerCase());
  const above = routes.filter(([route]) => isAbove(route, wanted));
  const alike = routes
    .map((route) => ({ route, distance: relative(end, lastOf(route[0].toLowerCase())) }))
    .filter(({ distance }) => distance <= 0.6)
    .sort((a, b) => a.distance - b.distance);
  return [...new Set([...alike.slice(0, compared).map(({ route }) => route), ...above])];
}

function isAbove(route: string, wanted: string): boolean {
  return route !== '' && wanted.toLowerCase().startsWith(`${route.toLowerCase()}/`);
}

/** 0 where a route is the one that was wanted, 1 where it has nothing of it. */
function distanceOf(wanted: string, route: string): number {
  if (wanted === route) return 0;
  const [path, other] = [wanted.toLowerCase(), route.toLowerCase()];
  // A page above the wanted one is a place to look further.
  const above = isAbove(other, path) ? 0.2 + 0.1 * path.slice(other.length + 1).split('/').length : 1;
  const last = relative(lastOf(path), lastOf(other));
  return Math.min(above, last > 0.6 ? 1 : (last + relative(path, other)) / 2);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function relative(a: string, b: string): number {
  return editDistance(a, b) / Math.max(a.length, b.length, 1);
}

/** Letters to add, take away, change, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(change, last[j]! + 1, row[j - 1]! + 1, isSwap ? before[j - 2]! + 1 : Infinity));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
