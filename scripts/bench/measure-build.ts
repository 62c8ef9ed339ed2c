// Builds the site of a content folder with `stele build` in a separate process, and measures it.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './process-tree.ts';

const command = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface BuildMeasures {
  readonly exitCode: number;
  /** The build's output on stderr. */
  readonly words: string;
  /** Milliseconds from start to end, including the start of Node and the loading of modules. */
  readonly milliseconds: number;
  /** Milliseconds by stage, in the order of the stages; empty if the build reported none. */
  readonly stages: ReadonlyMap<string, number>;
  /** Peak memory of all processes of the build, in bytes; undefined if the system does not report it. */
  readonly memory: number | undefined;
}

/** Runs `stele build` over absolute paths. Does not throw if the build fails: see the exit code. */
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
