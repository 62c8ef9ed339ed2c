// Content folders → verdicts, from a child process. If it crashes or hangs, it is replaced.

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Files, Question, Verdict } from './verdict.ts';

export interface Judge {
  /** Judges one folder at a time. */
  judge(files: Files): Promise<Verdict>;
  /** Ends the process. */
  close(): void;
}

export interface JudgeOptions {
  /** Time limit in milliseconds for compiling once and drawing. */
  readonly limit: number;
  /** Milliseconds without a message after which a process counts as hanging. */
  readonly deadline: number;
  /** Whether a folder is compiled twice; by default yes. */
  readonly isTwice?: boolean;
}

/** Memory limit of a judging process in MiB: a page that needs more is a fault. */
const mostMemory = 2048;

/** A judge with one process, started when it is first needed. */
export function createJudge({ limit, deadline, isTwice = true }: JudgeOptions): Judge {
  let child: ChildProcess | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const ask = async (files: Files): Promise<Verdict> => {
    if (child?.connected !== true) child = await start();
    const verdict = await answerOf(child, { files, limit, isTwice }, deadline);
    if (verdict.kind === 'dies' || verdict.kind === 'hangs') {
      child.kill('SIGKILL');
      child = undefined;
    }
    return verdict;
  };
  return {
    judge(files) {
      const verdict = queue.then(() => ask(files));
      queue = verdict.catch(() => {});
      return verdict;
    },
    close: () => void child?.kill(),
  };
}

async function start(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'judge-process.ts'), [], {
    execArgv: [`--max-old-space-size=${mostMemory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr!.setEncoding('utf8');
  const ready = once(child, 'message').then(() => true);
  const ended = once(child, 'exit').then(() => false);
  if (await Promise.race([ready, ended])) return child;
  throw new Error('the judging process does not start: run scripts/fuzz/judge-process.ts by hand to see why');
}

function answerOf(child: ChildProcess, question: Question, deadline: number): Promise<Verdict> {
  const begin = performance.now();
  return new Promise((done) => {
    let words = '';
    const listen = (text: string): void => void (words = (words + text).slice(-4000));
    const end = (verdict: Verdict): void => {
      clearTimeout(timer);
      child.off('message', end).off('exit', onExit);
      child.stderr!.off('data', listen);
      done(verdict);
    };
    const elapsed = (): number => Math.round(performance.now() - begin);
    const onExit = (code: number | null, signal: string | null): void =>
      end({ kind: 'dies', detail: `${signal ?? `exit code ${code}`}\n${words}`, milliseconds: elapsed() });
    const timer = setTimeout(
      () => end({ kind: 'hangs', detail: `no answer within ${deadline} ms`, milliseconds: elapsed() }),
      deadline,
    );
    child.on('message', end).on('exit', onExit);
    child.stderr!.on('data', listen);
    child.send(question);
  });
}
