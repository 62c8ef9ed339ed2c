// The whole compiler: texts in, a resolved model and its diagnostics out. Read this file first. Every stage is a pure
// function of its input and a report. Stages do not import each other; this file connects them.

import { checkModel } from './check/index.ts';
import { collectModel } from './collect/index.ts';
import { CompileMemory } from './compile-memory.ts';
import { findLostFiles, leaveOutDamaged } from './damaged-files.ts';
import { decodeContent } from './decode/index.ts';
import { arrangeFindings, collectDiagnostics, type Diagnostic, type Report } from './diagnostics/index.ts';
import type { Compilation, ContentModel, ContentSource, ParsedContent, ResolvedModel } from './model/index.ts';
import { PageByPage } from './page-by-page.ts';
import { parseAhead } from './parse-ahead.ts';
import { parseContent, parseText } from './parse/index.ts';
import { resolveModel } from './resolve/index.ts';

/** What a compilation may be given besides its texts. */
export interface CompileOptions {
  /** Called with a stage's name when it begins, to measure times. */
  readonly onStage?: ((stage: string) => void) | undefined;
  /** Of earlier compilations of the folder; saves the work for files that have not changed. */
  readonly memory?: CompileMemory | undefined;
  /** Recalls samples that were read already, without a memory of the whole folder. */
  readonly samples?: Pick<CompileMemory, 'sample'> | undefined;
  /** Called when the model is resolved, before it is checked. */
  readonly onResolved?: ((resolved: ResolvedModel) => void) | undefined;
  /** Asks for a quick model before the complete one. Needs the memory of the earlier compilation. */
  readonly quick?: QuickModel | undefined;
  /**
   * False to decode each page as soon as it is parsed: `documents` then have no frontmatter, and the compilation takes
   * less memory. Without a memory only.
   */
  readonly keepsFrontmatter?: boolean | undefined;
}

/**
 * A model that is ready in a tenth of the time: pages whose files have not changed are taken over as they were resolved
 * earlier, although what they refer to may have changed. It is right for the given routes and for changed pages.
 */
export interface QuickModel {
  /** The resolved model of the earlier compilation. */
  readonly last: ResolvedModel;
  /** Routes of pages that are resolved anew even if their files have not changed. */
  readonly routes: ReadonlySet<string>;
  readonly onResolved: (resolved: ResolvedModel) => void;
}

/**
 * Compiles a content folder: parse → decode → collect → resolve → check.
 * Never throws because of content. The result does not depend on the order of the files.
 * @param source the texts of the folder, from `readContent` or from elsewhere
 * @param found diagnostics of reading, to be shown with the others
 * @param onStage called with a stage's name when it begins
 * @param memory for programs that compile a folder again and again
 * @returns the resolved model and all findings, without those about the code of samples
 * @example
 * import { compileContent, readContent } from 'stele';
 *
 * const { content, diagnostics } = await readContent('content');
 * const compilation = compileContent(content, diagnostics);
 * console.log(`${compilation.resolved.pages.size} pages, ${compilation.diagnostics.length} findings`);
 */
export function compileContent(
  source: ContentSource,
  found: readonly Diagnostic[] = [],
  onStage: (stage: string) => void = () => {},
  memory?: CompileMemory,
): Compilation {
  return runSteps(compileInSteps(source, found, { onStage, memory }));
}

/** Compiles as `compileContent` does, in steps: the caller may pause between them. */
export function* compileInSteps(
  source: ContentSource,
  found: readonly Diagnostic[],
  { onStage = () => {}, memory, samples, onResolved = () => {}, quick, keepsFrontmatter }: CompileOptions,
): Generator<void, Compilation> {
  const { report: reportAll, diagnostics } = collectDiagnostics();
  if (memory !== undefined) yield* parseAhead(source, memory);
  const { parsed, model, report } = prepareModel(source, found, reportAll, {
    onStage,
    memory,
    samples,
    keepsFrontmatter,
  });
  if (quick !== undefined) quick.onResolved(resolveQuickly(model, quick, memory));
  yield;
  onStage('resolve');
  const resolved = yield* resolveModel(model, report, undefined, memory?.entities);
  onResolved(resolved);
  yield;
  onStage('check');
  yield* checkModel(resolved, report, memory?.checks);
  return {
    resolved,
    documents: parsed.pages,
    navigation: parsed.navigation,
    diagnostics: arrangeFindings([...found, ...diagnostics], resolved.site),
  };
}

function resolveQuickly(model: ContentModel, { last, routes }: QuickModel, memory?: CompileMemory): ResolvedModel {
  const known = new Map(
    [...last.pages.values()].filter(({ route }) => !routes.has(route)).map((resolved) => [resolved.page, resolved]),
  );
  return runSteps(resolveModel(model, () => {}, known, memory?.entities));
}

function prepareModel(
  source: ContentSource,
  found: readonly Diagnostic[],
  reportAll: Report,
  { onStage = () => {}, memory: given, samples, keepsFrontmatter = true }: CompileOptions,
): { readonly parsed: ParsedContent; readonly model: ContentModel; readonly report: Report } {
  onStage('parse');
  const memory = given ?? new CompileMemory();
  const pages = given !== undefined || keepsFrontmatter ? undefined : new PageByPage(source);
  const parsed = parseContent(source, reportAll, (...asked) => (pages ?? memory).document(...asked));
  memory.forgetOthers();
  const lost = findLostFiles(found);
  const report = leaveOutDamaged(reportAll, parsed, lost, found);
  onStage('decode');
  const decoded = decodeContent(
    parsed,
    (to) => (file, node) => parseText(file, node, to),
    report,
    (document, ...asked) => pages?.page(document, report) ?? memory.page(document, ...asked),
  );
  onStage('collect');
  const recall: CompileMemory['sample'] = (...asked) => (samples ?? memory).sample(...asked);
  return { parsed, model: collectModel(decoded, lost, report, recall), report };
}

/** Runs all steps of a work without a pause. */
export function runSteps<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
