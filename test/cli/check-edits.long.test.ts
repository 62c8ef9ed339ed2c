// Many random changes; a few: report-memory.test.ts.

import { test } from 'vitest';
import { compareChecks } from './check-edits.ts';

test.each([1, 2])('checks after random changes print what checks from nothing print, seed %i', (seed) =>
  compareChecks(seed, 40),
);
