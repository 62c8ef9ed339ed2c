// A page at one address → its metadata for browsers, search engines and shared links. Absolute addresses need the
// site's `url`: without it there are none.

import {
  wordsOf,
  type Address,
  type CardHeadView,
  type HeadView,
  type Language,
  type ResolvedPage,
  type ResolvedModel,
} from '../../../compiler/model/index.ts';
import { feedName } from '../../../compiler/source/index.ts';
import { encodePath } from '../../../compiler/text/index.ts';
import { pathOf, wayUp } from '../addresses.ts';
import { hrefOfTwin } from '../twin-paths.ts';
import { findCard } from './view-cards.ts';
import { viewSignature } from '../entity/view-signature.ts';

export interface HeadSubject {
  readonly address: Address;
  /** Absent on a generated home page. */
  readonly page: ResolvedPage | undefined;
  readonly language: Language | undefined;
  /** Title of the page. */
  readonly title: string;
  readonly isMissing: boolean;
  /** Whether it is a generated page that lists a section. */
  readonly isList: boolean;
  /** The steps above the page, beginning with the section. */
  readonly trail: readonly { readonly title: string; readonly route?: string | undefined }[];
}

export function viewHead(resolved: ResolvedModel, subject: HeadSubject): HeadView {
  const { site } = resolved;
  const { address, page, title, isList } = subject;
  const isUnlisted = subject.isMissing || isList;
  const isHome = address.route === '';
  const ownTitle =
    !isHome && page !== undefined && page.entities.length > 0 && subject.language
      ? [title, subject.language.label]
      : [title];
  const names = isHome && title === site.title ? ownTitle : [...ownTitle, site.title];
  const canonical = isUnlisted ? undefined : canonicalOf(resolved, address);
  return {
    title: names.join(' · '),
    description: page ? describePage(page, subject.language) : isList ? undefined : site.description,
    ...(canonical === undefined ? {} : { canonical, breadcrumbs: listAbove(resolved, subject, canonical) }),
    isUnlisted,
    twin: hrefOfTwin(address, site.outputs.markdown),
    feed: isUnlisted ? undefined : hrefOfFeed(resolved, address),
    card: isUnlisted ? undefined : viewCardHead(resolved, address.route, ownTitle.join(' · '), isHome),
  };
}

/** A page has a feed if `public` has one at its route. The feed is the same in all trees. */
function hrefOfFeed({ model }: ResolvedModel, address: Address): string | undefined {
  const name = feedName(address.route);
  return model.publicFiles.has(name) ? wayUp(pathOf(address)) + encodePath(name) : undefined;
}

function viewCardHead(resolved: ResolvedModel, route: string, title: string, isHome: boolean): CardHeadView {
  const { url, title: site } = resolved.site;
  const card = findCard(resolved, route);
  if (url === undefined || card === undefined) return { title, site, isHome };
  const words = [card.title, card.above, card.title === site ? undefined : site].filter((word) => word !== undefined);
  return { title, site, isHome, image: { url: url + encodePath(card.path), words: words.join(' · ') } };
}

/**
 * The canonical absolute address. It is the address in the default tree, if the page is the same in every language or
 * the language is the default one. Undefined if the site has no `url` or the page lacks the language.
 */
export function canonicalOf({ site, pages }: ResolvedModel, address: Address): string | undefined {
  const page = pages.get(address.route);
  const language = address.language ?? site.languages[0]?.id;
  const isMissing = language !== undefined && page?.languages !== undefined && !page.languages.has(language);
  if (site.url === undefined || isMissing) return undefined;
  const isDefault = address.language === undefined || address.language === site.languages[0]?.id;
  const isNeutral = page === undefined || isDefault || !dependsOnLanguage(page);
  return site.url + encodePath(pathOf(isNeutral ? { route: address.route } : address));
}

/** Whether a page's content depends on the language. */
export function dependsOnLanguage(page: ResolvedPage): boolean {
  // A page with entities is not compiled only to read the rest of it (decision 0037).
  if (page.entities.length > 0) return true;
  const hasSamples = page.blocks.some(({ panels }) => panels.some(({ samples }) => samples.size > 0));
  return page.selectors.length > 0 || hasSamples;
}

/** The author's description, else the beginning of the first paragraph; then the signature in the page's language. */
export function describePage(page: ResolvedPage, language: Language | undefined): string | undefined {
  const sentence = page.page.description?.value ?? firstWords(page);
  const forms = page.entities.map(({ forms }) => language && forms.get(language.id));
  const form = forms.find((candidate) => candidate !== undefined);
  if (language === undefined || form === undefined) return sentence;
  const signature = viewSignature(form).map(({ text }) => text);
  const own = `${language.label}: ${signature.join('').replace(/\s+/g, ' ')}`;
  if (sentence === undefined) return own;
  return sentence.length + own.length > maxBothLengths ? sentence : `${sentence} ${own}`;
}

const maxWords = 160;
const maxBothLengths = 300;

function firstWords(page: ResolvedPage): string | undefined {
  const paragraph = page.page.body.tree.children.find(({ type }) => type === 'paragraph');
  const text = paragraph && wordsOf(paragraph).replace(/\s+/g, ' ').trim();
  if (!text || text.length <= maxWords) return text || undefined;
  return `${text.slice(0, maxWords).replace(/\s+\S*$/, '')}…`;
}

/** schema.org's list of the pages above a page. Steps without an address are left out, since each step needs one. */
function listAbove(resolved: ResolvedModel, { address, title, trail }: HeadSubject, canonical: string): string {
  const above = trail.flatMap(({ title: name, route }) => {
    const item = route !== undefined && resolved.pages.has(route) && canonicalOf(resolved, { ...address, route });
    return item ? [{ name, item }] : [];
  });
  const steps = [...above, { name: title, item: canonical }];
  const list = steps.map((step, i) => ({ '@type': 'ListItem', position: i + 1, ...step }));
  return writeData({ '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: list });
}

/** JSON that is safe inside a script element: it cannot end the script or begin a comment. */
function writeData(data: unknown): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escape);
}
