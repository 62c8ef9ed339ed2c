// A thread that looks at many files: their paths in, and their states out, or whether they are in known states.

import { parentPort, workerData } from 'node:worker_threads';
import { isSameLook, lookAt, type FileState } from './file-state.ts';
import { joinTexts, splitTexts, type LookTask } from './look-at-many.ts';

const { folder, paths, known } = workerData as LookTask;
const all = splitTexts(paths);
const { states } = lookAt(folder, all, 0);
const before = known === undefined ? undefined : splitTexts(known);
const answer: boolean | string =
  before === undefined
    ? joinTexts(all.map((path) => states.get(path)!))
    : isSameLook(new Map(all.map((path, i): [string, FileState] => [path, before[i]!])), states);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(answer);
