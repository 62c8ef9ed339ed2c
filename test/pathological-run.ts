// Defines tests of the pathological cases: each alone in a process with a deadline, and all of them in one folder.

import { afterAll, describe, expect, test } from 'vitest';
import { createJudge } from '../scripts/fuzz/judge-pool.ts';
import type { Files, SoundVerdict, Verdict } from '../scripts/fuzz/verdict.ts';
import { pathologicalCases } from './pathological-cases.ts';

/** Milliseconds that a case may take. */
const limit = 5000;

/** Milliseconds after which a case counts as hanging. The machine may be busy, so they are far more than the limit. */
const deadline = 100_000;

/** Findings about a text that was not read. A case has at most one of these. */
const refusal = /-too-(?:deep|large|many)|too-many-|-syntax|alias-cycle|duplicate-key|unclosed-/;

/**
 * Defines a test for each case. A scale of 1 is the full size.
 * @param every 1 for all cases, 4 for every fourth
 */
export function testPathologicalCases(scale: number, every = 1): void {
  const judge = createJudge({ limit, deadline, isTwice: false });
  afterAll(() => judge.close());
  const cases = pathologicalCases.filter((_, i) => i % every === 0);

  describe('each case ends in time, with a result or one finding', () => {
    test.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
      const { findings } = expectSound(await judge.judge(Object.fromEntries([each.make(scale)])));
      expect(findings.filter((finding) => refusal.test(finding)).length).toBeLessThanOrEqual(1);
    });
  });
}

/** Defines the test of a folder that contains all cases at a scale. */
export function testAllCasesTogether(together: number): void {
  const patient = createJudge({ limit: limit * pathologicalCases.length, deadline: 280_000, isTwice: false });
  afterAll(() => patient.close());

  test(
    'all cases in one folder are read in time, and a mistake in another page is found',
    { timeout: 300_000 },
    async () => {
      const files: Record<string, string> = { 'a-sound-page.mdx': '---\ntitel: A\n---\n# A\n' };
      for (const [i, { make }] of pathologicalCases.entries()) {
        const [path, text] = make(together);
        files[path.replace('case', `case-${i}`)] = text;
      }
      const { findings } = expectSound(await patient.judge(files satisfies Files));
      // Findings about the whole folder come first.
      expect(findings.find((finding) => finding.includes('.mdx'))).toBe('error unknown-key a-sound-page.mdx:2:1');
    },
  );
}

function expectSound(verdict: Verdict): SoundVerdict {
  expect(verdict).toMatchObject({ kind: 'sound' });
  return verdict as SoundVerdict;
}
