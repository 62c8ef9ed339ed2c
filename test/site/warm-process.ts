// Runs `stele` commands one after another in this process, as `run-warm.ts` requests them. It collects the output of
// each command, and sets its environment and working folder, as if the command had its own process.

import { runCommand } from '../../src/cli/run-command.ts';

/** A command to run, with its folder and its whole environment. */
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
// Each command adds listeners, which its own process would remove at its end.
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
  const code = await runCommand(args, (ended) => process.exit(ended));
  return { id, code, ...written };
}
