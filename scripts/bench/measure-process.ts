// A command → its elapsed time and its processor time.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessMeasures {
  readonly exitCode: number;
  readonly stdout: string;
  /** Milliseconds from start to end. */
  readonly milliseconds: number;
  /** Milliseconds of all processors, in steps of ten; undefined if the system does not report them. */
  readonly processor: number | undefined;
}

/**
 * Runs a program of Node to its end. Run one program at a time: processor time includes all child processes that end
 * during it.
 */
export async function measureProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessMeasures> {
  const before = childrenMilliseconds();
  const start = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text));
  const exitCode = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 70));
  });
  const milliseconds = performance.now() - start;
  const after = childrenMilliseconds();
  const processor = before === undefined || after === undefined ? undefined : after - before;
  return { exitCode, stdout, milliseconds, processor };
}

/** Linux counts in hundredths of a second on every architecture that Node runs on. */
const millisecondsPerTick = 10;

/**
 * Processor time of all children that have ended, and of theirs: fields 16 and 17 of /proc/self/stat. Undefined if the
 * system does not report it.
 */
export function childrenMilliseconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * millisecondsPerTick;
  } catch {
    return undefined;
  }
}
