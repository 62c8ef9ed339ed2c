// `npm run bench:samples`: measures colouring and checking samples, with and without a cache, and compares it with
// Shiki alone with two themes on the same code. Each measurement is a separate process; they run alternately. Compares
// medians of processor time, which includes all threads and does not depend on the load. Exit code 1 if a goal is
// missed or a process fails.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SampleTask } from './bench/colour-samples.ts';
import { formatTable, seconds } from './bench/format-table.ts';
import { measureProcess } from './bench/measure-process.ts';
import { generateSite, writeSite } from './bench/write-site.ts';
import { isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench:samples -- [options]

Options:
  --entities N   entities of the generated site, each with nine samples (default: 1000)
  --rounds N     times that each is measured, in turns (default: 3)
`;

/**
 * Without a cache: maximum multiple of the time of Shiki alone. With a cache: maximum share of the time without one.
 */
const goals = { cold: 1.5, kept: 0.05 };

const contestant = fileURLToPath(new URL('bench/colour-samples.ts', import.meta.url));

/** The measured tasks, in the order of a round: each cached task uses the cache of the task before. */
const steps = ['shiki', 'colour cold', 'colour kept', 'check cold', 'check kept'] as const;
type Step = (typeof steps)[number];

const tasks: Readonly<Record<Step, SampleTask>> = {
  shiki: 'shiki',
  'colour cold': 'colour',
  'colour kept': 'colour',
  'check cold': 'check',
  'check kept': 'recheck',
};

const about: Readonly<Record<Step, string>> = {
  shiki: 'Shiki alone, two themes',
  'colour cold': 'colouring, nothing kept',
  'colour kept': 'colouring, all kept',
  'check cold': 'checking, nothing kept',
  'check kept': 'checking, nothing changed',
};

interface Measures {
  readonly milliseconds: number;
  readonly processor: number;
  readonly codes: number;
}

process.exitCode = await runWithOptions(usage, readOptions, ({ entities, rounds }) => run(entities, rounds));

function readOptions(): { readonly entities: number; readonly rounds: number } | undefined {
  const { values } = parseArgs({
    options: { entities: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
  });
  const [entities, rounds] = [Number(values.entities), Number(values.rounds)];
  return [entities, rounds].every(isCount) ? { entities, rounds } : undefined;
}

async function run(entities: number, rounds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'stele-bench-samples-'));
  try {
    // A separate project, with its own caches.
    const content = join(folder, 'content');
    await mkdir(content);
    await mkdir(join(folder, 'node_modules'));
    await writeSite(generateSite(entities, 1), content);
    return await measure(content, join(folder, 'node_modules/.cache'), rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(content: string, cache: string, rounds: number): Promise<number> {
  const all = new Map<Step, Measures[]>(steps.map((step) => [step, []]));
  for (let round = 0; round < rounds; round++) {
    await rm(cache, { recursive: true, force: true });
    for (const step of steps) {
      const { exitCode, stdout } = await measureProcess([contestant, tasks[step], content]);
      if (exitCode !== 0) {
        console.error(`bench: ${about[step]} ended with exit code ${exitCode}.`);
        return 1;
      }
      all.get(step)!.push(JSON.parse(stdout) as Measures);
    }
  }
  return report(all);
}

function report(all: ReadonlyMap<Step, readonly Measures[]>): number {
  const middle = (step: Step, key: 'milliseconds' | 'processor'): number =>
    median(all.get(step)!.map((measures) => measures[key]));
  const cost = (step: Step): number => middle(step, 'processor');
  const rows = steps.map((step) => [
    about[step],
    seconds(middle(step, 'milliseconds')),
    seconds(cost(step)),
    `${(cost(step) / cost('shiki')).toFixed(2)} ×`,
  ]);
  const { codes } = all.get('shiki')![0]!;
  console.log(`${codes} different samples, ${availableParallelism()} processors\n`);
  console.log(formatTable([['', 'time', 'processor', 'of Shiki'], ...rows]));
  const made = cost('colour cold') + cost('check cold');
  const cold = made / cost('shiki');
  const kept = (cost('colour kept') + cost('check kept')) / made;
  const isMet = [
    judge(`cold, colouring and checking: ${cold.toFixed(2)} times Shiki alone`, cold <= goals.cold, `${goals.cold}`),
    judge(`kept: ${(kept * 100).toFixed(1)} % of cold`, kept <= goals.kept, `${goals.kept * 100} %`),
  ];
  return isMet.every(Boolean) ? 0 : 1;
}

function judge(words: string, isMet: boolean, goal: string): boolean {
  console.log(`${words}; the goal of at most ${goal} is ${isMet ? 'met' : 'MISSED'}`);
  return isMet;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
