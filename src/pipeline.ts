// The compiler from end to end: texts in, a resolved model and its diagnostics out. Read this file first.
// Every stage is a pure function of its input and a report; none knows the others, this file puts them in a row.

import { checkModel, checkSamples, fillInvisible, samplesOf } from './compiler/check/index.ts';
import { collectModel } from './compiler/collect/index.ts';
import {
  builtInLanguages,
  decodeNavigation,
  decodePage,
  decodeSite,
  folderOf,
  routeOf,
  type DecodedSite,
} from './compiler/decode/index.ts';
import {
  collectDiagnostics,
  compareDiagnostics,
  findEchoes,
  mergeInvisible,
  type Diagnostic,
  type Report,
} from './compiler/diagnostics/index.ts';
import { wireLanguage } from './compiler/languages/index.ts';
import type {
  AssetFile,
  Document,
  Highlighter,
  Language,
  Page,
  ResolvedModel,
  Sample,
  SampleParser,
  SampleSyntax,
  SiteConfig,
  SiteData,
} from './compiler/model/index.ts';
import {
  findDataFault,
  isData,
  parseDataDocument,
  parseDocument,
  parseSvg,
  parseText,
} from './compiler/parse/index.ts';
import { resolveModel } from './compiler/resolve/index.ts';
import { writeSearchIndex } from './outputs/search/index.ts';
import type { Range, SourceFile } from './compiler/source/index.ts';
import { listSearchRecords, viewSite } from './outputs/html/index.ts';

export { builtInLanguages, makeJsonSchema, type SchemaName } from './compiler/decode/index.ts';
export { listCode } from './outputs/html/index.ts';

/** A content folder as text: what is read before the compiler starts. */
export interface ContentSource {
  /** Name of the content folder: the site's title where nothing says another. */
  readonly name: string;
  readonly site?: SourceFile;
  readonly pages: readonly SourceFile[];
  readonly navigation: readonly SourceFile[];
  readonly samples: readonly Sample[];
  /** Whether nothing of the folder may be executed, whatever its `site.yaml` says. */
  readonly isUntrusted?: boolean;
  /** All other files: what pages may show or link to. */
  readonly assets: readonly AssetFile[];
  /** Files of the folder `public` beside the content folder: they stand at the top of the site as they are. */
  readonly publicFiles?: readonly AssetFile[];
}

