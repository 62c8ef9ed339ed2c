// The files of all `_samples` folders → an index by folder and stem (format.md 6.2).

import type { Report } from '../diagnostics/index.ts';
import type { CollectedSample, Sample, SampleIndex } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import { readSample } from './read-sample.ts';

/** Reads one sample with `read`, or returns the result of an earlier compilation. */
export type RecallSample = (
  sample: Sample,
  report: Report,
  read: (sample: Sample, report: Report) => CollectedSample,
) => CollectedSample;

/** Indexes samples. The files of a stem are sorted by path, so the result does not depend on the order of reading. */
export function collectSamples(
  samples: readonly Sample[],
  report: Report,
  recall: RecallSample = (sample, to, read) => read(sample, to),
): SampleIndex {
  const byFolder = new Map<string, Map<string, CollectedSample[]>>();
  for (const sample of samples.toSorted((a, b) => compareText(a.file.path, b.file.path))) {
    const stems = byFolder.get(sample.folder) ?? new Map<string, CollectedSample[]>();
    byFolder.set(sample.folder, stems);
    const collected = recall(sample, report, (each, to) => ({ ...each, ...readSample(each, to) }));
    const files = stems.get(sample.stem);
    if (files) files.push(collected);
    else stems.set(sample.stem, [collected]);
  }
  return { hasSamples: byFolder.size > 0, byFolder };
}
