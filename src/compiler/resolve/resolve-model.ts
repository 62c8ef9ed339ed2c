// The model → the resolved model: placeholders, entity references, types, links and samples are replaced by their
// targets. All pages are resolved before the links, because links need the anchors of all pages.

import type { Link } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import type {
  ContentModel,
  MarkdownText,
  Page,
  ResolvedModel,
  ResolvedPage,
  SiteConfig,
  SkillPages,
} from '../model/index.ts';
import type { EntityMemory } from './entity-memory.ts';
import { linkableOf, LinkableSite, resolveRedirects, resolveRoute } from './links/index.ts';
import { resolveDescriptions } from './resolve-descriptions.ts';
import { resolvePage, resolvePageLinks } from './resolve-page.ts';
import { resolveSections } from './resolve-sections.ts';
import { makeResolveType } from './resolve-types.ts';

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
    const { resolved, links } = resolvePage({ ...context, linkable, reportNoSamples, memory }, page);
    bodyLinks.set(page.route, links);
    pages.set(page.route, resolved);
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
    resolved.set(route, resolvePageLinks(linkable, page, ofBody, report, reported));
  }
  return resolved;
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
