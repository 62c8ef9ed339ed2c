// The order in which the test files run.

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { putSlowestFirst, slowestFiles } from '../../scripts/test-order.ts';
import { root } from './run-script.ts';

test('the list of slow files names existing files', () => {
  expect(slowestFiles.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('the slowest files run before all others, in the order of the list', () => {
  const [slowest = '', second = ''] = slowestFiles;
  const inOrder = (names: readonly string[]) =>
    putSlowestFirst(names.map((name) => ({ moduleId: join(root, name) }))).map(({ moduleId }) =>
      relative(root, moduleId),
    );
  expect(inOrder(['test/b.test.ts', second, 'test/a.test.ts', slowest])).toEqual([
    slowest,
    second,
    'test/b.test.ts',
    'test/a.test.ts',
  ]);
});
