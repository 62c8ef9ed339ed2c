// The tests, in two projects: `test` is what `npm test` runs, `long` (*.long.test.ts) what `npm run test:long` runs.

import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './scripts/summary-reporter.ts';

const tests = 'test/**/*.test.ts';
const longTests = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    // Much of a test's time is spent in processes that it waits for: with one worker a core would idle.
    maxWorkers: 2,
    projects: [
      { test: { name: 'test', include: [tests], exclude: [longTests], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: 'long', include: [longTests], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
