// `stele-ignore <code>: <reason>` on a sample's first line: takes the findings of that code from the sample, and tells
// exemptions that are wrong or that nothing needs any more.

import { isCode, suggest, type Code, type Report } from '../../diagnostics/index.ts';
import type { CheckedSample } from './sample-rule.ts';

/** What a sample can be exempt from. */
export const exemptible: readonly Code[] = [
  'sample-syntax',
  'lost-continuation',
  'sample-without-key',
  'foreign-spelling',
  'wrong-verb',
  'wrong-path',
  'unused-sample',
];

/** A report that leaves out what is exempt. `finish` tells, when all rules have run, what the exemptions did. */
export function exempt(
  samples: ReadonlyMap<string, CheckedSample>,
  report: Report,
): { report: Report; finish: () => void } {
  const needed = new Set<string>();
  return {
    report: (code, place, args) => {
      const path = typeof place.file === 'string' ? place.file : place.file.path;
      const exemption = samples.get(path)?.sample.exemption;
      // One without a reason is told itself: what it is about would be its echo.
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
