// Bounds the memory that a build of a large site takes beside what it needs.

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes in the heap from which memory is worth more than time: the sites of most teams need less. */
const large = 450_000_000;

/**
 * Makes V8 free memory when a large heap has grown by a fifth. Without this, a heap of gigabytes may double before.
 * Call it when the content is compiled: pages are drawn from it, and leave much to free.
 * @param smallest bytes in the heap below which nothing happens
 */
export function boundHeap(smallest = large): void {
  if (getHeapStatistics().used_heap_size <= smallest) return;
  setFlagsFromString('--heap-growing-percent=20');
  // V8 decides at the end of each collection when the next one begins.
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
}
