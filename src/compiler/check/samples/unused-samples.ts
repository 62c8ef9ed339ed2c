// Samples that no page shows: most probably left over, or under another name than the page says.

import { suggest } from '../../diagnostics/index.ts';
import type { ResolvedPanel, ResolvedModel, Sample } from '../../model/index.ts';
import type { SampleRule } from './sample-rule.ts';

export const checkUnusedSamples: SampleRule = ({ resolved, samples, unseen }, report) => {
  const wanting = panelsIn(resolved).filter((panel) => panel.samples.size === 0);
  for (const { sample, uses } of samples.values()) {
    const { stem, file } = sample;
    if (
      uses.length > 0 ||
      unseen.some((text) => text.includes(stem)) ||
      wanting.some((panel) => isMeant(panel, sample))
    )
      continue;
    report('unused-sample', { file }, { name: stem });
  }
};

function panelsIn({ pages }: ResolvedModel): readonly ResolvedPanel[] {
  return [...pages.values()].flatMap(({ blocks }) => blocks.flatMap(({ panels }) => panels));
}

/** A panel that finds nothing under its name, or no such region there, has been told: this may be what it means. */
function isMeant({ stem }: ResolvedPanel, sample: Sample): boolean {
  return stem !== undefined && (stem === sample.stem || suggest(stem, [sample.stem]) !== undefined);
}
