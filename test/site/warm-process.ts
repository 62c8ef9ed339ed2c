// Runs `stele` commands one after another in this process, as `run-warm.ts` asks for them. What a command writes is
// collected, and its environment and working folder are set, so that it meets what it would meet in a process of its
// own.

import { runCommand } from '../../src/cli/run-command.ts';

/** A command to run, in a folder, with all of its environment. */
export interface Order {
  readonly id: number;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a command ended. */
export interface Ended {
  readonly id: number;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const written = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const) {
  const write = (text: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    written[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
    const done = more.find((argument) => typeof argument === 'function') as (() => void) | undefined;
    if (done) process.nextTick(done);
    return true;
  };
  process[name].write = write as NodeJS.WriteStream['write'];
}
// Each command adds listeners that a process of its own would take along when it ends.
process.setMaxListeners(0);

let last: Promise<unknown> = Promise.resolve();
process.on('message', (order: Order) => {
  last = last.then(async () => process.send!(await run(order)));
});
process.on('disconnect', () => process.exit());

async function run({ id, args, cwd, env }: Order): Promise<Ended> {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  Object.assign(process.env, Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)));
  Object.assign(written, { stdout: '', stderr: '' });
  const code = await runCommand(args);
  return { id, code, ...written };
}
