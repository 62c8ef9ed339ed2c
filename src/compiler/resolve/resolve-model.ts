// The model → the resolved model: placeholders, entity references, types, links and samples are replaced by their
// targets. All pages are resolved before the links, because links need the anchors of all pages.

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
  type ContentModel,
  type ResolvedEntity,
  type ResolvedPage,
  type ResolvedModel,
  type SiteConfig,
  type SkillPages,
} from '../model/index.ts';
import { resolveBody } from './resolve-body.ts';
import { resolveDescriptions } from './resolve-descriptions.ts';
import type { EntityMemory } from './entity-memory.ts';
import { resolveEntities } from './resolve-entities.ts';
import { resolveHeadings } from './resolve-headings.ts';
import {
  linkableOf,
  LinkableSite,
  resolveBodyLinks,
  resolveRedirects,
  resolveRoute,
  resolveTextLinks,
} from './links/index.ts';
import { makeResolveType } from './resolve-types.ts';
import { resolveSections, titleOf } from './resolve-sections.ts';

/**
 * Resolves a model. Reports and leaves out names without a target.
 * @param known pages that were resolved earlier, and are taken over as they are, without their findings
 * @param memory of earlier calls for the same content folder
 * @returns the work in steps, so that the caller may pause after each page
 */
export function* resolveModel(
  model: ContentModel,
  report: Report,
  known: ReadonlyMap<Page, ResolvedPage> = new Map(),
  memory?: EntityMemory,
): Generator<void, ResolvedModel> {
  const descriptions = resolveDescriptions(model.descriptions, report);
  const reportNoSamples = once(() => report('no-samples', { file: '.' }, {}));
  const linkable = new LinkableSite(model);
  const context = { model, descriptions, resolveType: makeResolveType(model), report };
  const pages = new Map<string, ResolvedPage>();
  const bodyLinks = new Map<string, readonly Link[]>();
  for (const page of model.pages.values()) {
    const last = known.get(page);
    if (last !== undefined) {
      pages.set(page.route, last);
      continue;
    }
    yield;
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
    bodyLinks.set(page.route, body.links);
    pages.set(page.route, {
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
    });
  }
  for (const [route, page] of pages) linkable.pages.set(route, linkableOf(page));
  linkable.redirects = resolveRedirects(linkable, model.site.redirects, report);
  return {
    model,
    site: { ...model.site, header: resolveHeader(linkable, report), skills: resolveSkills(linkable, report) },
    pages: yield* resolveLinks(linkable, pages, bodyLinks, report),
    sections: resolveSections(model, linkable, pages, report),
    redirects: linkable.redirects,
    usedDescriptions: descriptions.used,
  };
}

/** The links of the header that have a target. */
function resolveHeader(linkable: LinkableSite, report: Report): SiteConfig['header'] {
  return linkable.site.header.flatMap(({ title, url }) => {
    const resolved = resolveRoute(linkable, url, report);
    return resolved ? [{ title, url: resolved }] : [];
  });
}

/** The pages that skills name, without those that do not exist. */
function resolveSkills(linkable: LinkableSite, report: Report): SkillPages {
  const { quickStart, authentication, pagination, errors } = linkable.site.skills;
  const resolve = (url: SkillPages['errors']): SkillPages['errors'] => url && resolveRoute(linkable, url, report);
  return {
    quickStart: resolve(quickStart),
    authentication: resolve(authentication),
    pagination: resolve(pagination),
    errors: resolve(errors),
  };
}

/** The breadcrumb of a page, without its address if the address has no target. */
function resolveBreadcrumb(linkable: LinkableSite, { breadcrumb }: Page, report: Report): Breadcrumb | undefined {
  if (breadcrumb?.url === undefined) return breadcrumb;
  return { title: breadcrumb.title, url: resolveRoute(linkable, breadcrumb.url, report) };
}

/** The languages in which at least one entity has a form, in the order of the site. */
function languagesOf(entities: readonly ResolvedEntity[], { languages }: SiteConfig): ReadonlySet<LanguageId> {
  return new Set(languages.map(({ id }) => id).filter((id) => entities.some(({ forms }) => forms.has(id))));
}

/** @param bodyLinks links by route; pages without an entry have their targets already */
function* resolveLinks(
  linkable: LinkableSite,
  pages: ReadonlyMap<string, ResolvedPage>,
  bodyLinks: ReadonlyMap<string, readonly Link[]>,
  report: Report,
): Generator<void, ReadonlyMap<string, ResolvedPage>> {
  // Many pages may show a description, but its links are reported only once.
  const reported = new Set<MarkdownText>();
  const resolved = new Map<string, ResolvedPage>();
  for (const [route, page] of pages) {
    const ofBody = bodyLinks.get(route);
    if (ofBody === undefined) {
      resolved.set(route, page);
      continue;
    }
    yield;
    const links = new Map<Link | Image | Definition, LinkTarget>();
    resolveBodyLinks(linkable, page.page, ofBody, links, report);
    for (const text of markdownOf(page.entities)) {
      resolveTextLinks(linkable, page.page, text, links, reported.has(text) ? ignore : report);
      reported.add(text);
    }
    resolved.set(route, { ...page, links });
  }
  return resolved;
}

const ignore: Report = () => {};

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
