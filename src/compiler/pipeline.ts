// The whole compiler: texts in, a resolved model and its diagnostics out. Read this file first. Every stage is a pure
// function of its input and a report. Stages do not import each other; this file connects them.

import { checkModel } from './check/index.ts';
import { collectModel } from './collect/index.ts';
import { CompileMemory } from './compile-memory.ts';
import { findLostFiles, leaveOutDamaged } from './damaged-files.ts';
import { decodeContent } from './decode/index.ts';
import { arrangeFindings, collectDiagnostics, type Diagnostic } from './diagnostics/index.ts';
import type { Compilation, ContentSource } from './model/index.ts';
import { parseContent, parseText } from './parse/index.ts';
import { resolveModel } from './resolve/index.ts';

/**
 * Compiles a content folder: parse → decode → collect → resolve → check.
 * Never throws because of content. The result does not depend on the order of the files.
 * @param found diagnostics of reading, to be shown with the others
 * @param onStage called with a stage's name when it begins, to measure times
 * @param memory of earlier compilations of the folder, which saves the work for files that have not changed
 */
export function compileContent(
  source: ContentSource,
  found: readonly Diagnostic[] = [],
  onStage: (stage: string) => void = () => {},
  memory: CompileMemory = new CompileMemory(),
): Compilation {
  const { report: reportAll, diagnostics } = collectDiagnostics();

  onStage('parse');
  const parsed = parseContent(source, reportAll, memory.document.bind(memory));
  memory.forgetOthers();
  const lost = findLostFiles(found);
  const report = leaveOutDamaged(reportAll, parsed, lost, found);

  onStage('decode');
  const decoded = decodeContent(
    parsed,
    (to) => (file, node) => parseText(file, node, to),
    report,
    memory.page.bind(memory),
  );

  onStage('collect');
  const model = collectModel(decoded, lost, report);

  onStage('resolve');
  const resolved = resolveModel(model, report);

  onStage('check');
  checkModel(resolved, report);

  return {
    resolved,
    documents: parsed.pages,
    navigation: parsed.navigation,
    diagnostics: arrangeFindings([...found, ...diagnostics], resolved.site),
  };
}
