// Parses and decodes many new files in steps, before the stages that read all files at once: the caller may pause
// between the steps. The results are in the memory, with their findings.

import { collectSamples } from './collect/index.ts';
import type { CompileMemory } from './compile-memory.ts';
import { decodeContent } from './decode/index.ts';
import type { Report } from './diagnostics/index.ts';
import type { ContentSource } from './model/index.ts';
import { parseContent, parseText } from './parse/index.ts';

/** Pages that are parsed in one step, and samples that are read in one. */
const [pagesOfStep, samplesOfStep] = [10, 500];

/** Fills a memory with the files of a content folder that it does not know. */
export function* parseAhead(source: ContentSource, memory: CompileMemory): Generator<void, void> {
  const pages = source.pages.filter((file) => !memory.hasDocument(file));
  // A few files are parsed together with the others.
  if (pages.length > pagesOfStep) {
    for (const some of inParts(pages, pagesOfStep)) {
      const parsed = parseContent(
        { ...source, approvals: undefined, pages: some, navigation: [], samples: [], assets: [], publicFiles: [] },
        ignore,
        memory.document.bind(memory),
      );
      decodeContent(parsed, (to) => (file, node) => parseText(file, node, to), ignore, memory.page.bind(memory));
      yield;
    }
  }
  const samples = source.samples.filter((sample) => !memory.hasSample(sample));
  if (samples.length > samplesOfStep) {
    for (const some of inParts(samples, samplesOfStep)) {
      collectSamples(some, ignore, memory.sample.bind(memory));
      yield;
    }
  }
}

function inParts<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

const ignore: Report = () => {};
