// Runs a script of the repository like a user: as a process, with arguments, in a folder.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder and the environment of a process. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs any program to its end. */
export async function run(program: string, args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const env = { ...process.env, ...surroundings.env };
  const child = spawn(program, args, { cwd: surroundings.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
}

/** Runs a script of `scripts/` with the Node of the tests. */
export function runScript(script: string, args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return run(process.execPath, [join(root, 'scripts', script), ...args], surroundings);
}

/** A new folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stele-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
