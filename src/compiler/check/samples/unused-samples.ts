// Reports samples that no page shows: probably no longer needed, or misspelt on the page.

import { suggest } from '../../text/index.ts';
import type { ResolvedPanel, ResolvedModel, Sample } from '../../model/index.ts';
import type { SampleRule } from './sample-rule.ts';

export const checkUnusedSamples: SampleRule = ({ resolved, samples, unseen }, report) => {
  const emptyPanels = panelsIn(resolved).filter((panel) => panel.samples.size === 0);
  for (const { sample, uses } of samples.values()) {
    const { stem, file } = sample;
    if (
      uses.length > 0 ||
      unseen.some((text) => text.includes(stem)) ||
      emptyPanels.some((panel) => mayMean(panel, sample))
    )
      continue;
    report('unused-sample', { file }, { name: stem });
  }
};

function panelsIn({ pages }: ResolvedModel): readonly ResolvedPanel[] {
  return [...pages.values()].flatMap(({ blocks }) => blocks.flatMap(({ panels }) => panels));
}

/** Whether a panel without a sample may refer to this one by a wrong name. The panel has a finding of its own. */
function mayMean({ stem }: ResolvedPanel, sample: Sample): boolean {
  return stem !== undefined && (stem === sample.stem || suggest(stem, [sample.stem]) !== undefined);
}
