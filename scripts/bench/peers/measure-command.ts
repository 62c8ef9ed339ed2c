// A command → its time, its processor time and the peak memory of its process tree.

import { spawn } from 'node:child_process';
import { childrenMilliseconds } from '../measure-process.ts';
import { watchMemory } from '../process-tree.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface CommandMeasures {
  readonly milliseconds: number;
  readonly processor: number | undefined;
  readonly memory: number | undefined;
}

/**
 * Runs a command to its end. Run one at a time: processor time includes all child processes that end during it.
 * @throws Error with the command's output if it fails
 */
export async function measureCommand({ program, args, cwd, env }: Command): Promise<CommandMeasures> {
  const before = childrenMilliseconds();
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const watch = child.pid === undefined ? undefined : watchMemory(child.pid);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void (words = (words + text).slice(-20_000)));
  }
  const code = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (exitCode) => done(exitCode ?? 70));
  }).finally(() => watch?.stop());
  const milliseconds = performance.now() - start;
  const after = childrenMilliseconds();
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with exit code ${code}:\n${words}`);
  const processor = before === undefined || after === undefined ? undefined : after - before;
  return { milliseconds, processor, memory: watch?.stop() };
}