/** A compiled content folder. `resolved` is the best that could be made of it, whatever was found. */
export interface Compilation {
  readonly resolved: ResolvedModel;
  /** All pages as parsed, in path order: those behind a flag that is off too. */
  readonly documents: readonly Document[];
  /** All navigation files as parsed, in path order. */
  readonly navigation: readonly Document[];
  /** All findings of all files, in the order in which they are shown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a content folder: parse → decode → collect → resolve → check.
 * Never throws for what an author wrote. The result does not depend on the order of the files.
 * @param found diagnostics of reading, to be shown with the others
 * @param onStage called with a stage's name when it begins, for those who measure
 */
export function compileContent(
  content: ContentSource,
  found: readonly Diagnostic[] = [],
  onStage: (stage: string) => void = () => {},
): Compilation {
  const { report, diagnostics } = collectDiagnostics();
  onStage('parse');
  const partial = new Set<string>();
  const parse = (file: SourceFile): Document => {
    const document = parseDocument(file, report);
    if (document.isPartial) partial.add(file.path);
    return document;
  };
  const documents = byPath(content.pages).map(parse);
  const navigationDocuments = byPath(content.navigation).map(parse);
  const assets = content.assets.map(withPicture);
  const siteDocument = content.site && parseDataDocument(content.site, report);
  if (siteDocument?.isPartial) partial.add(siteDocument.file.path);

  // Of a file that could not be read as a whole only that is said: what else is wrong there, or seems to be wrong
  // elsewhere because of it, may be its echo.
  const lostRoutes = new Set(found.filter(isLostPage).map(({ file }) => routeOf(file)));
  const lostFolders = new Set(found.filter(isLostFolder).map(({ file }) => file.normalize('NFC')));
  const isEcho = findEchoes({
    pages: documents.filter(({ isPartial }) => isPartial).map(({ file }) => file.text),
    hasLostPages: lostRoutes.size + lostFolders.size > 0,
    folders: lostFolders,
    sections: new Set(navigationDocuments.filter(({ isPartial }) => isPartial).map(({ file }) => folderOf(file.path))),
    stems: new Set(
      found.flatMap(({ file }) => /(?:^|\/)_samples\/(.+?)(?:\.[^./]*)?$/.exec(file.normalize('NFC'))?.[1] ?? []),
    ),
    ...(siteDocument?.isPartial ? { site: siteDocument.file.text } : {}),
  });
  const reportWhole: Report = (code, place, args) => {
    const path = typeof place.file === 'string' ? place.file : place.file.path;
    if (!partial.has(path) && !isEcho(code, args)) report(code, place, args);
  };
  onStage('decode');
  const decodedSite = decodeSite(siteDocument, content.name, reportWhole, content.isUntrusted);
  const known = (decodedSite.languages ?? builtInLanguages).map(({ id }) => id);
  const ids = known.includes(wireLanguage) ? known : [...known, wireLanguage];
  const pages = documents.map((document) =>
    decodePage(document, ids, (file, node) => parseText(file, node, reportWhole), reportWhole),
  );
  const navigation = navigationDocuments.map((document) => decodeNavigation(document, reportWhole));

  onStage('collect');
  const site = completeSite(decodedSite, pages);
  const decoded = {
    site,
    pages,
    lostRoutes,
    lostFolders,
    navigation: navigation.filter((file) => file !== undefined),
    samples: content.samples,
    assets,
    publicFiles: (content.publicFiles ?? []).map(withPicture),
  };
  const model = collectModel(decoded, reportWhole);
  onStage('resolve');
  const resolved = resolveModel(model, reportWhole);
  onStage('check');
  checkModel(resolved, reportWhole);
  const all = arrangeFindings([...found, ...diagnostics], site);
  return { resolved, documents, navigation: navigationDocuments, diagnostics: all };
}

/** A compilation whose samples have been checked. */
export interface CheckedCompilation extends Compilation {
  /** Samples that nothing here can parse, by extension in alphabetical order: all that is known of them is that they are there. */
  readonly unparsed: Readonly<Record<string, number>>;
}

/**
 * Checks the samples of a compiled content folder with the grammars of their languages.
 * @returns the compilation with what was found beside what it had
 */
export async function checkContentSamples(compilation: Compilation, parser: SampleParser): Promise<CheckedCompilation> {
  const { resolved, documents } = compilation;
  const { report, diagnostics } = collectDiagnostics();
  const samples = samplesOf(resolved);
  const parsed = samples
    .filter(({ extension }) => parser.canParse(extension) || isData(extension))
    .map(async ({ file, extension, exemption }): Promise<readonly [string, SampleSyntax]> => {
      const text = fillInvisible(exemption ? blank(file.text, exemption.range) : file.text);
      return [file.path, isData(extension) ? readData(text, extension) : await parser.parse(text, extension)];
    });
  const shown = new Set(
    [...resolved.pages.values()].filter(({ page }) => !page.body.isBroken).map(({ page }) => page.file),
  );
  const unseen = documents.filter(({ file, isPartial }) => isPartial || !shown.has(file)).map(({ file }) => file.text);
  checkSamples(resolved, new Map(await Promise.all(parsed)), unseen, report);
  const all = arrangeFindings([...compilation.diagnostics, ...diagnostics], resolved.site);
  return { ...compilation, diagnostics: all, unparsed: countUnparsed(samples, parser) };
}

function readData(text: string, extension: string): SampleSyntax {
  const fault = findDataFault(text, extension);
  return { ...(fault ? { fault } : {}), names: [], comments: [], commands: [] };
}

/** Formats that are parsed beside those of grammars, and plain text, in which nothing can be wrong. */
const otherFormats: ReadonlySet<string> = new Set(['.json', '.http', '.txt']);

function countUnparsed(samples: readonly Sample[], parser: SampleParser): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { extension } of samples) {
    if (parser.canParse(extension) || isData(extension) || otherFormats.has(extension)) continue;
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file with what its text says, where it is an SVG. */
function withPicture(asset: AssetFile): AssetFile {
  if (asset.svg === undefined) return asset;
  const picture = parseSvg(asset.svg);
  return { ...asset, picture, ...(picture.size ? { size: picture.size } : {}) };
}

/** A text with spaces in place of a stretch, so that all places stay. */
function blank(text: string, { start, end }: Range): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Prepares the drawing of a compiled content folder. Views are made page by page, when they are asked for. */
export function viewContent(resolved: ResolvedModel, highlighter: Highlighter): SiteData {
  return {
    ...viewSite(resolved, highlighter),
    writeSearch: () => writeSearchIndex(listSearchRecords(resolved)),
  };
}

/** A site that names no languages has those that its pages use, in the built-in order; a page whose flag is off is none. */
function completeSite(site: DecodedSite, pages: readonly Page[]): SiteConfig {
  const shown = pages.filter(({ featureFlag }) => featureFlag === undefined || site.flags.has(featureFlag.value));
  const used = new Set(shown.flatMap((page) => [...page.entities.keys()]));
  const languages: readonly Language[] = site.languages ?? builtInLanguages.filter(({ id }) => used.has(id));
  return { ...site, languages };
}

/** Sorted, doubled findings of one cause removed, severities as the site wants them. Errors stay errors. */
export function arrangeFindings(diagnostics: readonly Diagnostic[], site: SiteConfig): readonly Diagnostic[] {
  const sorted = mergeInvisible(diagnostics)
    .map((diagnostic) => withSeverity(diagnostic, site))
    .filter((diagnostic) => diagnostic !== undefined)
    .sort(compareDiagnostics);
  return sorted.filter((diagnostic, i) => i === 0 || !isSame(sorted[i - 1]!, diagnostic));
}

/** Whether reading found that a page's file cannot be read at all. */
function isLostPage({ file, source }: Diagnostic): boolean {
  return source === undefined && /\.mdx?$/.test(file) && !file.startsWith('../');
}

/** Whether reading found that something cannot be read that is no page: a folder, or a link that may lead to one. */
function isLostFolder({ code, file, source }: Diagnostic): boolean {
  return code === 'unreadable-file' && source === undefined && !/\.mdx?$/.test(file);
}

function withSeverity(diagnostic: Diagnostic, site: SiteConfig): Diagnostic | undefined {
  const severity = site.severities.get(diagnostic.code);
  if (severity === undefined || diagnostic.severity === 'error') return diagnostic;
  return severity === 'off' ? undefined : { ...diagnostic, severity };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return compareDiagnostics(a, b) === 0;
}

function byPath(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
