// A large heap is freed when it has grown by a fifth, a small one when V8 does it by itself.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** Fills a heap with 200 MB, makes 700 MB of garbage, and counts the collections of the whole heap. */
async function countCollections(smallest: number): Promise<number> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'fill-heap.ts'), String(smallest)]);
  return Number(stdout);
}

test('a heap above the limit is freed more often than V8 does it by itself', async () => {
  const [bounded, unbounded] = [await countCollections(50_000_000), await countCollections(1_000_000_000)];
  // V8 lets the heap double at least. The space for young objects is added to the fifth.
  expect(unbounded).toBeLessThanOrEqual(2);
  expect(bounded).toBeGreaterThanOrEqual(3);
});
