// `npm run bench:peers -- --entities N`: builds the same content with Stele, Hugo and Starlight in one run, and prints
// what each build costs and their ratios. Exit code 1 if a generator is not installed or a build fails.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seconds } from './bench/format-table.ts';
import { caseNames, type CaseName } from './bench/peers/cases.ts';
import { formatPeers } from './bench/peers/format-peers.ts';
import { generatorNames, type GeneratorName, type Peer, type PeerRun } from './bench/peers/peer.ts';
import { peersFolder, preparePeer } from './bench/peers/prepare-peers.ts';
import { runCases } from './bench/peers/run-cases.ts';
import { generateSite, type GeneratedSite } from './bench/write-site.ts';
import { fromUser, isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench:peers -- [options]

Options:
  --entities N     entities of the generated site, half of them methods (default: 100)
  --layout NAME    section: all in one section (default); small: sections of 20 entities
  --programs       let Stele also write its files for programs (Markdown, llms.txt, JSON, skills), which peers lack
  --rounds N       builds of each case (default: 3)
  --only NAMES     some of ${generatorNames.join(',')}
  --cases NAMES    some of ${caseNames.join(',')}
  --keep           keep the sites, and print their folder
  --json FILE      write the figures of every build into FILE, after each build

The first run installs Starlight with npm below .cache; nothing else uses the network.
`;

interface Options {
  readonly entities: number;
  readonly layout: 'section' | 'small';
  readonly hasPrograms: boolean;
  readonly rounds: number;
  readonly only: readonly GeneratorName[];
  readonly cases: readonly CaseName[];
  readonly isKept: boolean;
  readonly json: string | undefined;
}

const smallSection = 20;

process.exitCode = await runWithOptions(usage, readOptions, run);

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      entities: { type: 'string', default: '100' },
      layout: { type: 'string', default: 'section' },
      programs: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string', default: generatorNames.join(',') },
      cases: { type: 'string', default: caseNames.join(',') },
      keep: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const [entities, rounds] = [Number(values.entities), Number(values.rounds)];
  const { layout } = values;
  const only = chosen(values.only, generatorNames);
  const cases = chosen(values.cases, caseNames);
  if (layout !== 'section' && layout !== 'small') return undefined;
  if (only === undefined || cases === undefined || !isCount(entities) || !isCount(rounds)) return undefined;
  const json = values.json && fromUser(values.json);
  return { entities, layout, hasPrograms: values.programs, rounds, only, cases, isKept: values.keep, json };
}

/** The names of a list with commas, in the order of `all`; undefined if one is unknown. */
function chosen<T extends string>(list: string, all: readonly T[]): readonly T[] | undefined {
  const names = list.split(',');
  return names.every((name) => (all as readonly string[]).includes(name))
    ? all.filter((name) => names.includes(name))
    : undefined;
}

async function run({ entities, layout, hasPrograms, rounds, only, cases, isKept, json }: Options): Promise<number> {
  await mkdir(peersFolder, { recursive: true });
  let folder: string | undefined;
  try {
    const generated = generateSite(entities, 1, layout === 'small' ? smallSection : entities);
    const site = hasPrograms ? generated : withoutPrograms(generated);
    const peers: Peer[] = [];
    for (const name of only) peers.push(await preparePeer[name](site));
    // The sites stand below the folder of the installed peers, which they search for their packages.
    folder = await mkdtemp(join(peersFolder, 'run-'));
    const machine = { node: process.versions.node, cores: availableParallelism(), load: loadavg()[0]! };
    const versions = Object.fromEntries(peers.map(({ name, version }) => [name, version]));
    const onRun = async (runs: readonly PeerRun[]): Promise<void> => {
      logRun(runs.at(-1)!);
      const result = { entities, layout, hasPrograms, machine, versions, runs };
      if (json !== undefined) await writeFile(json, `${JSON.stringify(result, undefined, 2)}\n`);
    };
    const runs = await runCases({ peers, cases, rounds, sections: site.sections, folder, onRun });
    const listed = peers.map(({ name, version }) => `${name} ${version}`).join(', ');
    console.log(`${entities} entities, layout ${layout}, ${rounds} rounds; ${listed}`);
    console.log(`Node ${machine.node}, ${machine.cores} cores, load ${machine.load.toFixed(1)} at the start\n`);
    console.log(formatPeers(runs));
    return 0;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    if (isKept && folder !== undefined) console.error(`bench: the sites are in ${folder}.`);
    else if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** The site without files for programs, since the peers write none. */
function withoutPrograms(site: GeneratedSite): GeneratedSite {
  const outputs = 'outputs: { markdown: off, llms: false, json: false, skills: false }\n';
  return { ...site, files: new Map([...site.files, ['site.yaml', site.files.get('site.yaml')! + outputs]]) };
}

function logRun({ round, case: name, generator, milliseconds }: PeerRun): void {
  console.error(`bench: round ${round}, ${name}, ${generator}: ${seconds(milliseconds)}`);
}
