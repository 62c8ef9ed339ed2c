// The files of all `_samples` folders → an index by folder and stem (format.md 6).

import type { Sample, SampleIndex } from '../model/index.ts';

/** Indexes samples. Within a stem they are ordered by extension, so that the order of reading does not matter. */
export function collectSamples(samples: readonly Sample[]): SampleIndex {
  const byFolder = new Map<string, Map<string, Sample[]>>();
  for (const sample of samples.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    const stems = byFolder.get(sample.folder) ?? new Map<string, Sample[]>();
    byFolder.set(sample.folder, stems);
    const files = stems.get(sample.stem);
    if (files) files.push(sample);
    else stems.set(sample.stem, [sample]);
  }
  return { hasSamples: byFolder.size > 0, byFolder };
}
