// A generated site → what each generator needs to build it: files, command, and the places of the edits.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneratedSite } from '../write-site.ts';
import { accent, editedObject } from './cases.ts';
import { editPlaces } from './edit-places.ts';
import { findHugo, howToInstallHugo } from './find-hugo.ts';
import { writeHugoSite } from './hugo-site.ts';
import { ensureStarlight } from './install-starlight.ts';
import type { GeneratorName, Peer } from './peer.ts';
import { stageStele } from './stage-stele.ts';
import { writeStarlightSite } from './starlight-site.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Folder of the installed peers and of the sites that are built. */
export const peersFolder = join(root, '.cache', 'bench-peers');

/** For each generator, prepares it for a site. @throws Error if the generator is not installed */
export const preparePeer: Readonly<Record<GeneratorName, (site: GeneratedSite) => Promise<Peer>>> = {
  stele: prepareStele,
  hugo: prepareHugo,
  starlight: prepareStarlight,
};

async function prepareStele(site: GeneratedSite): Promise<Peer> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    name: 'stele',
    version,
    files: writeSteleSite(site),
    program: process.execPath,
    args: [await stageStele(root, peersFolder), 'build', '--content', 'content', '--out', 'dist'],
    env: {},
    output: 'dist',
    kept: ['dist', 'node_modules/.cache'],
    edits: editPlaces.stele(editedObject(site.sections)),
  };
}

/** Returns the files of Stele's site by path in its folder. */
export function writeSteleSite(site: GeneratedSite): ReadonlyMap<string, string> {
  const files = new Map([...site.files].map(([path, text]) => [`content/${path}`, text]));
  files.set('content/site.yaml', `${files.get('content/site.yaml')!}accent: '${accent}'\n`);
  // Stele keeps its caches in the `node_modules` of the project around the content.
  return files.set('node_modules/.package-lock.json', '{}\n');
}

async function prepareHugo(site: GeneratedSite): Promise<Peer> {
  const version = findHugo();
  if (version === undefined) throw new Error(howToInstallHugo);
  return {
    name: 'hugo',
    version,
    files: writeHugoSite(site),
    program: 'hugo',
    args: ['--quiet'],
    env: { HUGO_ENABLEGITINFO: 'false', HUGO_CACHEDIR: join(peersFolder, 'hugo-cache') },
    output: 'public',
    kept: ['public', 'resources', '.hugo_build.lock'],
    edits: editPlaces.hugo(editedObject(site.sections)),
  };
}

async function prepareStarlight(site: GeneratedSite): Promise<Peer> {
  const { version, command } = await ensureStarlight(peersFolder);
  return {
    name: 'starlight',
    version,
    files: writeStarlightSite(site),
    program: process.execPath,
    args: [command, 'build'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    output: 'dist',
    kept: ['dist', '.astro', 'node_modules'],
    edits: editPlaces.starlight(editedObject(site.sections)),
  };
}
