// The folder of compiled modules stays bounded.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyLargeFolder } from '../../src/cli/module-folder.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

test('a folder of compiled modules is emptied when it has too many of all versions of Node', () => {
  const folder = temporaryFolder();
  for (const version of ['v22', 'v24']) {
    mkdirSync(join(folder, version));
    for (const name of ['a', 'b']) writeFileSync(join(folder, version, name), '');
  }
  emptyLargeFolder(folder, 4);
  expect(existsSync(join(folder, 'v24/b'))).toBe(true);
  emptyLargeFolder(folder, 3);
  expect(existsSync(folder)).toBe(false);
  emptyLargeFolder(folder, 3);
  removeFolder(folder);
});
