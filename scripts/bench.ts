// `npm run bench -- --entities N`: writes a site of N entities in eight languages, builds it cold and again unchanged,
// and reports time and memory. Exit code 1 if a build fails or pages lack their tables.

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable, mebibytes, restOf, seconds } from './bench/format-table.ts';
import { languageIds } from './bench/language-forms.ts';
import { measureBuild, type BuildMeasures } from './bench/measure-build.ts';
import { measureSite, type SiteMeasures } from './bench/measure-site.ts';
import { usualSectionSize } from './bench/plan-site.ts';
import { generateSite, writeSite } from './bench/write-site.ts';
import { fromUser, isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench -- [options]

Options:
  --entities N   entities of the generated site, half of them methods (default: 100)
  --section N    most entities of one section (default: ${usualSectionSize})
  --seed N       seed of its texts (default: 1)
  --out DIR      write the generated content into DIR, which must be new or empty, and keep it
  --json         one JSON document on stdout in place of the table
`;

interface BenchOptions {
  readonly entities: number;
  readonly section: number;
  readonly seed: number;
  readonly out: string | undefined;
  readonly isJson: boolean;
}

interface BenchResult {
  readonly cold: BuildMeasures;
  readonly unchanged: BuildMeasures;
  readonly site: SiteMeasures;
}

process.exitCode = await runWithOptions(usage, readOptions, run);

function readOptions(): BenchOptions | undefined {
  const { values } = parseArgs({
    options: {
      entities: { type: 'string', default: '100' },
      section: { type: 'string', default: String(usualSectionSize) },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [entities, section, seed] = [values.entities, values.section, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  if (!isCount(entities) || !isCount(section) || !Number.isSafeInteger(seed)) return undefined;
  const out = values.out && fromUser(values.out);
  return { entities, section, seed, out, isJson: values.json };
}

async function run({ entities, section, seed, out, isJson }: BenchOptions): Promise<number> {
  if (out !== undefined && (await readdir(out).catch(() => [])).length > 0) {
    console.error(`bench: ${out} is not empty.`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'stele-bench-'));
  try {
    const content = out ?? join(folder, 'content');
    await mkdir(content, { recursive: true });
    const generated = generateSite(entities, seed, section);
    await writeSite(generated, content);
    const dist = join(folder, 'dist');
    const cold = await measureBuild(content, dist);
    if (cold.exitCode !== 0) return fail(cold);
    const unchanged = await measureBuild(content, dist);
    if (unchanged.exitCode !== 0) return fail(unchanged);
    const site = await measureSite(dist, generated.entities, languageIds);
    const result: BenchResult = { cold, unchanged, site };
    console.log(isJson ? formatJson(entities, seed, result) : formatResult(entities, result));
    return judge(site);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fail({ exitCode, words }: BuildMeasures): number {
  console.error(words);
  console.error(`bench: the build ended with exit code ${exitCode}.`);
  return 1;
}

function judge({ pagesWithTables, expectedPagesWithTables }: SiteMeasures): number {
  if (pagesWithTables === expectedPagesWithTables) return 0;
  const found = `of ${expectedPagesWithTables} pages only ${pagesWithTables} have their tables`;
  console.error(`bench: ${found}: the times are not those of a whole site.`);
  return 1;
}

function formatResult(entities: number, { cold, unchanged, site }: BenchResult): string {
  const stages = [...new Set([...cold.stages.keys(), ...unchanged.stages.keys()])];
  const stageTime = ({ stages: times }: BuildMeasures, stage: string): string => {
    const time = times.get(stage);
    return time === undefined ? '-' : seconds(time);
  };
  const builds = formatTable([
    [`${entities} entities`, 'cold', 'unchanged'],
    ...stages.map((stage) => [`  ${stage}`, stageTime(cold, stage), stageTime(unchanged, stage)]),
    ['  rest', ...[cold, unchanged].map(({ milliseconds, stages: times }) => seconds(restOf(milliseconds, times)))],
    ['time', seconds(cold.milliseconds), seconds(unchanged.milliseconds)],
    ['peak memory', mebibytes(cold.memory), mebibytes(unchanged.memory)],
  ]);
  const output = formatTable([
    ['files', String(site.files)],
    ['bytes', mebibytes(site.bytes)],
    ['pages', String(site.pages)],
    ['pages with tables', `${site.pagesWithTables} of ${site.expectedPagesWithTables}`],
  ]);
  return `${builds}\n${output}\nNode ${process.versions.node}, ${availableParallelism()} cores`;
}

function formatJson(entities: number, seed: number, { cold, unchanged, site }: BenchResult): string {
  const build = ({ milliseconds, stages, memory }: BuildMeasures): unknown => ({
    milliseconds: Math.round(milliseconds),
    stages: Object.fromEntries([...stages].map(([stage, time]) => [stage, Math.round(time)])),
    memoryBytes: memory ?? null,
  });
  const platform = `${process.platform}-${process.arch}`;
  const machine = { node: process.versions.node, cores: availableParallelism(), platform };
  const result = { entities, seed, machine, cold: build(cold), unchanged: build(unchanged), site };
  return JSON.stringify(result, undefined, 2);
}
