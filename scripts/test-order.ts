// The order of the test files: the slowest ones run first, so that the workers end at about the same time.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest test files, slowest first. Vitest would run some of them last, since it runs large files first. */
export const slowestFiles: readonly string[] = [
  'test/lint.test.ts',
  'test/site/example.test.ts',
  'test/browser/reader.test.ts',
  'test/browser/search.test.ts',
  'test/hostile.test.ts',
  'test/cli/incremental.test.ts',
  'test/ci/publish.test.ts',
  'test/pathological.test.ts',
  'test/cli/streams.test.ts',
  'test/site/injection.test.ts',
  'test/samples/seeded-faults.test.ts',
  'test/project/check-cache.test.ts',
  'test/cli/command.test.ts',
  'test/parse/plain/bodies.test.ts',
  'test/html/code-links-by-language.test.ts',
  'test/parse/linear-markdown.test.ts',
  'test/cli/network.test.ts',
  'test/cli/canary.test.ts',
  'test/samples/hostile-code.test.ts',
  'test/many-parts.test.ts',
  'test/cli/init.test.ts',
  'test/serve/dev.test.ts',
  'test/project/output-place.test.ts',
  'test/browser/redirects.test.ts',
  'test/browser/code-blocks.test.ts',
  'test/fuzz.test.ts',
  'test/pipeline.test.ts',
  'test/corpus/export.test.ts',
  'test/cli/dev.test.ts',
];

/** Runs the slowest files first, then the others in Vitest's order. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return putSlowestFirst(await super.sort(files));
  }
}

/** The slowest files in the order of their list, then the others in the given order. */
export function putSlowestFirst<File extends Pick<TestSpecification, 'moduleId'>>(files: readonly File[]): File[] {
  const ranks = new Map(files.map((file) => [file, rankOf(file.moduleId)]));
  return files.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
}

function rankOf(path: string): number {
  const rank = slowestFiles.findIndex((file) => path.replaceAll('\\', '/').endsWith(`/${file}`));
  return rank < 0 ? slowestFiles.length : rank;
}
