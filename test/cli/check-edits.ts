// Checks a folder after each of many random changes: what a check with kept results prints is what one without prints.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { reportOn } from '../../src/cli/check.ts';
import { makeReport } from '../../src/cli/make-report.ts';
import type { FindingsFormat } from '../../src/cli/report-findings.ts';
import { startRandomChanges } from '../project/random-changes.ts';

const formats: readonly FindingsFormat[] = ['pretty', 'json', 'github', 'sarif'];

/** Makes changes, and compares a check in a random format, and another one with nothing changed. */
export async function compareChecks(seed: number, steps: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'stele-check-edits-'));
  try {
    mkdirSync(join(root, 'node_modules'));
    const random = createRandom(seed);
    const changes = startRandomChanges(root, seed, 'title: Site\n');
    const folder = join(root, 'content');
    for (let step = 0; step < steps; step++) {
      const change = step === 0 ? 'nothing' : changes.next();
      const options = { folder, format: random.pick(formats), limit: undefined, isUntrusted: false };
      const { printed } = await makeReport({ ...options, mayCache: false });
      for (const name of ['first', 'again']) {
        // A later time: the states of all files are settled.
        const now = Date.now() + (random.chance(0.5) ? 60_000 : 0);
        expect(await reportOn({ ...options, mayCache: true }, now), `${name}, after ${change}`).toEqual(printed);
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
