// A compiled site → files, drawn by Astro into a folder of the caller's.

import { dirname, join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import type { SiteData } from '../compiler/model/index.ts';
import { keepAstroOffline } from './offline.ts';
import { readConfig } from './read-config.ts';
import { noPublicFolder, rootFolder } from './root.ts';
import { shareContentFolder, shareSiteData } from './site-module.ts';

export interface BuildOptions {
  /** Absolute path of the folder that the site was compiled from: its own components and files are read there. */
  readonly contentFolder: string;
  /** Folder to write into; Astro empties it first. Beside it there is room for what Astro needs while it builds. */
  readonly outDir: string;
  /** Path that the site is served under; only the 404 page depends on it. */
  readonly base: string;
  /** Called after each page with the number of pages drawn. */
  readonly onPage: (drawn: number) => void;
}

/** Draws all pages of a site. Astro's own words are left out but for its errors. */
export async function buildSite(data: SiteData, { contentFolder, outDir, base, onPage }: BuildOptions): Promise<void> {
  let drawn = 0;
  keepAstroOffline();
  shareContentFolder(contentFolder);
  shareSiteData({
    ...data,
    viewPage: async (address, words) => {
      const view = await data.viewPage(address, words);
      onPage(++drawn);
      return view;
    },
  });
  // Vite takes a build for a development one by the environment it is called in; a site must not depend on that.
  process.env['NODE_ENV'] = 'production';
  const scratch = dirname(outDir);
  const options: AstroInlineConfig = {
    root: rootFolder,
    outDir,
    publicDir: noPublicFolder,
    base,
    logLevel: 'error',
    // The folder of this package may be read-only.
    cacheDir: join(scratch, 'astro'),
    vite: {
      logLevel: 'error',
      cacheDir: join(scratch, 'vite'),
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  };
  const config = await readConfig(options, data.isUntrusted);
  await inFolder(scratch, () => build(config, withoutTypes));
}

/**
 * Astro writes types for its editors' support into the folder of this package, and starts a server of Vite for that. The
 * option is one of Astro's builder, which `build` passes on although its types do not name it.
 */
const withoutTypes = { sync: false } as object;

/**
 * Astro keeps what it compiles in the output folder only where that lies below the working folder, else in one fixed
 * place below the working folder, where two builds at the same time would meet.
 */
async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    try {
      process.chdir(before);
    } catch {
      // The folder has been removed already, which does no harm.
    }
  }
}
