// The files of all `_samples` folders → an index by folder and stem (format.md 6.2).

import type { Report } from '../diagnostics/index.ts';
import type { CollectedSample, Sample, SampleIndex } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import { readSample } from './read-sample.ts';

/** Indexes samples. The files of a stem are sorted by path, so the result does not depend on the order of reading. */
export function collectSamples(samples: readonly Sample[], report: Report): SampleIndex {
  const byFolder = new Map<string, Map<string, CollectedSample[]>>();
  for (const sample of samples.toSorted((a, b) => compareText(a.file.path, b.file.path))) {
    const stems = byFolder.get(sample.folder) ?? new Map<string, CollectedSample[]>();
    byFolder.set(sample.folder, stems);
    const collected = { ...sample, ...readSample(sample, report) };
    const files = stems.get(sample.stem);
    if (files) files.push(collected);
    else stems.set(sample.stem, [collected]);
  }
  return { hasSamples: byFolder.size > 0, byFolder };
}
