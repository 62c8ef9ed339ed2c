// Runs the command like a user: as a process, with its own folder to write into.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which the process is killed without a chance to clean up. */
  readonly killAfter?: number;
}

/** Runs `stele` with arguments. Paths in them are relative to `cwd`, which is the repository by default. */
export function runStele(
  args: readonly string[],
  { cwd = repository, env = {}, killAfter }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(repository, 'src/cli/main.ts'), ...args], {
    cwd,
    env: environmentOf(cwd, env),
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, stdout, stderr });
    });
  });
}

/** The environment of a command that is run in a folder. */
export function environmentOf(cwd: string, env: RunOptions['env']): NodeJS.ProcessEnv {
  return { ...process.env, INIT_CWD: cwd, NO_COLOR: '1', ...env };
}

/** Creates a folder in the system's temporary folder. Returns its path. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stele-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
