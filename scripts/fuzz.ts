// `npm run fuzz`: breaks real pages in many ways, and checks that the compiler does not throw, crash, report a range
// outside of a file, report unstable findings, or take more than two seconds. Exit code 1 if there is a fault.

import { parseArgs } from 'node:util';
import { writeFind } from './fuzz/find-folder.ts';
import { readCorpusSeeds, readOwnSeeds } from './fuzz/read-seeds.ts';
import { runFuzz, type Find } from './fuzz/run-fuzz.ts';
import { runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run fuzz -- [options]

Options:
  --count N   inputs (default: 100000)
  --from N    number of the first input (default: 0)
  --seed S    seed of all chance (default: one of this moment)
  --jobs N    processes (default: 2)
`;

interface Options {
  readonly count: number;
  readonly from: number;
  readonly seed: number;
  readonly jobs: number;
}

process.exitCode = await runWithOptions(usage, readOptions, async (options) => ((await run(options)) ? 0 : 1));

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      jobs: { type: 'string', default: '2' },
    },
  });
  const [count, from, seed, jobs] = [values.count, values.from, values.seed, values.jobs].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const isSound = [count, from, seed, jobs].every((value) => Number.isSafeInteger(value) && value >= 0);
  return isSound && jobs > 0 ? { count, from, seed, jobs } : undefined;
}

/** Runs and reports; returns true if there is no fault. */
async function run({ count, from, seed, jobs }: Options): Promise<boolean> {
  const [own, corpus] = [readOwnSeeds(), await readCorpusSeeds()];
  console.log(`fuzz: seed ${seed}, ${count} inputs from ${own.length} files and ${corpus.length} of the corpus`);
  const start = performance.now();
  const onFind = (find: Find): void => {
    const words = describe(find, seed);
    const folder = writeFind(`${find.verdict.kind}-${seed}-${find.input.number}`, find.minimised, words);
    console.log(`\n${words}\nwritten to ${folder}`);
  };
  const onProgress = (done: number): void => {
    if (done % 1000 === 0) console.log(`${done} inputs, ${Math.round((performance.now() - start) / 1000)} s`);
  };
  const { finds, slowest } = await runFuzz({ seeds: [...own, ...corpus], seed, count, from, jobs, onFind, onProgress });
  console.log(
    `${count} inputs, ${finds.length} finds; the slowest was ${slowest.number} with ${slowest.milliseconds} ms.`,
  );
  return finds.length === 0;
}

function describe({ input, verdict }: Find, seed: number): string {
  const way =
    `seed ${seed}, number ${input.number}, of ${input.origin} as ${input.path}\n` +
    `mutations: ${input.steps.join(', ')}`;
  return `${verdict.kind}\n${way}\n${verdict.detail}`;
}
