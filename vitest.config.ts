// The tests, in two projects: `npm test` runs `test`, and `npm run test:long` runs `long` (*.long.test.ts).

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './scripts/summary-reporter.ts';
import { SlowestFirst } from './scripts/test-order.ts';

const tests = 'test/**/*.test.ts';
const longTests = 'test/**/*.long.test.ts';

// Tests load packages as the command does. Otherwise Vitest would load development builds with additional assertions.
// The tests and the commands that they start have the environment of a test.
process.env['NODE_ENV'] = 'production';

// Chromium itself may crash. Then Vitest runs the test once more, and reports it; the next context starts a new browser.
export const retry = { count: 1, condition: /page, context or browser has been closed|Target crashed|Page crashed/ };

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    // Tests often wait for child processes and browsers, so with one worker a core would be idle. With a third worker the
    // tests take more processor time and no less time on two cores: each worker loads all modules again.
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    // Content in temporary folders is outside of any project; its caches must not fill the developer's cache folder.
    env: { NODE_ENV: 'test', XDG_CACHE_HOME: join(tmpdir(), 'stele-test-cache') },
    projects: [
      {
        test: {
          name: 'test',
          retry,
          isolate: false,
          globalSetup: './test/run-folder.ts',
          include: [tests],
          exclude: [longTests],
          // A busy machine may be ten times slower. Tests of time limits measure processor time. A browser page that
          // hangs is tried twice, 90 s each.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: 'long',
          retry,
          globalSetup: './test/run-folder.ts',
          include: [longTests],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
