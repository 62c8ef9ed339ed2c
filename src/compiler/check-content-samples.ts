// A compiled content folder → the same with the findings about its samples. Grammars are slow, so this stage is
// separate: a build runs it only on request.

import { checkSamples, fillInvisible, samplesOf } from './check/index.ts';
import { arrangeFindings, collectDiagnostics } from './diagnostics/index.ts';
import { ownerOfExtension } from './languages/index.ts';
import type { CheckedCompilation, Compilation, Language, Sample, SampleParser, SampleSyntax } from './model/index.ts';
import { findDataFault, isData } from './parse/index.ts';
import type { Range } from './source/index.ts';
import { compareText } from './text/index.ts';

/**
 * Checks the samples of a compiled content folder with the grammars of their languages.
 * @param pause called between steps of the work; it may reject to end the work
 * @returns the compilation with the new findings added
 */
export async function checkContentSamples(
  compilation: Compilation,
  parser: SampleParser,
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<CheckedCompilation> {
  const { resolved, documents } = compilation;
  const { report, diagnostics } = collectDiagnostics();
  const samples = samplesOf(resolved);
  const parsed: Promise<readonly [string, SampleSyntax]>[] = [];
  for (const { file, extension, exemption } of samples) {
    if (!parser.canParse(extension, file.text.length) && !isData(extension)) continue;
    const waiting = pause();
    if (waiting !== undefined) await waiting;
    const text = fillInvisible(exemption ? blank(file.text, exemption.range) : file.text);
    const parse = async (): Promise<readonly [string, SampleSyntax]> => [
      file.path,
      isData(extension) ? readData(text, extension) : await parser.parse(text, extension),
    ];
    parsed.push(parse());
  }
  const shown = new Set(
    [...resolved.pages.values()].filter(({ page }) => !page.body.isBroken).map(({ page }) => page.file),
  );
  const unseen = documents.filter(({ file, isPartial }) => isPartial || !shown.has(file)).map(({ file }) => file.text);
  const steps = checkSamples(resolved, new Map(await Promise.all(parsed)), unseen, report);
  while (steps.next().done !== true) await pause();
  const all = arrangeFindings([...compilation.diagnostics, ...diagnostics], resolved.site);
  return { ...compilation, diagnostics: all, unparsed: countUnparsed(samples, resolved.site.languages, parser) };
}

function readData(text: string, extension: string): SampleSyntax {
  const fault = findDataFault(text, extension);
  return { fault, names: [], comments: [], commands: [] };
}

/** Formats that are parsed without a grammar, and plain text, which cannot be wrong. */
const otherFormats: ReadonlySet<string> = new Set(['.json', '.http', '.txt']);

function countUnparsed(
  samples: readonly Sample[],
  languages: readonly Language[],
  parser: SampleParser,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { extension, file } of samples) {
    if (parser.canParse(extension, file.text.length) || isData(extension) || otherFormats.has(extension)) continue;
    const label = ownerOfExtension(languages, extension)?.label ?? extension;
    const name = parser.canParse(extension, 0) ? `${label} of this length` : label;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}

/** Replaces a range of a text by spaces, so that all offsets stay the same. */
function blank(text: string, { start, end }: Range): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
