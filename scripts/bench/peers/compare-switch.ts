// The language switch of Stele, Hugo's radio buttons and Starlight's tabs on the same page, in one run.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../browser.ts';
import { serve } from '../../static-host.ts';
import { formatTable } from '../format-table.ts';
import type { Spread } from '../measure-switch.ts';
import { generateSite } from '../write-site.ts';
import { editedObject } from './cases.ts';
import { measurePeerSwitch, type SwitchPage } from './measure-peer-switch.ts';
import { measureSwitchWork } from './measure-switch-work.ts';
import { generatorNames, type GeneratorName } from './peer.ts';
import { peerLanguages } from './peer-languages.ts';
import { peersFolder, preparePeer } from './prepare-peers.ts';
import { buildSite, writeSources } from './run-cases.ts';

const switches = 100;

const tabs: Readonly<Record<GeneratorName, SwitchPage['tab']>> = {
  stele: (language) => `.tabs [data-language=${language}]`,
  hugo: (language) => `label[for=choose-${language}]`,
  starlight: (language) => `starlight-tabs [role=tab]:text-is("${peerLanguages[language].label}")`,
};

/**
 * Builds a site of `entities` entities with each generator, measures the switch, and prints the times that pass and the
 * processor times.
 * Returns whether the 95th percentile of Stele is at most that of Starlight.
 * @throws Error if a generator is not installed or a build fails
 */
export async function compareSwitch(entities: number): Promise<boolean> {
  await mkdir(peersFolder, { recursive: true });
  const folder = await mkdtemp(join(peersFolder, 'run-'));
  const hosts: Awaited<ReturnType<typeof serve>>[] = [];
  const browser = await launchBrowser();
  try {
    const site = generateSite(entities, 1, entities);
    const pages: SwitchPage[] = [];
    for (const name of generatorNames) {
      const peer = await preparePeer[name](site);
      await writeSources(peer, join(folder, name));
      await buildSite(peer, join(folder, name));
      const host = await serve(join(folder, name, peer.output), { isCompressed: true });
      hosts.push(host);
      pages.push({ name, address: `${host.url}${editedObject(site.sections).route}/`, tab: tabs[name] });
    }
    const work = await measureSwitchWork(browser, pages, switches / 2);
    return report(await measurePeerSwitch(browser, pages, switches), work);
  } finally {
    await browser.close();
    for (const host of hosts) await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function report(times: ReadonlyMap<string, Spread>, work: ReadonlyMap<string, Spread>): boolean {
  const write = ({ median, high }: Spread): string[] => [`${median.toFixed(0)} ms`, `${high.toFixed(0)} ms`];
  const rows = [...times].map(([name, spread]) => [name, ...write(spread)]);
  console.log(formatTable([[`${switches} switches, CPU slowed four times`, 'median', '95th percentile'], ...rows]));
  const precise = ({ median, high }: Spread): string[] => [`${median.toFixed(1)} ms`, `${high.toFixed(1)} ms`];
  const works = [...work].map(([name, spread]) => [name, ...precise(spread)]);
  console.log(formatTable([['processor time of the page, not slowed', 'median', '95th percentile'], ...works]));
  const ofWork = work.get('stele')!.high / work.get('starlight')!.high;
  console.log(`In processor time, the 95th percentile of Stele is ${ofWork.toFixed(2)} times that of Starlight.`);
  const ratio = times.get('stele')!.high / times.get('starlight')!.high;
  console.log(`The 95th percentile of Stele is ${ratio.toFixed(2)} times that of Starlight (limit: 1).`);
  return ratio <= 1;
}
