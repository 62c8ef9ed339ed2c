// A site before and after edits of some pages → whether files that are not made of single pages, and the samples of
// other pages, show the same of them.

import type { CardView, ResolvedModel, ResolvedPage } from '../compiler/model/index.ts';
import { routeFrom } from '../compiler/source/index.ts';
import { dependsOnLanguage, describeLinkable, describePage, findCard, pageTitle } from './html/index.ts';

/**
 * Whether the samples of other pages and the canonical addresses depend on the pages as they did before, and the same
 * pages have a picture for shared links.
 */
export function isSeenTheSame(before: ResolvedModel, after: ResolvedModel, routes: readonly string[]): boolean {
  const isSame = (describe: (resolved: ResolvedModel, route: string) => unknown): boolean =>
    routes.every((route) => JSON.stringify(describe(before, route)) === JSON.stringify(describe(after, route)));
  return (
    isSame(({ pages }, route) => dependsOnLanguage(pages.get(route)!)) &&
    isSame((resolved, route) => findCard(resolved, route)?.path) &&
    describeLinkable(before, routes) === describeLinkable(after, routes)
  );
}

/** The pictures for shared links that are others than before. */
export function listChangedCards(
  before: ResolvedModel,
  after: ResolvedModel,
  routes: readonly string[],
): readonly CardView[] {
  return routes.flatMap((route) => {
    const [old, now] = [before, after].map((resolved) => findCard(resolved, route));
    return now === undefined || JSON.stringify(old) === JSON.stringify(now) ? [] : [now];
  });
}

/** Whether pages show other code than before: in fences, or in samples. */
export function hasOtherCode(before: ResolvedModel, after: ResolvedModel, routes: readonly string[]): boolean {
  return routes.some((route) => describeCode(before.pages.get(route)!) !== describeCode(after.pages.get(route)!));
}

function describeCode({ blocks }: ResolvedPage): string {
  const panels = blocks.flatMap((block) => block.panels);
  return JSON.stringify(panels.map(({ fence, samples }) => [fence, [...samples].map(([id, { text }]) => [id, text])]));
}

/**
 * Whether lists of pages for programs say the same about the pages: `llms.txt` and skills.
 * @param hasCode whether code that the pages show has changed
 */
export function isListedTheSame(
  before: ResolvedModel,
  after: ResolvedModel,
  routes: readonly string[],
  hasCode: boolean,
): boolean {
  const { languages, outputs, skills } = after.site;
  if (!outputs.llms && !outputs.skills) return true;
  // Skills show a sample of the quick start.
  const start = skills.quickStart?.value;
  if (hasCode && outputs.skills && start !== undefined && routes.includes(routeFrom(start))) return false;
  return routes.every((route) => {
    const [old, now] = [before, after].map(({ pages }) => pages.get(route)!);
    if (pageTitle(old!) !== pageTitle(now!)) return false;
    return [undefined, ...languages].every((language) => describePage(old!, language) === describePage(now!, language));
  });
}
