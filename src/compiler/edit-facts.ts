// The facts of a site, and edited files that are not pages → the facts after the edits, if only titles of navigation
// links, or the accent colour of `site.yaml`, have changed.

import { checkModel } from './check/index.ts';
import { decodeContent } from './decode/index.ts';
import type { Report } from './diagnostics/index.ts';
import type { DecodedContent, NavigationLink, ResolvedModel, SiteFacts } from './model/index.ts';
import { parseContent } from './parse/index.ts';
import { runSteps } from './pipeline.ts';
import type { SourceFile } from './source/index.ts';

/** A file before and after an edit. */
export interface FileEdit {
  readonly before: SourceFile;
  readonly after: SourceFile;
}

/**
 * Facts after an edit of a navigation file or of `site.yaml`.
 * @param report takes the findings of the file
 * @returns undefined if more has changed than titles of links, or the accent colour
 */
export function editFacts(facts: SiteFacts, { before, after }: FileEdit, report: Report): SiteFacts | undefined {
  if (facts.found.has(after.path)) return undefined;
  const [old, now] = [decodeFile(facts, before, ignore), decodeFile(facts, after, report)];
  if (describe(old) !== describe(now)) return undefined;
  checkFile(facts, now, report);
  return renewFacts(facts, after);
}

/**
 * Facts after an edit that `editFacts` has accepted.
 * @returns undefined if the facts are not those before the edit
 */
export function renewFacts(facts: SiteFacts, after: SourceFile): SiteFacts | undefined {
  const { site, navigation } = decodeFile(facts, after, ignore);
  const [file] = navigation;
  if (file === undefined) {
    const { accent } = site;
    return { ...facts, collectedSite: { ...facts.collectedSite, accent }, site: { ...facts.site, accent } };
  }
  const section = facts.sections.find(({ path }) => path === file.section);
  const links = section && rename(section.links, file.links, facts.site.flags);
  if (links === undefined) return undefined;
  return { ...facts, sections: facts.sections.map((each) => (each === section ? { ...each, links } : each)) };
}

/** Resolved links with the titles of the links as written; undefined if they are not the same links. */
function rename(
  resolved: readonly NavigationLink[],
  written: readonly NavigationLink[],
  flags: ReadonlySet<string>,
): readonly NavigationLink[] | undefined {
  const shown = written.filter((link) => isShown(link, flags));
  if (shown.length !== resolved.length) return undefined;
  const renamed: NavigationLink[] = [];
  for (const [i, link] of resolved.entries()) {
    const { title, links: inner } = shown[i]!;
    const links = rename(link.links, inner, flags);
    if (links === undefined) return undefined;
    renamed.push({ ...link, title, links });
  }
  return renamed;
}

/** Whether a link is in the navigation, as `resolveSections` decides: its flag is on, and it leads to something. */
function isShown({ featureFlag, url, links }: NavigationLink, flags: ReadonlySet<string>): boolean {
  const isOn = featureFlag === undefined || flags.has(featureFlag);
  return isOn && (url !== undefined || links.some((link) => isShown(link, flags)));
}

/** Decodes one file. The site is that of the facts if the file is a navigation. */
function decodeFile({ collectedSite }: SiteFacts, file: SourceFile, report: Report): DecodedContent {
  const isSite = file.path === 'site.yaml';
  const parsed = parseContent(
    {
      name: '',
      isUntrusted: collectedSite.isUntrusted,
      site: isSite ? file : undefined,
      pages: [],
      navigation: isSite ? [] : [file],
      samples: [],
      assets: [],
    },
    report,
  );
  return decodeContent(parsed, () => noText, report);
}

function noText(): never {
  throw new Error('These files have no Markdown.');
}

/** Describes everything that an edit must not change. */
function describe({ site, navigation }: DecodedContent): string {
  const links = (all: readonly NavigationLink[]): unknown[] =>
    all.map((link) => [link.url?.value, link.featureFlag, link.excludeFromSearch, links(link.links)]);
  const files = navigation.map(({ section, title, links: all }) => [section, title, links(all)]);
  return JSON.stringify([{ ...site, accent: undefined, file: undefined }, files], (key, value: unknown) => {
    if (key === 'range' || key === 'keyRange') return undefined;
    if (key === 'file' && typeof value === 'object' && value !== null && 'text' in value) return undefined;
    return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  });
}

/** Runs the rules that read the file. */
function checkFile(facts: SiteFacts, { site, navigation }: DecodedContent, report: Report): void {
  const { collectedSite, assets, publicFiles } = facts;
  const accent = navigation.length > 0 ? undefined : site.accent;
  const own: ResolvedModel = {
    site: { ...facts.site, accent },
    pages: new Map(),
    sections: [],
    redirects: new Map(),
    usedDescriptions: new Set(),
    model: {
      site: { ...collectedSite, accent, file: site.file },
      approvals: [],
      pages: new Map(),
      lostRoutes: new Set(),
      lostFolders: new Set(),
      navigation: new Map(navigation.map((file) => [file.section, file])),
      descriptions: new Map(),
      entities: new Map(),
      samples: { hasSamples: false, byFolder: new Map() },
      assets,
      publicFiles,
    },
  };
  runSteps(checkModel(own, report));
}

const ignore: Report = () => {};
