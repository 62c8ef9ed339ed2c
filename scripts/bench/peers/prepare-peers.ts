// A generated site → what each generator needs to build it: files, command, and the places of the edits.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensions, sampleStem } from '../write-samples.ts';
import type { GeneratedSite } from '../write-site.ts';
import { accent, editedObject } from './cases.ts';
import { findHugo, howToInstallHugo } from './find-hugo.ts';
import { hugoPath, writeHugoSite } from './hugo-site.ts';
import { ensureStarlight } from './install-starlight.ts';
import type { GeneratorName, Peer } from './peer.ts';
import { starlightPath, writeStarlightSite } from './starlight-site.ts';

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
  const object = editedObject(site.sections);
  const page = `content/${object.route}/index.mdx`;
  const files = new Map([...site.files].map(([path, text]) => [`content/${path}`, text]));
  files.set('content/site.yaml', `${files.get('content/site.yaml')!}accent: '${accent}'\n`);
  // Stele keeps its caches in the `node_modules` of the project around the content.
  files.set('node_modules/.package-lock.json', '{}\n');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const shown = `dist/${object.route}/index.html`;
  return {
    name: 'stele',
    version,
    files,
    program: process.execPath,
    args: [join(root, 'src', 'cli', 'main.ts'), 'build', '--content', 'content', '--out', 'dist'],
    env: {},
    output: 'dist',
    kept: ['dist', 'node_modules/.cache'],
    edits: {
      description: { file: page, shownIn: shown },
      sample: {
        file: `content/${object.topic}/_samples/${sampleStem(object)}.${extensions.python}`,
        shownIn: `dist/python/${object.route}/index.html`,
      },
      page: { file: page, shownIn: shown },
      navigation: { file: `content/${object.topic}/_navigation.mdx`, shownIn: shown },
      style: { file: 'content/site.yaml', shownIn: '*.css' },
    },
  };
}

async function prepareHugo(site: GeneratedSite): Promise<Peer> {
  const version = findHugo();
  if (version === undefined) throw new Error(howToInstallHugo);
  const object = editedObject(site.sections);
  const shownIn = `public/${object.route}/index.html`;
  const sample = `samples/${object.topic}/${sampleStem(object)}.${extensions.python}`;
  return {
    name: 'hugo',
    version,
    files: writeHugoSite(site),
    program: 'hugo',
    args: ['--quiet'],
    env: { HUGO_ENABLEGITINFO: 'false', HUGO_CACHEDIR: join(peersFolder, 'hugo-cache') },
    output: 'public',
    kept: ['public', 'resources', '.hugo_build.lock'],
    edits: {
      description: { file: hugoPath(object), shownIn },
      sample: { file: sample, shownIn },
      page: { file: hugoPath(object), shownIn },
      navigation: { file: `data/navigation/${object.topic}.yaml`, shownIn },
      style: { file: 'assets/site.css', shownIn: '*.css' },
    },
  };
}

async function prepareStarlight(site: GeneratedSite): Promise<Peer> {
  const { version, command } = await ensureStarlight(peersFolder);
  const object = editedObject(site.sections);
  const place = { file: starlightPath(object), shownIn: `dist/${object.route}/index.html` };
  return {
    name: 'starlight',
    version,
    files: writeStarlightSite(site),
    program: process.execPath,
    args: [command, 'build'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    output: 'dist',
    kept: ['dist', '.astro', 'node_modules'],
    edits: {
      description: place,
      sample: place,
      page: place,
      navigation: { ...place, file: 'astro.config.mjs' },
      style: { file: 'src/styles/site.css', shownIn: '*.css' },
    },
  };
}
