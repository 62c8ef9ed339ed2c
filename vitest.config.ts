// The tests, in two projects: `test` is what `npm test` runs, `long` (*.long.test.ts) what `npm run test:long` runs.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './scripts/summary-reporter.ts';

const tests = 'test/**/*.test.ts';
const longTests = 'test/**/*.long.test.ts';

// Tests load packages as the command does: Vitest asks for development builds otherwise, whose assertions the command never
// meets. The tests themselves, and the commands that they start, see the environment of a test.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    // Much of a test's time is spent in processes that it waits for: with one worker a core would idle.
    maxWorkers: 2,
    // Content in temporary folders is outside of any project: its caches are not to fill the developer's.
    env: { NODE_ENV: 'test', XDG_CACHE_HOME: join(tmpdir(), 'stele-test-cache') },
    projects: [
      { test: { name: 'test', include: [tests], exclude: [longTests], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: 'long', include: [longTests], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
