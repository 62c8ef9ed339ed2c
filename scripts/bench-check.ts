// `npm run bench:check`: compares the time of `stele check` with the time to parse the same files once with yaml and
// remark. Runs whole processes alternately. Exit code 1 if a goal is missed or a process fails.

import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatTable, seconds } from './bench/format-table.ts';
import { measureProcess, type ProcessMeasures } from './bench/measure-process.ts';
import { fetchCorpus } from './corpus/fetch-corpus.ts';
import { fromUser, isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench:check -- [options]

Options:
  --content DIR   content folder (default: the public corpus)
  --rounds N      times that each process is measured, in turns (default: 7)
`;

/**
 * Maximum time, as a multiple of the time of parsing alone; the aim of the second is 0.05. Uses processor time if the
 * system reports it, since it does not depend on the load of the machine.
 */
const goals = { cold: 1, unchanged: 0.1 };

const floor = fileURLToPath(new URL('bench/parse-floor.ts', import.meta.url));
const command = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** The measured commands, in the order of a round. */
const contestants = ['floor', 'first', 'cold', 'unchanged'] as const;
type Contestant = (typeof contestants)[number];

const about: Readonly<Record<Contestant, string>> = {
  floor: 'yaml and remark over the same files, its modules kept as compiled',
  first: 'stele check --no-cache, its modules not kept as compiled either',
  cold: 'stele check --no-cache',
  unchanged: 'stele check, nothing changed since the last one',
};

process.exitCode = await runWithOptions(usage, readOptions, async ({ content, rounds }) =>
  run(content ?? (await fetchCorpus((reason) => console.error(reason))), rounds),
);

function readOptions(): { readonly content: string | undefined; readonly rounds: number } | undefined {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, rounds: { type: 'string', default: '7' } },
  });
  const rounds = Number(values.rounds);
  if (!isCount(rounds)) return undefined;
  return { content: values.content && fromUser(values.content), rounds };
}

async function run(source: string | undefined, rounds: number): Promise<number> {
  if (source === undefined) {
    console.error('bench: the registry is not reachable, and the corpus is not in the cache.');
    return 1;
  }
  const folder = await mkdtemp(join(tmpdir(), 'stele-bench-check-'));
  try {
    // A separate project, with its own cache of findings.
    const content = join(folder, 'content');
    await mkdir(join(folder, 'node_modules'));
    await cp(source, content, { recursive: true });
    return await measure(content, join(folder, 'modules'), rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(content: string, modules: string, rounds: number): Promise<number> {
  const check = [command, 'check', '--content', content, '--format', 'json'];
  // The npm package is JavaScript: reading its first file needs no compiler for TypeScript.
  const kept = { NODE_COMPILE_CACHE: modules };
  const start: Readonly<Record<Contestant, () => Promise<ProcessMeasures>>> = {
    floor: () => measureProcess([floor, content], kept),
    first: () => measureProcess([...check, '--no-cache'], { NODE_DISABLE_COMPILE_CACHE: '1' }),
    cold: () => measureProcess([...check, '--no-cache'], kept),
    unchanged: () => measureProcess(check, kept),
  };
  const measures = new Map<Contestant, ProcessMeasures[]>(contestants.map((name) => [name, []]));
  // Round 0 fills the caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of contestants) {
      const measured = await start[name]();
      if (measured.exitCode > (name === 'floor' ? 0 : 1)) {
        console.error(`bench: ${name} ended with exit code ${measured.exitCode}.`);
        return 1;
      }
      if (round > 0) measures.get(name)!.push(measured);
    }
  }
  const checks = (['first', 'cold', 'unchanged'] as const).map((name) => measures.get(name)![0]!.stdout);
  if (new Set(checks).size > 1) {
    console.error('bench: the checks did not find the same.');
    return 1;
  }
  console.log(
    `${measures.get('floor')![0]!.stdout.trim()} files, ${rounds} rounds, medians; Node ${process.versions.node}`,
  );
  return report(measures);
}

function report(measures: ReadonlyMap<Contestant, readonly ProcessMeasures[]>): number {
  const ratio = (name: Contestant, of: (measured: ProcessMeasures) => number | undefined): number | undefined =>
    median(
      measures.get(name)!.map((measured, round) => {
        const [own, base] = [of(measured), of(measures.get('floor')![round]!)];
        return own === undefined || base === undefined ? undefined : own / base;
      }),
    );
  const rows = contestants.map((name) => {
    const all = measures.get(name)!;
    return [
      name,
      seconds(median(all.map(({ milliseconds }) => milliseconds))!),
      times(ratio(name, ({ milliseconds }) => milliseconds)),
      maybeSeconds(median(all.map(({ processor }) => processor))),
      times(ratio(name, ({ processor }) => processor)),
      name in goals ? `≤ ${goals[name as keyof typeof goals]}` : '',
    ];
  });
  console.log(formatTable([['', 'time', 'ratio', 'processor', 'ratio', 'goal'], ...rows]).trimEnd());
  console.log(contestants.map((name) => `${name}: ${about[name]}`).join('\n'));
  const missed = (['cold', 'unchanged'] as const).filter(
    (name) =>
      (ratio(name, ({ processor }) => processor) ?? ratio(name, ({ milliseconds }) => milliseconds)!) > goals[name],
  );
  for (const name of missed) console.error(`bench: ${name} takes more than ${goals[name]} times as long as the floor.`);
  return missed.length === 0 ? 0 : 1;
}

/** The median of the values; undefined if one of them is undefined. */
function median(values: readonly (number | undefined)[]): number | undefined {
  if (values.includes(undefined)) return undefined;
  const sorted = (values as readonly number[]).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? '-' : `${ratio.toFixed(2)} ×`;
}

function maybeSeconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '-' : seconds(milliseconds);
}
