// `npm run bench:switch`: compares the time of a language switch on the example site with the time that the same
// browser needs to paint a static copy of the page. Exit code 1 if it takes more than twice as long, or if the property
// in view moves.
// `npm run bench:switch -- --peers` compares the switch with Hugo's radio buttons and Starlight's tabs. Exit code 1 if
// it is slower than Starlight's.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatTable } from './bench/format-table.ts';
import { measureBuild } from './bench/measure-build.ts';
import { measureSwitch, type Spread } from './bench/measure-switch.ts';
import { compareSwitch } from './bench/peers/compare-switch.ts';
import { launchBrowser } from './browser.ts';
import { isCount, runWithOptions } from './run-with-options.ts';
import { serve } from './static-host.ts';

const route = 'reference/sso/connection/';

const usage = `Usage: npm run bench:switch -- [options]

Options:
  --peers        compare with Hugo and Starlight on a generated site, without a hover before the click
  --entities N   entities of that site (default: 100)
`;

process.exitCode = await runWithOptions(usage, readOptions, ({ isBesidePeers, entities }) =>
  isBesidePeers ? runBesidePeers(entities) : runOnExample(),
);

function readOptions(): { readonly isBesidePeers: boolean; readonly entities: number } | undefined {
  const { values } = parseArgs({
    options: { peers: { type: 'boolean', default: false }, entities: { type: 'string', default: '100' } },
  });
  const entities = Number(values.entities);
  return isCount(entities) ? { isBesidePeers: values.peers, entities } : undefined;
}

async function runBesidePeers(entities: number): Promise<number> {
  try {
    return (await compareSwitch(entities)) ? 0 : 1;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function runOnExample(): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'stele-bench-switch-'));
  try {
    const content = fileURLToPath(new URL('../content', import.meta.url));
    const folder = join(work, 'site');
    const build = await measureBuild(content, folder, ['--base', '/']);
    if (build.exitCode !== 0) throw new Error(build.words);
    return await judge(folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function judge(folder: string): Promise<number> {
  const host = await serve(folder, { isCompressed: true });
  const browser = await launchBrowser();
  try {
    const { switches, switching, painting, mostMoved } = await measureSwitch(browser, host.url, { route });
    const ratio = switching.high / painting.high;
    const write = ({ median, high }: Spread): string[] => [`${median.toFixed(0)} ms`, `${high.toFixed(0)} ms`];
    console.log(
      formatTable([
        [`${switches} switches, CPU slowed four times`, 'median', '95th percentile'],
        ['from the press to the painted tables', ...write(switching)],
        ['a static copy of the page from memory', ...write(painting)],
      ]),
    );
    console.log(`The 95th percentile is ${ratio.toFixed(2)} times that of the copy (limit: 2).`);
    console.log(`The property in view moved by at most ${mostMoved} px (limit: 0).`);
    return ratio <= 2 && mostMoved === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await host.close();
  }
}
