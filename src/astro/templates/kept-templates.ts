// Keeps compiled templates between builds, in one file. They are used again only if nothing that they were compiled
// from has changed: Stele, Astro, Vite, and the site's own components with all files that these import.

import { createHash } from 'node:crypto';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SiteData } from '../../compiler/model/index.ts';
import { describeProgram, findCacheFile, readCacheFile, writeCacheFile } from '../../disk/index.ts';
import { hashFile, holdsText, listNames } from '../../project/index.ts';
import { configFile, rootFolder } from '../root.ts';
import { isWhole } from './whole-templates.ts';
import type { BundledTemplates, Templates } from './templates.ts';

export interface KeptTemplates {
  /** The kept templates; undefined if there are none, or anything has changed. */
  read(): Promise<Templates | undefined>;
  /** Keeps templates. Errors of the disk are ignored: the next build compiles again. */
  write(made: BundledTemplates): Promise<void>;
}

/** Components that a site adds or replaces. */
export interface OwnParts {
  readonly contentFolder: string;
  /** Path that the site is served under. */
  readonly base: string;
  readonly data: SiteData;
}

interface Stored extends Templates {
  /** Hash of each source, by its path from `rootFolder` or the content folder. Packages are beside `rootFolder`. */
  readonly sources: readonly (readonly [place: 'stele' | 'content', path: string, hash: string])[];
}

/**
 * Finds the place of kept templates. Without own parts it is below Stele's package, so that no content folder, which
 * may be another person's, provides code.
 * @param own absent for a site without components and parts of its own
 * @returns undefined if nothing can be kept
 */
export async function findKeptTemplates(own: OwnParts | undefined): Promise<KeptTemplates | undefined> {
  const file = await findCacheFile(own?.contentFolder ?? join(rootFolder, 'src'), 'templates');
  if (file === undefined) return undefined;
  const key = [await describeCompiler(), hashFile(configFile) ?? '', own === undefined ? '' : describeOwn(own)].join(
    '\n',
  );
  const folders = { stele: resolve(rootFolder), content: own?.contentFolder };
  return {
    async read() {
      const body = await readCacheFile(file, key);
      if (body === undefined) return undefined;
      try {
        const stored = deserialize(body) as Stored;
        const isSame = stored.sources.every(([place, path, hash]) => {
          const folder = folders[place];
          return folder !== undefined && hashFile(join(folder, path)) === hash;
        });
        return isSame ? stored : undefined;
      } catch {
        // It is not of this format.
        return undefined;
      }
    },
    async write({ sources, ...templates }) {
      const hashed = sources.map(([path, hash]): Stored['sources'][number] => {
        const place = isOfPackage(path) ? 'stele' : 'content';
        return [place, relative(folders[place] ?? '', path), hash];
      });
      await writeCacheFile(file, key, serialize({ ...templates, sources: hashed } satisfies Stored));
    },
  };
}

/** Expressions that Vite replaces by facts that no source has: values of the environment, and lists of files. */
const compiledFacts = /import\.meta\.(?:env|glob)/;

/**
 * Whether templates may be kept: all their sources are files of packages or below the content folder, the compilation
 * read nothing else, and no file is missing.
 */
export function isKeepable(made: BundledTemplates, contentFolder: string): boolean {
  const isKnown = ([path]: BundledTemplates['sources'][number]): boolean =>
    isInside(contentFolder, path) && !isInstalled(path) ? !holdsText(path, compiledFacts) : isOfPackage(path);
  return isWhole(made) && made.sources.every(isKnown);
}

/** Whether a file belongs to Stele or to an installed package. */
function isOfPackage(path: string): boolean {
  return isInside(resolve(rootFolder), path) || isInstalled(path);
}

function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

const packages = ['astro', 'vite', 'rolldown', '@astrojs/compiler-rs'];

/**
 * Everything that compiles templates: Stele's part, the packages that it calls, and style sheets, since one that
 * another imports is not a module.
 */
function describeCompiler(): Promise<string> {
  return describeProgram({ files: listCompilerFiles(), packages });
}

/** Files of Stele that compile templates, and its style sheets: paths from its source folder. */
export function listCompilerFiles(): readonly string[] {
  const [compiler, styles] = ['astro', 'site/styles'].map((folder) =>
    listNames(join(import.meta.dirname, '../..', folder)).map((name) => `${folder}/${name}`),
  );
  return [...compiler!.filter((name) => /(?<!\.d)\.[jt]s$/.test(name)), ...styles!.filter((name) => isStyle(name))];
}

function isStyle(name: string): boolean {
  return /\.(?:css|scss|sass|less|styl|pcss|postcss)$/.test(name);
}

/** Files of projects that change what an import finds, or how a file is compiled. */
const packageFiles = ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'tsconfig.json'];

/**
 * Everything that the compilation of own components depends on beside their sources: the files that an import may find,
 * and the versions of packages.
 */
function describeOwn({ contentFolder, base, data }: OwnParts): string {
  const hash = createHash('sha256').update(JSON.stringify([base, [...data.components], [...data.parts]]));
  const names = listNames(contentFolder).filter((name) => !/\.mdx?$|(?:^|\/)_samples(?:\/|$)/.test(name));
  hash.update(names.join('\n'));
  for (const name of names.filter(isStyle)) hash.update(`\n${hashFile(join(contentFolder, name))}`);
  for (let folder = contentFolder; ; folder = dirname(folder)) {
    for (const name of packageFiles) {
      hash.update(`\n${name} ${hashFile(join(folder, name))}`);
    }
    if (dirname(folder) === folder) return hash.digest('hex');
  }
}
