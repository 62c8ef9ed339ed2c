// A compiled site → files, drawn by Astro into a folder of the caller's.

import { dirname } from 'node:path';
import { build } from 'astro';
import type { SiteData } from '../model/index.ts';
import { rootFolder } from './root.ts';
import { shareContentFolder, shareSiteData } from './site-module.ts';

export interface BuildOptions {
  /** Absolute path of the folder that the site was compiled from: its own components and files are read there. */
  readonly contentFolder: string;
  /** Folder to write into; Astro empties it first. */
  readonly outDir: string;
  /** Path that the site is served under; only the 404 page depends on it. */
  readonly base: string;
  /** Called after each page with the number of pages drawn. */
  readonly onPage: (drawn: number) => void;
}

/** Draws all pages of a site. Astro's own words are left out but for its errors. */
export async function buildSite(data: SiteData, { contentFolder, outDir, base, onPage }: BuildOptions): Promise<void> {
  let drawn = 0;
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
  await inFolder(dirname(outDir), () =>
    build({
      root: rootFolder,
      outDir,
      base,
      logLevel: 'error',
      vite: { logLevel: 'error', environments: { prerender: { resolve: { noExternal: true } } } },
    }),
  );
}

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
    process.chdir(before);
  }
}
