// How the command speaks: data on stdout, words on stderr, colour and progress only where a person watches.

import { relative, resolve, sep } from 'node:path';
import { env, stderr, stdout } from 'node:process';
import { findDiskError } from '../project/index.ts';

/** The reader of standard output has ended, such as `| head`. This is not an error. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Standard output takes no more. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
}

// Without a listener an error of a stream ends the process. Those of stdout reach `print`; for those of stderr there is
// nobody to tell, and the command goes on.
stdout.on('error', () => {});
stderr.on('error', () => {});

/** Whether words on stderr may be coloured: https://no-color.org, and FORCE_COLOR for those who pipe into a pager. */
export function hasColour(): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return stderr.isTTY === true && env['TERM'] !== 'dumb';
}

/** A line of words for the person who runs the command. */
export function say(text: string): void {
  stderr.write(`${text}\n`);
}

/**
 * Data for whoever reads the command's output. Resolves once it is written, so that an exit does not cut it.
 * @throws ReaderGone, OutputFailed
 */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => stdout.write(text, (error) => (error ? fail(describeOutput(error)) : done())));
}

function describeOutput(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
    return new ReaderGone('nobody reads', { cause: error });
  const { reason, advice } = findDiskError(error) ?? { reason: error.message, advice: 'Write into a file instead.' };
  return new OutputFailed(`Standard output cannot be written: ${reason}.\n→ ${advice}`, { cause: error });
}

/** Resolves when the process is asked to stop. */
export function whenStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

/** Folder that the user's paths are relative to: where `npm run` was called, else where the command runs. */
export function userFolder(): string {
  return env['INIT_CWD'] ?? process.cwd();
}

/** A path of the user's, made absolute. */
export function userPath(path: string): string {
  return resolve(userFolder(), path);
}

/** A path as the user would write it: relative where that is shorter, with `/`. */
export function pathForUser(path: string): string {
  const shown = relative(userFolder(), path).split(sep).join('/');
  return shown === '' ? '.' : shown.startsWith('../../') ? path : shown;
}

/** A line that counts up while work goes on; only on a terminal. */
export interface Progress {
  update(done: number, all: number): void;
  end(): void;
}

/** @param label what is being done: `Drawing pages` */
export function startProgress(label: string): Progress {
  if (stderr.isTTY !== true) {
    say(label);
    return { update: () => {}, end: () => {} };
  }
  let shownAt = 0;
  return {
    update(done, all) {
      const now = performance.now();
      if (done < all && now - shownAt < 100) return;
      shownAt = now;
      stderr.write(`\r\u001b[2K${label} ${done}/${all}`);
    },
    end: () => stderr.write('\r\u001b[2K'),
  };
}
