// Prints the last line of Vitest's output, `N passed, N failed` (and `, N skipped`), after the names of skipped tests.
// It prints when the process ends, after Vitest's own output.

import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

/** Vitest reporter, for use after the default one. */
export class SummaryReporter implements Reporter {
  #summary: Summary = { passed: 0, failed: 0, skipped: [] };
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
    process.once('exit', () => process.stdout.write(formatSummary(this.#summary, this.#isFiltered)));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#summary = summarize(modules, unhandledErrors.length);
  }
}

/** The results of a run. */
export interface Summary {
  readonly passed: number;
  /** Failed tests and other failures: files that do not load, hooks, errors outside of tests. */
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

interface SkippedTest {
  readonly name: string;
  /** As given to `context.skip(reason)`. */
  readonly reason: string | undefined;
}

function summarize(modules: readonly TestModule[], unhandledErrors: number): Summary {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const groups: (TestModule | TestSuite)[] = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const withState = (...states: readonly string[]) => tests.filter((test) => states.includes(test.result().state));
  return {
    passed: withState('passed').length,
    failed: withState('failed').length + groups.filter(isBroken).length + unhandledErrors,
    skipped: withState('skipped', 'pending').map(describeSkipped),
  };
}

/** Whether a file or suite itself failed: it does not load, or a hook throws. */
function isBroken(group: TestModule | TestSuite): boolean {
  return group.errors().length > 0;
}

function describeSkipped(test: TestCase): SkippedTest {
  const result = test.result();
  const name = `${test.module.relativeModuleId} > ${test.fullName}`;
  if (result.state === 'pending') return { name, reason: 'the run ended before it' };
  if (test.options.mode === 'todo') return { name, reason: 'not written yet' };
  return { name, reason: result.state === 'skipped' ? result.note : undefined };
}

/** A filter by name (`-t`) skips all other tests, so only skipped tests with a reason are printed. */
function formatSummary({ passed, failed, skipped }: Summary, isFiltered: boolean): string {
  const named = skipped.filter(({ reason }) => !isFiltered || reason !== undefined);
  const lines = named.map(({ name, reason }) => `  skipped: ${name} (${reason ?? 'no reason given'})\n`);
  const counts = `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;
  return `${lines.join('')}${lines.length === 0 ? '' : '\n'}${counts}\n`;
}
