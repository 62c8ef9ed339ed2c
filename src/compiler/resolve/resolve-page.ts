// One page of the model → the page with its names resolved. All names are looked up in the given context, so that a
// page can be resolved alone.

import type { Definition, Image, Link } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import {
  anchorsOf,
  markdownOf,
  type Breadcrumb,
  type LanguageId,
  type LinkTarget,
  type MarkdownText,
  type Page,
  type ResolvedEntity,
  type ResolvedPage,
  type SiteConfig,
} from '../model/index.ts';
import type { EntityMemory } from './entity-memory.ts';
import { resolveBodyLinks, resolveRoute, resolveTextLinks, type Linkable } from './links/index.ts';
import { resolveBody } from './resolve-body.ts';
import { resolveEntities, type EntityContext } from './resolve-entities.ts';
import { resolveHeadings } from './resolve-headings.ts';
import { titleOf } from './resolve-sections.ts';

/** What the names of a page are looked up in. */
export interface PageContext extends EntityContext {
  readonly linkable: Linkable;
  /** Reports that the content folder has no samples, once per site. */
  readonly reportNoSamples: () => void;
  readonly memory?: EntityMemory | undefined;
}

/** Resolves a page, except its links. Returns the links of its body, for `resolvePageLinks`. */
export function resolvePage(
  context: PageContext,
  page: Page,
): { readonly resolved: ResolvedPage; readonly links: readonly Link[] } {
  const { model, report, reportNoSamples, linkable, memory } = context;
  const { entities, shared } = memory?.resolve(context, page) ?? resolveEntities(context, page);
  const entityIds = entities.map(({ id }) => id);
  const languages = entities.length === 0 ? undefined : languagesOf(entities, model.site);
  const { titleHeading, headings } = resolveHeadings(page, entityIds, report);
  const annotations = new Set([titleHeading, ...headings].flatMap((heading) => heading?.annotation ?? []));
  const shown = model.site.languages.map(({ id }) => id).filter((id) => languages === undefined || languages.has(id));
  const headingIds = [titleHeading, ...headings].flatMap((heading) => heading?.id ?? []);
  const anchors = (): ReadonlySet<string> => new Set([...headingIds, ...entityIds, ...entities.flatMap(anchorsOf)]);
  const body = resolveBody({
    model,
    page,
    entityIds,
    anchors,
    languages: shown,
    annotations,
    report,
    reportNoSamples,
  });
  const resolved: ResolvedPage = {
    page,
    route: page.route,
    title: page.title?.value ?? (titleHeading?.text || titleOf(page.route || model.site.title)),
    titleHeading,
    entities,
    shared,
    languages,
    breadcrumb: resolveBreadcrumb(linkable, page, report),
    headings,
    elementIds: body.ids,
    bodyParts: body.parts,
    blocks: body.blocks,
    selectors: body.selectors,
    links: new Map(),
  };
  return { resolved, links: body.links };
}

/**
 * Adds the targets of a page's links.
 * @param ofBody the links that `resolvePage` returned
 * @param reported texts whose links are not reported again; the texts of this page are added. Many pages may show a
 * description, but its links are reported once
 */
export function resolvePageLinks(
  linkable: Linkable,
  page: ResolvedPage,
  ofBody: readonly Link[],
  report: Report,
  reported: Set<MarkdownText>,
): ResolvedPage {
  const links = new Map<Link | Image | Definition, LinkTarget>();
  resolveBodyLinks(linkable, page.page, ofBody, links, report);
  for (const text of markdownOf(page.entities)) {
    resolveTextLinks(linkable, page.page, text, links, reported.has(text) ? ignore : report);
    reported.add(text);
  }
  return { ...page, links };
}

const ignore: Report = () => {};

/** The breadcrumb of a page, without its address if the address has no target. */
function resolveBreadcrumb(linkable: Linkable, { breadcrumb }: Page, report: Report): Breadcrumb | undefined {
  if (breadcrumb?.url === undefined) return breadcrumb;
  return { title: breadcrumb.title, url: resolveRoute(linkable, breadcrumb.url, report) };
}

/** The languages in which at least one entity has a form, in the order of the site. */
function languagesOf(entities: readonly ResolvedEntity[], { languages }: SiteConfig): ReadonlySet<LanguageId> {
  return new Set(languages.map(({ id }) => id).filter((id) => entities.some(({ forms }) => forms.has(id))));
}
