// Applies `stele-ignore <code>: <reason>` on the first line of a sample: removes the findings of that code from the
// sample, and reports exemptions that are wrong or no longer needed.

import { isCode, type Code, type Report } from '../../diagnostics/index.ts';
import { suggest } from '../../text/index.ts';
import type { CheckedSample } from './sample-rule.ts';

/** The codes that `stele-ignore` accepts. */
export const exemptible: readonly Code[] = [
  'sample-syntax',
  'lost-continuation',
  'sample-without-key',
  'foreign-spelling',
  'wrong-verb',
  'wrong-path',
  'unused-sample',
];

/**
 * Wraps a `report` function so that exempt findings are dropped.
 * @returns the wrapped `report`, and `finish`, which reports wrong and unneeded exemptions after all rules have run
 */
export function exempt(
  samples: ReadonlyMap<string, CheckedSample>,
  report: Report,
): { report: Report; finish: () => void } {
  const needed = new Set<string>();
  return {
    report: (code, place, args) => {
      const path = typeof place.file === 'string' ? place.file : place.file.path;
      const exemption = samples.get(path)?.sample.exemption;
      // An exemption without a reason also drops findings: `finish` reports it, and one cause gives one finding.
      if (exemption?.code === code && exemptible.includes(code)) needed.add(path);
      else report(code, place, args);
    },
    finish: () => {
      for (const [path, { sample }] of samples) {
        const { exemption, file } = sample;
        if (exemption === undefined) continue;
        const place = { file, range: exemption.range };
        const isKnown = isCode(exemption.code) && exemptible.includes(exemption.code);
        if (!isKnown || exemption.reason === '') {
          const near = isKnown ? undefined : suggest(exemption.code, exemptible);
          report('wrong-exemption', place, { name: exemption.code, isKnown, near, known: exemptible });
        } else if (!needed.has(path)) report('unneeded-exemption', place, { name: exemption.code });
      }
    },
  };
}
