// A content folder → a compiled project. The compiler and the highlighter are loaded only if needed: a check of
// unchanged content needs neither.

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CompileOptions } from '../compiler/index.ts';
import type { ResolvedModel, SiteData } from '../compiler/model/index.ts';
import type { CheckedCompilation, Compilation } from '../compiler/model/index.ts';
import { describeProgram, findCacheFile, isAbsent } from '../disk/index.ts';
import type { CodeLinker, SiteAnswers } from '../outputs/index.ts';
import { hashAnswer } from './build-memory.ts';
import { keyOf, readFindings, writeFindings, type CheckResult } from './check-cache.ts';
import { EarlyColours } from './early-colours.ts';
import { loadMarkdownForms } from './load-markdown-forms.ts';
import { beginHighlighter } from './open-highlighter.ts';
import { readContentFor, type ContentRead, type CodeWork } from './read-content.ts';
import { cacheSyntaxes } from './syntax-cache.ts';

/** A compiled content folder. */
export interface Project extends Compilation {
  /** Absolute path of the content folder. */
  readonly folder: string;
  /** Hash of the content, of the findings of reading it, and of a text. */
  contentKey(text: string): string;
}

/** Thrown for a content folder that does not exist or has no pages. */
export class NoContent extends Error {
  override readonly name = 'NoContent';
}

/**
 * Reads and compiles a content folder.
 * @param isUntrusted whether nothing of the folder may be executed
 * @param onStage called with a stage's name when it begins
 * @param colours begins to colour the samples, if the cache of colours does not have them
 * @param keepsFrontmatter whether `documents` have their parsed frontmatter, which takes much memory
 * @throws NoContent
 */
export async function openProject(
  contentFolder: string,
  isUntrusted = false,
  onStage: (stage: string) => void = () => {},
  colours?: EarlyColours,
  keepsFrontmatter = false,
): Promise<Project> {
  const folder = resolve(contentFolder);
  onStage('read');
  const read = await readPages(folder, isUntrusted, colours && colourEarly(colours, folder));
  return compileRead(folder, read, { onStage, keepsFrontmatter, samples: colours?.samples });
}

/** Colours samples while pages are read. */
function colourEarly(colours: EarlyColours, folder: string): CodeWork {
  return {
    onListed: (samples) => colours.prepare(samples, folder),
    onRead: (samples) => colours.start(samples),
    onPages: (texts) => colours.prepareBlocks(texts, folder),
  };
}

async function compileRead(
  folder: string,
  { content, diagnostics }: ContentRead,
  options: CompileOptions,
): Promise<Project> {
  const { compileInSteps, runSteps } = await import('../compiler/index.ts');
  return {
    ...runSteps(compileInSteps(content, diagnostics, options)),
    folder,
    contentKey: (text) => keyOf({ content, diagnostics }, text),
  };
}

/** The result of a check, and a function that compiles what was read, if the check has not done so. */
export interface CheckedContent extends CheckResult {
  readonly compile: () => Promise<Compilation>;
}

/**
 * The findings of a content folder; from the cache, if nothing has changed since the last check.
 * @param mayCache whether the cache of findings is used
 * @param isUntrusted whether nothing of the folder may be executed
 * @throws NoContent
 */
export async function checkContent(
  contentFolder: string,
  mayCache: boolean,
  isUntrusted = false,
): Promise<CheckedContent> {
  const folder = resolve(contentFolder);
  const read = await readPages(folder, isUntrusted);
  let compilation: Compilation | undefined;
  const compile = async (): Promise<Compilation> => {
    const { compileContent } = await import('../compiler/index.ts');
    return (compilation ??= compileContent(read.content, read.diagnostics));
  };
  const file = mayCache ? await findCacheFile(folder, 'check') : undefined;
  const key = file === undefined ? '' : keyOf(read, await describeProgram());
  const cached = file === undefined ? undefined : await readFindings(file, key, read);
  if (cached) return { ...cached, compile };
  const { resolved, diagnostics, unparsed = {} } = await checkProjectSamples(await compile(), folder, mayCache);
  const { url, outputs, isConfigured } = resolved.site;
  const hasRelativeTwins = isConfigured && url === undefined && outputs.markdown !== 'off';
  const result = { pages: resolved.pages.size, diagnostics, unparsed, hasRelativeTwins };
  if (file !== undefined) await writeFindings(file, key, result);
  return { ...result, compile };
}

/**
 * Adds the findings about the samples of a compiled content folder. Parses only samples that have changed since the
 * last time.
 * @param mayCache whether the cache of sample syntaxes is used
 */
