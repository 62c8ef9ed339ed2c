// A path that leads nowhere → the routes that were probably meant. Paths go wrong in few ways: a letter, a page that has
// moved to another folder or goes by its title, a page below one that exists, a language that is misspelt.

import { distanceOf, distanceOfEnds, isAbove, unlike, type Route } from './compare-routes.ts';
import { guessLanguage, type KnownLanguage } from './guess-language.ts';

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
/** Routes of which the ends are compared before the browser may do something else. */
const atOnce = 100;

/**
 * Takes pauses, so that a page with thousands of routes to choose from still answers its reader.
 * @param path from the top of the site
 * @param fallback id of the language where the path begins with one that the site does not have
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
  if (fallback === undefined || !isStrange(first, rest, routes)) return { routes: choose(whole) };
  // It may also be a folder that is misspelt: `refrence/sso/connection` on a site that has a folder `sso` too.
  const behind = await rank(rest, routes);
  return bestOf(behind) < bestOf(whole) ? { language: fallback, routes: choose(behind) } : { routes: choose(whole) };
}

interface Ranked {
  readonly route: Route;
  /** From what was wanted. */
  readonly distance: number;
}

/** The likeliest first. */
async function rank(wanted: string, routes: readonly Route[]): Promise<readonly Ranked[]> {
  const ranked = (await likely(wanted, routes)).map((route) => ({ route, distance: distanceOf(wanted, route) }));
  return ranked.sort((a, b) => a.distance - b.distance);
}

function bestOf([first]: readonly Ranked[]): number {
  return first?.distance ?? 1;
}

function choose(ranked: readonly Ranked[]): readonly Route[] {
  const limit = Math.min(furthest, bestOf(ranked) + spread);
  const near = ranked.filter(({ distance }) => distance <= limit);
  return near.slice(0, most).map(({ route }) => route);
}

/** A first segment that is a language, or means one and is no folder. */
function languageOf(first: string, routes: readonly Route[], languages: readonly KnownLanguage[]): string | undefined {
  if (languages.some(({ id }) => id === first)) return first;
  return isFolder(first, routes) ? undefined : guessLanguage(first, languages);
}

/** Whether a first segment is no folder, and stands in front of one: a language that the site does not have. */
function isStrange(first: string, rest: string, routes: readonly Route[]): boolean {
  return rest !== '' && !isFolder(first, routes) && isFolder(rest.split('/')[0]!, routes);
}

function isFolder(segment: string, routes: readonly Route[]): boolean {
  return routes.some(([route]) => route === segment || route.startsWith(`${segment}/`));
}

/** The routes that are compared as a whole: those above the wanted one, and those whose ends are most like its end. */
async function likely(wanted: string, routes: readonly Route[]): Promise<readonly Route[]> {
  const above = routes.filter(([route]) => isAbove(route, wanted));
  const alike: Ranked[] = [];
  for (const [i, route] of routes.entries()) {
    if (i % atOnce === atOnce - 1) await new Promise((done) => setTimeout(done));
    const distance = distanceOfEnds(wanted, route);
    if (distance <= unlike) alike.push({ route, distance });
  }
  alike.sort((a, b) => a.distance - b.distance);
  return [...new Set([...alike.slice(0, compared).map(({ route }) => route), ...above])];
}
