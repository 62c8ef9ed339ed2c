// The resolved model → `reference.json`: everything that was resolved, as plain data for other tools. Its schema is
// docs/schemas/reference.schema.json. The order follows the site and the files, not the disk.

import { describeDiagnostic, type Diagnostic } from '../../compiler/diagnostics/index.ts';
import type {
  LinkTarget,
  NavigationLink,
  ContentModel,
  ResolvedModel,
  ResolvedSection,
} from '../../compiler/model/index.ts';
import { LineIndex } from '../../compiler/source/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import { exportDescriptions } from './export-descriptions.ts';
import { exportPage } from './export-page.ts';
import { originOf } from './origin.ts';
import type { Reference, ReferenceRedirect, ReferenceSample, ReferenceSite } from './reference-data.ts';

/** Increased when a field changes its meaning or is removed, but not for new fields. */
export const referenceVersion = 1;

/**
 * The whole reference as JSON data. It also works if there are errors: unresolved values are absent, and `diagnostics`
 * explains them. The schema is `stele/schemas/reference.schema.json`.
 * @param resolved of a compiled folder
 * @param diagnostics its findings, which the export lists
 * @example
 * import { compileFolder, exportReference } from 'stele';
 *
 * const { resolved, diagnostics } = await compileFolder('content');
 * const { pages } = exportReference(resolved, diagnostics);
 * console.log(JSON.stringify(pages.map(({ route, title }) => ({ route, title }))));
 */
export function exportReference(resolved: ResolvedModel, diagnostics: readonly Diagnostic[]): Reference {
  const { site, pages, sections, redirects, model } = resolved;
  const index = new LineIndex();
  return {
    format: 'stele-reference',
    version: referenceVersion,
    site: exportSite(site),
    pages: [...pages.values()].map((page) => exportPage(page, index)),
    descriptions: exportDescriptions(resolved, index),
    samples: exportSamples(model),
    navigation: sections.map(exportSection),
    redirects: exportRedirects(redirects),
    ...exportApprovals(model, index),
    diagnostics: diagnostics.map((diagnostic) => describeDiagnostic(diagnostic, index)),
  };
}

export function exportSite({ title, description, url, diff, languages }: ResolvedModel['site']): ReferenceSite {
  return {
    title,
    description,
    url,
    ...(isEmpty(diff.impacts) && isEmpty(diff.languages) ? {} : { diff }),
    languages: languages.map(({ id, label, package: sdk }) => ({ id, label, package: sdk })),
  };
}

export function exportRedirects(redirects: ResolvedModel['redirects']): readonly ReferenceRedirect[] {
  return [...redirects].map(([from, target]) => exportRedirect(from, target));
}

function exportApprovals({ approvals }: ContentModel, index: LineIndex): Pick<Reference, 'approvals'> {
  if (approvals.length === 0) return {};
  const list = approvals.map(({ change, kind, reason, who, until }) => ({
    change: change.value,
    kind,
    reason: reason.value,
    who: who.value,
    until: until?.value,
    origin: originOf(change.file, change.range, index),
  }));
  return { approvals: list };
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** `to` is a route or an external address. */
function exportRedirect(from: string, target: LinkTarget): ReferenceRedirect {
  if (target.kind === 'external') return { from, to: target.url };
  if (target.kind !== 'page') return { from };
  const { route, anchor, search } = target;
  return { from, to: route, ...(anchor === undefined ? {} : { anchor }), ...(search === undefined ? {} : { search }) };
}

function exportSection({ title, path, links }: ResolvedSection): object {
  return { title, path, links: links.map(exportLink) };
}

function exportLink({ title, url, links, excludeFromSearch }: NavigationLink): object {
  return {
    title,
    url: url?.value,
    ...(excludeFromSearch ? { excludeFromSearch } : {}),
    links: links.map(exportLink),
  };
}

function exportSamples({ samples }: ContentModel): readonly ReferenceSample[] {
  const all = [...samples.byFolder.values()].flatMap((stems) => [...stems.values()].flat());
  return all
    .toSorted((a, b) => compareText(a.file.path, b.file.path))
    .map(({ file, folder, stem, extension, text, regions }) => ({
      file: file.path,
      folder,
      stem,
      extension,
      text,
      ...hiddenLines(file.text, text),
      regions: [...regions].map(([name, part]) => ({ name, text: part })),
    }));
}

/** The lines of a file that its text lacks, counted from 1: markers of regions, an exemption. */
function hiddenLines(written: string, shown: string): { readonly hiddenLines?: readonly number[] } {
  const lines = written.split(/\r\n|\r|\n/);
  const rest = shown.split('\n');
  if (lines.length === rest.length || shown === '') return {};
  let at = 0;
  const hidden = lines.flatMap((line, index) => (line === rest[at] ? (at++, []) : [index + 1]));
  return { hiddenLines: hidden };
}
