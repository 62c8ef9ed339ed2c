// Runs `stele` in a process that has loaded its modules: loading takes most of the time of a short command or a small
// build. Each worker of the tests has one such process, which ends with the worker.

import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, repository, type Run, type RunOptions } from './run-stele.ts';
import type { Ended, Order } from './warm-process.ts';

let warm: ChildProcess | undefined;
let count = 0;
const waiting = new Map<number, { done(ended: Ended): void; fail(error: Error): void }>();

/**
 * Runs `stele` like `runStele`, but without a new process. Tests of how a process starts or ends cannot use it.
 * @throws Error if the process ends before the command
 */
export function runWarm(
  args: readonly string[],
  { cwd = repository, env = {} }: Omit<RunOptions, 'killAfter'> = {},
): Promise<Run> {
  const child = (warm ??= start());
  const order: Order = { id: ++count, args, cwd, env: environmentOf(cwd, env) };
  return new Promise<Ended>((done, fail) => {
    waiting.set(order.id, { done, fail });
    child.channel?.ref();
    child.send(order);
  }).then(({ code, stdout, stderr }) => ({ code, stdout, stderr }));
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'warm-process.ts'), { execPath: process.execPath, execArgv: [] });
  child.on('message', (ended: Ended) => {
    waiting.get(ended.id)?.done(ended);
    waiting.delete(ended.id);
    if (waiting.size === 0) child.channel?.unref();
  });
  child.on('exit', (code, signal) => {
    warm = undefined;
    for (const { fail } of waiting.values()) fail(new Error(`stele's process ended by itself: ${code ?? signal}`));
    waiting.clear();
  });
  child.unref();
  return child;
}
