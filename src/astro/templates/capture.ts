// Takes the compiled templates out of a build of Astro, before it draws a page: Astro compiles, and Stele draws.

import { isAbsolute, join, resolve } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import { hashFile, readFolder } from '../../project/index.ts';
import type { PageStyles } from './templates.ts';

/** Folder of the program in Astro's output folder. Astro removes it after the build. */
export const programFolder = '.prerender';

/** What a build of Astro gives: the program, and the files that it was compiled from. */
export interface Captured {
  readonly entry: string;
  readonly server: ReadonlyMap<string, Uint8Array>;
  readonly pages: readonly (readonly [string, PageStyles])[];
  readonly scripts: readonly unknown[];
  readonly sources: readonly (readonly [path: string, hash: string])[];
}

/** Astro's page data, as far as it is read here. */
interface BuildOptions {
  readonly allPages: Readonly<
    Record<string, { readonly key: string; readonly styles: readonly { readonly sheet: unknown }[] }>
  >;
  readonly settings: { readonly scripts: readonly unknown[] };
}

/** Astro's own prerenderer has its program after `setup`. */
type StandardPrerenderer = AstroPrerenderer & { readonly app?: { getOptions(): BuildOptions } };

/**
 * An integration that ends a build of Astro with its compiled templates, and without pages.
 * @param outDir output folder of the build
 * @param take called once, before Astro removes the program
 */
export function captureTemplates(outDir: string, take: (captured: Captured) => void): AstroIntegration {
  const sources = new Map<string, string>();
  return {
    name: 'stele:capture',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const recorder = (): Plugin[] => [recordSources(sources)];
        // Vite bundles the scripts of pages as workers, with plugins of their own.
        updateConfig({ vite: { plugins: recorder(), worker: { plugins: recorder } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard: StandardPrerenderer) => ({
          name: 'stele:capture',
          async setup() {
            await standard.setup?.();
            const { allPages, settings } = standard.app!.getOptions();
            const program = programIn(outDir);
            take({
              ...program,
              pages: Object.values(allPages).map(({ key, styles }) => [key, { styles }]),
              scripts: settings.scripts,
              sources: [...sources].sort(),
            });
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('no page is drawn while templates are compiled')),
        }));
      },
    },
  };
}

/**
 * Records the files of all modules of a build with their hashes, before they are read: a file that changes during the
 * build then has another hash than its record.
 */
function recordSources(sources: Map<string, string>): Plugin {
  const record = (id: string): void => {
    const [name = ''] = id.split('?', 1);
    // Modules of Node and modules without a file have no path. A file that has gone gets a hash that no file has.
    if (!isAbsolute(name)) return;
    // On Windows, names of modules have `/` and paths do not.
    const path = resolve(name);
    if (!sources.has(path)) sources.set(path, hashFile(path) ?? '');
  };
  return {
    name: 'stele:record-sources',
    load: { order: 'pre', handler: (id) => record(id) },
    buildEnd() {
      for (const id of this.getModuleIds()) record(id);
    },
  };
}

/** The program that Astro has compiled: its files, and the one that begins it. */
function programIn(outDir: string): { readonly entry: string; readonly server: ReadonlyMap<string, Uint8Array> } {
  const folder = join(outDir, programFolder);
  const server = readFolder(folder);
  const entry = [...server.keys()].find((path) => /(?:^|\/)prerender-entry[^/]*\.mjs$/.test(path));
  if (entry === undefined) throw new Error(`Astro compiled no program into ${folder}`);
  return { entry, server };
}
