// The files of all `_samples` folders → an index by folder and stem (format.md 6).

import type { CollectedSample, Sample, SampleIndex } from '../model/index.ts';
import { cutRegions } from './sample-regions.ts';

/** Indexes samples. Within a stem they are ordered by extension, so that the order of reading does not matter. */
export function collectSamples(samples: readonly Sample[]): SampleIndex {
  const byFolder = new Map<string, Map<string, CollectedSample[]>>();
  for (const sample of samples.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    const stems = byFolder.get(sample.folder) ?? new Map<string, CollectedSample[]>();
    byFolder.set(sample.folder, stems);
    const collected = { ...sample, ...cutRegions(sample.file.text, sample.extension) };
    const files = stems.get(sample.stem);
    if (files) files.push(collected);
    else stems.set(sample.stem, [collected]);
  }
  return { hasSamples: byFolder.size > 0, byFolder };
}
