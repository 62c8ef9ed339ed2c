// Fills the heap, lets it be bounded if it is larger than the first argument, makes garbage, and prints how often all of
// the heap was searched for it. A process of its own: settings of V8 apply to all of it.

import { GCProfiler } from 'node:v8';
import { boundHeap } from '../../src/cli/bound-heap.ts';

/** About a megabyte in small objects. */
const makeBlock = (): readonly object[] => Array.from({ length: 20_000 }, (_, i) => ({ i, j: i }));

Object.assign(globalThis, { kept: Array.from({ length: 200 }, makeBlock) });
boundHeap(Number(process.argv[2]));
const profiler = new GCProfiler();
profiler.start();
/** Blocks live until forty others are made, so that they are not young any more. */
const recent: unknown[] = [];
for (let i = 0; i < 700; i++) recent[i % 40] = makeBlock();
const collections = profiler.stop()?.statistics.filter(({ gcType }) => gcType === 'MarkSweepCompact') ?? [];
process.stdout.write(String(collections.length));
