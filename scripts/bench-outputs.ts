// `npm run bench:outputs`: what the files for programs cost a build. Builds a generated site with all outputs, without
// Markdown, and without any of them, in turn, and prints the medians of the processor time.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { formatTable, seconds } from './bench/format-table.ts';
import { measureProcess } from './bench/measure-process.ts';
import { generateSite, writeSite } from './bench/write-site.ts';
import { isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench:outputs -- [options]

Options:
  --entities N   entities of the generated site, half of them methods (default: 100)
  --rounds N     builds of each kind (default: 3)
`;

const command = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Lines of site.yaml by name; the first is compared with the others. */
const kinds: readonly (readonly [name: string, lines: string])[] = [
  ['all outputs', ''],
  ['without Markdown', 'outputs: { markdown: off }\n'],
  ['without any', 'outputs: { markdown: off, llms: false, json: false, skills: false }\n'],
];

process.exitCode = await runWithOptions(usage, readOptions, run);

function readOptions(): { readonly entities: number; readonly rounds: number } | undefined {
  const { values } = parseArgs({
    options: { entities: { type: 'string', default: '100' }, rounds: { type: 'string', default: '3' } },
  });
  const [entities, rounds] = [Number(values.entities), Number(values.rounds)];
  return isCount(entities) && isCount(rounds) ? { entities, rounds } : undefined;
}

async function run({ entities, rounds }: { readonly entities: number; readonly rounds: number }): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'stele-outputs-'));
  try {
    for (const [index, [, lines]] of kinds.entries()) {
      const content = join(work, String(index), 'content');
      await mkdir(content, { recursive: true });
      // Stele keeps the caches of a site in the `node_modules` of the project around its content.
      await mkdir(join(work, String(index), 'node_modules'));
      await writeFile(join(work, String(index), 'node_modules', '.package-lock.json'), '{}\n');
      await writeSite(generateSite(entities, 1), content);
      const site = join(content, 'site.yaml');
      await writeFile(site, (await readFile(site, 'utf8')) + lines);
    }
    const cold = kinds.map((): number[] => []);
    const unchanged = kinds.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const index of kinds.keys()) {
        const project = join(work, String(index));
        for (const kept of ['dist', 'node_modules/.cache'])
          await rm(join(project, kept), { recursive: true, force: true });
        cold[index]!.push(await build(project));
        unchanged[index]!.push(await build(project));
      }
    }
    const cells = (times: readonly (readonly number[])[], index: number): readonly string[] => {
      const [whole, part] = [median(times[0]!), median(times[index]!)];
      return [seconds(part), index === 0 ? '' : `${((whole / part - 1) * 100).toFixed(1)} %`];
    };
    const rows = kinds.map(([name], index) => [name, ...cells(cold, index), ...cells(unchanged, index)]);
    const head = ['processor time', 'cold', 'all outputs add', 'unchanged', 'all outputs add'];
    console.log(formatTable([head, ...rows]));
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The processor time of a build, in milliseconds; the elapsed time on systems that do not tell. */
async function build(project: string): Promise<number> {
  const args = [command, 'build', '--content', join(project, 'content'), '--out', join(project, 'dist')];
  const { exitCode, milliseconds, processor } = await measureProcess(args);
  if (exitCode !== 0) throw new Error(`The build in ${project} ended with exit code ${exitCode}.`);
  return processor ?? milliseconds;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
