// Output of the command: data on stdout, messages on stderr, colour and progress only on a terminal.

import { relative, resolve, sep } from 'node:path';
import { env, stderr, stdout } from 'node:process';
import { findDiskError } from '../disk/index.ts';

/** Thrown if the reader of standard output has ended, for example `head` in a pipe. This is not a failure. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Thrown if standard output cannot be written; the message is for the user. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
}

// Without a listener, an error of a stream ends the process. `print` reports errors of stdout. Errors of stderr cannot
// be reported anywhere, and the command continues.
stdout.on('error', () => {});
stderr.on('error', () => {});

/** Whether messages on stderr are coloured: follows https://no-color.org, and FORCE_COLOR for output into a pager. */
export function hasColour(): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return stderr.isTTY === true && env['TERM'] !== 'dumb';
}

/** Writes a message for the user to stderr. */
export function say(text: string): void {
  stderr.write(`${text}\n`);
}

/**
 * Writes data to stdout. Resolves when it is written, so that the end of the process does not cut it off.
 * @throws ReaderGone, OutputFailed
 */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => stdout.write(text, (error) => (error ? fail(describeOutput(error)) : done())));
}

function describeOutput(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
    return new ReaderGone('the reader of the output has ended', { cause: error });
  const { reason, advice } = findDiskError(error) ?? { reason: error.message, advice: 'Write into a file instead.' };
  return new OutputFailed(`Standard output cannot be written: ${reason}.\n→ ${advice}`, { cause: error });
}

/** Resolves when the process receives a signal to stop. */
export function whenStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

/** Whether this is the repository, whose npm scripts run in its folder for content anywhere. */
const isRepository = import.meta.filename.endsWith('.ts');

/**
 * The folder of the user's relative paths: the working folder; in the repository the one in which `npm run` was called.
 */
export function userFolder(): string {
  return (isRepository ? env['INIT_CWD'] : undefined) ?? process.cwd();
}

/** The absolute form of a path that the user wrote. */
export function userPath(path: string): string {
  return resolve(userFolder(), path);
}

/** A path for messages, with `/`: relative to the user's folder, or absolute if it would begin with `../../`. */
export function pathForUser(path: string): string {
  const shown = relative(userFolder(), path).split(sep).join('/');
  return shown === '' ? '.' : shown.startsWith('../../') ? path : shown;
}

/** A line that shows the progress of work. Its count is shown only on a terminal. */
export interface Progress {
  update(done: number, all: number): void;
  end(): void;
}

/**
 * Shows a progress line.
 * @param label name of the work: `Drawing pages`
 */
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
