// The tests, in two projects: `test` is what `npm test` runs, `long` (*.long.test.ts) what `npm run test:long` runs.

import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './scripts/summary-reporter.ts';

const tests = 'test/**/*.test.ts';
const longTests = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    projects: [
      { test: { name: 'test', include: [tests], exclude: [longTests], testTimeout: 20_000 } },
      { test: { name: 'long', include: [longTests], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
