// Collected references do not keep pages in memory.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { References } from '../../src/project/index.ts';

test('the paths of large pages take little memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const references = new References({ base: '/' });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let page = 0; page < 50; page++) {
    const link = `<a href="reference/page-number-${page}/">`;
    references.add('index.html', link + `${page} text `.repeat(100_000));
  }
  collectGarbage();
  expect(references.list().paths).toHaveLength(50);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
});
