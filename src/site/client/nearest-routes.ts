// A path that does not exist → the routes that were probably meant. The usual mistakes are a wrong letter, a page that
// moved to another folder, a title in place of a route, a path below an existing page, and a misspelt language.

import { distanceOf, distanceOfEnds, isAbove, maxDistance, type Route } from './compare-routes.ts';
import { guessLanguage, type KnownLanguage } from './guess-language.ts';

export interface Nearest {
  /** Id of the language that the path begins with; absent if it begins with none. */
  readonly language?: string;
  /** The most likely first. If only the language was wrong, the first is the wanted page. */
  readonly routes: readonly Route[];
}

/** Maximum number of suggestions. */
const maxSuggestions = 5;
/** Maximum distance of a suggestion. */
const maxTotal = 0.5;
/** Maximum difference to the distance of the best suggestion. */
const maxSpread = 0.25;
/** Number of routes that are compared as a whole, which takes time. */
const maxCompared = 50;
/** Number of routes that are compared by their ends before the browser may handle events. */
const batchSize = 100;

/**
 * Finds the routes that are most similar to a path. Pauses regularly, so that the page stays responsive with thousands
 * of routes.
 * @param path from the top of the site
 * @param fallback id of the language to use if the path begins with a language that the site does not have
 */
export async function findNearestRoutes(
  path: string,
  routes: readonly Route[],
  languages: readonly KnownLanguage[],
  fallback = languages[0]?.id,
): Promise<Nearest> {
  const page = path.replace(/^\/+|\/+$/g, '').replace(/(?:^|\/)index\.html?$|\.html?$/i, '');
  const [first = '', ...others] = page.split('/');
  const rest = others.join('/');
  const language = languageOf(first, routes, languages);
  if (language !== undefined) return { language, routes: choose(await rank(rest, routes)) };
  const whole = await rank(page, routes);
  if (fallback === undefined || !mayBeLanguage(first, rest, routes)) return { routes: choose(whole) };
  // The first segment may also be a misspelt folder: `refrence/sso/connection` on a site that has a folder `sso` too.
  const withoutFirst = await rank(rest, routes);
  return bestOf(withoutFirst) < bestOf(whole)
    ? { language: fallback, routes: choose(withoutFirst) }
    : { routes: choose(whole) };
}

interface Ranked {
  readonly route: Route;
  /** From the wanted path. */
  readonly distance: number;
}

/** Orders routes by their distance, the nearest first. */
async function rank(wanted: string, routes: readonly Route[]): Promise<readonly Ranked[]> {
  const ranked = (await selectLikely(wanted, routes)).map((route) => ({ route, distance: distanceOf(wanted, route) }));
  return ranked.sort((a, b) => a.distance - b.distance);
}

function bestOf([first]: readonly Ranked[]): number {
  return first?.distance ?? 1;
}

function choose(ranked: readonly Ranked[]): readonly Route[] {
  const limit = Math.min(maxTotal, bestOf(ranked) + maxSpread);
  const near = ranked.filter(({ distance }) => distance <= limit);
  return near.slice(0, maxSuggestions).map(({ route }) => route);
}

/** The language that the first segment names. The name may be misspelt, if no folder has it. */
function languageOf(first: string, routes: readonly Route[], languages: readonly KnownLanguage[]): string | undefined {
  if (languages.some(({ id }) => id === first)) return first;
  return isFolder(first, routes) ? undefined : guessLanguage(first, languages);
}

/** Whether the first segment is not a folder but the second is: then the first may be a language the site lacks. */
function mayBeLanguage(first: string, rest: string, routes: readonly Route[]): boolean {
  return rest !== '' && !isFolder(first, routes) && isFolder(rest.split('/')[0]!, routes);
}

function isFolder(segment: string, routes: readonly Route[]): boolean {
  return routes.some(([route]) => route === segment || route.startsWith(`${segment}/`));
}

/** Selects the routes to compare as a whole: those above the wanted path, and those with the most similar ends. */
async function selectLikely(wanted: string, routes: readonly Route[]): Promise<readonly Route[]> {
  const above = routes.filter(([route]) => isAbove(route, wanted));
  const similar: Ranked[] = [];
  for (const [i, route] of routes.entries()) {
    if (i % batchSize === batchSize - 1) await new Promise((done) => setTimeout(done));
    const distance = distanceOfEnds(wanted, route);
    if (distance <= maxDistance) similar.push({ route, distance });
  }
  similar.sort((a, b) => a.distance - b.distance);
  return [...new Set([...similar.slice(0, maxCompared).map(({ route }) => route), ...above])];
}
