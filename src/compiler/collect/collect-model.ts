// All pages, navigation files and samples of a content folder → one model, indexed by the names that are looked up
// later.

import type { Report } from '../diagnostics/index.ts';
import type {
  CollectedEntity,
  ContentModel,
  DecodedContent,
  LanguageId,
  LostFiles,
  Page,
  SiteConfig,
} from '../model/index.ts';
import { compareText } from '../text/index.ts';
import { collectPublic } from './collect-public.ts';
import { collectRedirects } from './collect-redirects.ts';
import { collectSamples, type RecallSample } from './collect-samples.ts';
import { collectSite } from './collect-site.ts';
import { judgeAsset } from './judge-asset.ts';
import { mergeDescriptions } from './merge-descriptions.ts';
import { findUnusable } from './usable-routes.ts';
import { WrittenFiles } from './written-files.ts';

/**
 * Collects the model. Reports and leaves out pages with unusable or duplicate routes. Of two pages with one route, the
 * first in path order is used.
 * @param content the decoded files, in any order; the result does not depend on it
 * @param lost the files that could not be read
 */
export function collectModel(
  content: DecodedContent,
  lost: LostFiles,
  report: Report,
  recallSample?: RecallSample,
): ContentModel {
  const { assetTypes } = content.site;
  const assets = new Map(content.assets.map((asset) => [asset.path, judgeAsset(asset, assetTypes)]));
  const named = collectSite(content.site, assets, report);
  const candidates = content.pages
    .filter((page) => page.featureFlag === undefined || named.flags.has(page.featureFlag.value))
    .toSorted((a, b) => compareText(a.file.path, b.file.path));
  const pages = collectPages(candidates, named, report);
  const written = new WrittenFiles(named, pages.keys());
  const site = { ...named, redirects: collectRedirects(named, pages, written, report) };
  const navigation = content.navigation.toSorted((a, b) => compareText(a.section, b.section));
  return {
    site,
    approvals: content.approvals,
    pages: new Map([...pages].sort(([a], [b]) => compareText(a, b))),
    ...lost,
    navigation: new Map(navigation.map((file) => [file.section, file])),
    descriptions: mergeDescriptions([...pages.values()], report),
    entities: indexEntities([...pages.values()], report),
    samples: collectSamples(content.samples, report, recallSample),
    assets,
    publicFiles: collectPublic(
      content.publicFiles,
      site,
      [...pages.keys(), ...site.redirects.map(({ route }) => route)],
      written,
      report,
    ),
  };
}

function collectPages(candidates: readonly Page[], site: SiteConfig, report: Report): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  const byFoldedRoute = new Map<string, Page>();
  for (const page of candidates) {
    const unusable = findUnusable(page.route);
    if (unusable !== undefined) {
      report('unusable-name', { file: page.file }, { name: page.route, reason: unusable });
      continue;
    }
    const first = page.route.split('/')[0]!;
    if (site.languages.some((language) => language.id === first.toLowerCase())) {
      report('reserved-segment', { file: page.file }, { name: first });
      continue;
    }
    // On some systems, two routes that differ only by letter case are the same file.
    const folded = page.route.toLowerCase();
    const other = byFoldedRoute.get(folded);
    if (other) {
      report('duplicate-route', { file: page.file }, { route: page.route, other: other.file.path });
      continue;
    }
    byFoldedRoute.set(folded, page);
    pages.set(page.route, page);
  }
  // A page beside `a.mdx` cannot be `a.md.mdx`: its folder would have the name of the Markdown of `a`. The Markdown of
  // a page `index` would be that of the home page.
  const written = new WrittenFiles(site, pages.keys());
  for (const [route, page] of pages) {
    const reason = written.findInFolders(route) ?? written.findOwn(route);
    if (reason === undefined) continue;
    report('unusable-name', { file: page.file }, { name: route, reason });
    pages.delete(route);
  }
  return pages;
}

function indexEntities(
  pages: readonly Page[],
  report: Report,
): ReadonlyMap<LanguageId, ReadonlyMap<string, readonly CollectedEntity[]>> {
  const index = new Map<LanguageId, Map<string, CollectedEntity[]>>();
  for (const page of pages) {
    for (const [language, entities] of page.entities) {
      const byKey = index.get(language) ?? new Map<string, CollectedEntity[]>();
      index.set(language, byKey);
      const ids = new Set<string>();
      for (const entity of entities) {
        const id = entity.id?.value;
        if (id !== undefined && ids.has(id)) {
          report('duplicate-entity', entity.id!, { name: id });
          continue;
        }
        if (id !== undefined) ids.add(id);
        const sameKey = byKey.get(entity.key.value);
        if (sameKey) sameKey.push({ page, entity });
        else byKey.set(entity.key.value, [{ page, entity }]);
      }
    }
  }
  return index;
}
