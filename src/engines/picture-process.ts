// Draws untrusted SVG shapes in a child process. The drawing code cannot be interrupted, but a process can be killed.

import { fork, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';

/** In the npm package it is JavaScript. */
const program = join(import.meta.dirname, `draw-in-process${extname(import.meta.filename)}`);

/** Milliseconds for one picture, and for the start of the process. */
const limits = { draw: 2000, start: 60_000 };

/** A process that draws one picture after the other. After the first failure or timeout it draws no more pictures. */
export interface PictureProcess {
  /** A PNG of the width in pixels; undefined if the SVG cannot be drawn in time. */
  draw(svg: string, width: number): Promise<Uint8Array | undefined>;
  close(): void;
}

/**
 * Starts the process.
 * @param milliseconds time limit for each picture
 */
export function startPictureProcess(milliseconds: number = limits.draw): PictureProcess {
  const child = fork(program, [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const end = (): void => void child.kill('SIGKILL');
  let last: Promise<Uint8Array | undefined> = answerOf(child, limits.start, end);
  return {
    draw(svg, width) {
      last = last.then((before) => {
        if (before === undefined || !child.connected) return undefined;
        child.send({ svg, width }, () => {});
        return answerOf(child, milliseconds, end);
      });
      return last;
    },
    close: end,
  };
}

/** Resolves to the next message. If there is none in time, ends the process and resolves to undefined. */
function answerOf(child: ChildProcess, milliseconds: number, end: () => void): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const finish = (answer: unknown): void => {
      clearTimeout(timer);
      child.off('message', finish).off('exit', fail).off('error', fail);
      if (!(answer instanceof Uint8Array)) end();
      resolve(answer instanceof Uint8Array ? answer : undefined);
    };
    const fail = (): void => finish(undefined);
    const timer = setTimeout(fail, milliseconds);
    child.on('message', finish).on('exit', fail).on('error', fail);
  });
}
