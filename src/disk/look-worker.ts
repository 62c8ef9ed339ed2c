// A thread that looks at many files: their known states in, whether they are in these states out.

import { parentPort, workerData } from 'node:worker_threads';
import { isSameLook, lookAt, type FileState } from './file-state.ts';
import type { LookTask } from './are-in-states.ts';

const { folder, known } = workerData as LookTask;
const parts = known.split('\0');
const states = new Map<string, FileState>();
// The first part is empty.
for (let i = 1; i < parts.length; i += 2) states.set(parts[i]!, parts[i + 1]!);
const isSame = isSameLook(states, lookAt(folder, states.keys(), 0).states);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(isSame);
