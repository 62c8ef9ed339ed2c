// Prepared generators → measured builds. Within a case the generators take turns, and every round starts with another
// one, so that a slow minute of the machine does not count against one generator only.

import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SectionPlan } from '../plan-site.ts';
import { caseNames, editOf, type CaseName } from './cases.ts';
import { isShown, makeEdit } from './make-edit.ts';
import { measureCommand } from './measure-command.ts';
import type { Peer, PeerRun } from './peer.ts';
import { countWritten, takeSnapshot } from './written-files.ts';

export interface Plan {
  readonly peers: readonly Peer[];
  readonly cases: readonly CaseName[];
  readonly rounds: number;
  readonly sections: readonly SectionPlan[];
  /** Folder for the sites: one folder per generator. */
  readonly folder: string;
  /** Called after each build with all builds so far, the latest last. */
  readonly onRun: (runs: readonly PeerRun[]) => Promise<void>;
}

/** A file that is older than this does not change any more without a change of its times. */
const settleMilliseconds = 2_500;

/** Builds every case with every generator in every round. @throws Error if a build fails or does not show its edit */
export async function runCases({ peers, cases, rounds, sections, folder, onRun }: Plan): Promise<readonly PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const peer of peers) await writeSources(peer, join(folder, peer.name));
  // Sources are older than a moment when somebody builds them. The next build of Stele reads those again that are not.
  await setTimeout(settleMilliseconds);
  // The other cases need a site that was built before.
  if (!cases.includes('cold')) for (const peer of peers) await buildSite(peer, join(folder, peer.name));
  for (let round = 1; round <= rounds; round++) {
    const start = (round - 1) % peers.length;
    const order = [...peers.slice(start), ...peers.slice(0, start)];
    for (const name of caseNames.filter((one) => cases.includes(one))) {
      for (const peer of order) {
        runs.push(await runCase(peer, join(folder, peer.name), name, round, sections));
        await onRun(runs);
      }
    }
  }
  return runs;
}

async function runCase(
  peer: Peer,
  folder: string,
  name: CaseName,
  round: number,
  sections: readonly SectionPlan[],
): Promise<PeerRun> {
  if (name === 'cold') await moveAway(peer, folder, `${folder}-before-${round}`);
  const edit = name === 'cold' || name === 'unchanged' ? undefined : editOf(name, round, sections);
  const place = name === 'cold' || name === 'unchanged' ? undefined : peer.edits[name];
  if (edit !== undefined) await makeEdit(join(folder, place!.file), edit);
  const before = await takeSnapshot(folder);
  const { milliseconds, processor, memory } = await buildSite(peer, folder);
  const written = countWritten(before, await takeSnapshot(folder));
  const site = [...(await takeSnapshot(join(folder, peer.output))).values()];
  if (edit !== undefined && !(await isShown(folder, place!.shownIn, peer.output, edit))) {
    throw new Error(`The site of ${peer.name} does not show the edit “${edit.mark}” of round ${round}.`);
  }
  return {
    round,
    case: name,
    generator: peer.name,
    milliseconds,
    processor: processor ?? null,
    memoryBytes: memory ?? null,
    writtenFiles: written.files,
    writtenBytes: written.bytes,
    files: site.length,
    bytes: site.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/**
 * Moves what a generator has built and kept to a new folder `to`. It is not removed: on ext4, a new file does not take the
 * place of one that was removed in the last minutes, and the search for another place made builds of 18,000 files and
 * folders a quarter slower. A cold build is one in a fresh checkout, which has removed nothing.
 */
async function moveAway({ kept }: Peer, from: string, to: string): Promise<void> {
  for (const path of kept.filter((one) => existsSync(join(from, one)))) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
}

/** Builds the site whose sources are in `folder`. @throws Error with the generator's output if that fails */
export function buildSite({ program, args, env }: Peer, cwd: string): ReturnType<typeof measureCommand> {
  // `npm run` sets INIT_CWD, and Stele takes relative paths from there.
  return measureCommand({ program, args, cwd, env: { ...env, INIT_CWD: cwd } });
}

/** Writes the sources of a generator's site into `folder`. */
export async function writeSources({ files }: Peer, folder: string): Promise<void> {
  for (const path of new Set([...files.keys()].map(dirname))) await mkdir(join(folder, path), { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}
