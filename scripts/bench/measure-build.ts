// A content folder → its site, built by `stele build` in a process of its own, and what that took.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './process-tree.ts';

const command = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface BuildMeasures {
  readonly exitCode: number;
  /** What the build said on stderr. */
  readonly words: string;
  /** Milliseconds from start to end, the start of Node and the loading of modules included. */
  readonly milliseconds: number;
  /** Milliseconds by stage, in the order of the stages; empty where the build told none. */
  readonly stages: ReadonlyMap<string, number>;
  /** Peak memory of the build's processes together, in bytes; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

/** Runs `stele build` over absolute paths. Never throws for what the build does: its exit code tells. */
export async function measureBuild(
  content: string,
  out: string,
  options: readonly string[] = [],
): Promise<BuildMeasures> {
  const folder = await mkdtemp(join(tmpdir(), 'stele-timings-'));
  const timingsFile = join(folder, 'timings.json');
  try {
    const start = performance.now();
    const run = await runBuild(['build', '--content', content, '--out', out, ...options], timingsFile);
    return { ...run, milliseconds: performance.now() - start, stages: await readStages(timingsFile) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = Pick<BuildMeasures, 'exitCode' | 'words' | 'memory'>;

function runBuild(args: readonly string[], timingsFile: string): Promise<Run> {
  return new Promise((done, fail) => {
    const env = { ...process.env, STELE_TIMINGS: timingsFile };
    const child = spawn(process.execPath, [command, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.on('error', fail);
    const watch = child.pid === undefined ? undefined : watchMemory(child.pid);
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (words += text));
    child.on('close', (code) => done({ exitCode: code ?? 70, words, memory: watch?.stop() }));
  });
}

async function readStages(file: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, number>));
}
