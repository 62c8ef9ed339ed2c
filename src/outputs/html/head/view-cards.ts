// The resolved model → the pictures for shared links: one per section, or one per page if the site sets this. Languages
// share a picture, since their differences would be too small to read.

import { sectionOf, type CardView, type ResolvedModel } from '../../../compiler/model/index.ts';
import { pageTitle } from '../page-title.ts';

/** All pictures of a site, in the order of its sections or routes; none without a `url`, which links to them need. */
export function listCards(resolved: ResolvedModel): readonly CardView[] {
  const { pages, sections, site } = resolved;
  if (site.url === undefined || site.socialImages === 'off') return [];
  const routes = site.socialImages === 'pages' ? [...pages.keys()] : sections.map(({ path }) => path);
  const cards = [...new Set(['', ...routes])].map((route) => makeCard(resolved, route));
  return cards.filter((card) => card !== undefined);
}

/** The picture of a page; undefined if there is none. */
export function findCard(resolved: ResolvedModel, route: string): CardView | undefined {
  const { site } = resolved;
  if (site.url === undefined || site.socialImages === 'off') return undefined;
  if (site.socialImages === 'pages') return makeCard(resolved, route);
  return makeCard(resolved, sectionOf(resolved.sections, route)?.path ?? '');
}

function makeCard(resolved: ResolvedModel, route: string): CardView | undefined {
  const { site, pages } = resolved;
  const section = sectionOf(resolved.sections, route);
  const path = ['_social', route, 'card.png'].filter((part) => part !== '').join('/');
  const isPage = site.socialImages === 'pages' && route !== '' && pages.has(route);
  const title = isPage ? pageTitle(pages.get(route)!) : route === '' ? site.title : (section?.title ?? site.title);
  const above = isPage ? section?.title : undefined;
  const card = { path, title, site: site.title, ...(above === undefined || above === title ? {} : { above }) };
  return [card.title, card.site, above ?? ''].every(canBeSet) ? card : undefined;
}

/**
 * Whether the card's typeface has all characters of a text. Without them there is no picture, since it would show
 * boxes.
 */
function canBeSet(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0020-\u024f\u2010-\u2044\u20a0-\u20bf]*$/u.test(text);
}