export async function checkProjectSamples<C extends Compilation>(
  compilation: C,
  folder: string,
  mayCache: boolean,
): Promise<C & Partial<Pick<CheckedCompilation, 'unparsed'>>> {
  if (!compilation.resolved.model.samples.hasSamples) return compilation;
  const file = mayCache ? await findCacheFile(folder, 'samples') : undefined;
  const [{ checkContentSamples }, { createSampleParser }] = await Promise.all([
    import('../compiler/index.ts'),
    import('../engines/index.ts'),
  ]);
  const program = file === undefined ? '' : await describeProgram();
  const { parser, dropUnused, keep } = await cacheSyntaxes(createSampleParser(), file, program);
  const checked = await checkContentSamples(compilation, parser);
  dropUnused();
  await keep();
  return { ...compilation, ...checked };
}

/**
 * Reads a content folder that may have no pages yet.
 * @param work on code, which begins before all files are read
 * @throws NoContent if there is no such folder; the system's error if it cannot be read
 */
export async function openContent(folder: string, work?: CodeWork): Promise<ContentRead> {
  const found = await stat(folder).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (!found?.isDirectory())
    throw new NoContent(`There is no folder ${folder}.\n→ Make it, or name the content folder with \`--content DIR\`.`);
  return readContentFor(folder, work);
}

/**
 * Reads a content folder that has pages.
 * @param isUntrusted whether nothing of the folder may be executed
 * @param work on code, which begins before all files are read
 * @throws NoContent; the system's error if it cannot be read
 */
export async function readPages(folder: string, isUntrusted: boolean, work?: CodeWork): Promise<ContentRead> {
  const read = await openContent(folder, work);
  if (read.content.pages.length === 0 && read.diagnostics.length === 0) {
    throw new NoContent(`The folder ${folder} has no pages. Pages are files that end in .mdx or .md.`);
  }
  return { ...read, content: { ...read.content, isUntrusted } };
}

/**
 * Prepares a project for drawing: colours all code of its pages that is not in the cache.
 * @param mayCache whether the cache of colours is used
 */
export async function openSite(project: Project, mayCache = true): Promise<SiteData> {
  const { data, finished } = await beginSite(project, mayCache, new EarlyColours(mayCache));
  await finished;
  return data;
}

/** A site whose pages may be viewed before all its code is coloured. */
export interface BegunSite {
  readonly data: SiteData;
  /** Whether the colours of a route's pages are there: its views need them. */
  readonly mayView: (route: string) => boolean;
  /**
   * Resolves when a route's pages may be viewed.
   * @throws the error of a thread
   */
  readonly waitFor: (route: string) => Promise<void>;
  /** Resolves when all code is coloured, and kept for the next build. Rejects with the error of a thread. */
  readonly finished: Promise<void>;
}

/**
 * Prepares a project for drawing as `openSite` does, and does not wait for the colours.
 * @param colours the colours that `openProject` began with. They are stopped when all code is coloured
 */
export async function beginSite(
  { resolved, folder }: Project,
  mayCache: boolean,
  colours: EarlyColours,
): Promise<BegunSite> {
  const { listCode, viewContent } = await import('../outputs/index.ts');
  const file = mayCache ? await findCacheFile(folder, 'colours') : undefined;
  const counts = new Map<string, number>();
  const codes = listCode(resolved, undefined, (route, count) => counts.set(route, count));
  const highlighter = await beginHighlighter(codes, file, colours);
  const finished = highlighter.finished.then(() => colours.stop());
  // Views that wait get the error.
  finished.catch(() => {});
  const countOf = (route: string): number => counts.get(route) ?? 0;
  const forms = await loadMarkdownForms(resolved, folder);
  return {
    data: viewContent(resolved, highlighter, forms, undefined, await linkerOf(resolved)),
    mayView: (route) => highlighter.has(countOf(route)),
    waitFor: (route) => highlighter.wait(countOf(route)),
    finished,
  };
}

/** The answers that the pages of a project are drawn from. */
export async function openAnswers(project: Project): Promise<SiteAnswers> {
  const { listAnswers } = await import('../outputs/index.ts');
  return listAnswers(project.resolved, hashAnswer, await linkerOf(project.resolved));
}

const linkers = new WeakMap<ResolvedModel, CodeLinker>();

/** The linker of a site, which its views and answers share: it lists the names of the reference. */
async function linkerOf(resolved: ResolvedModel): Promise<CodeLinker> {
  const { CodeLinker: Linker } = await import('../outputs/index.ts');
  const linker = linkers.get(resolved) ?? new Linker(resolved);
  linkers.set(resolved, linker);
  return linker;
}
