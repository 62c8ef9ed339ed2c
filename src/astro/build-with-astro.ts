// Builds with Astro itself: the compilation of templates, and whole sites that have other integrations.

import { dirname, join, relative, resolve } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import { bundleTemplates } from './templates/bundle-templates.ts';
import type { BundledTemplates } from './templates/templates.ts';
import { hasOtherIntegrations, isOnlyStele, readConfig } from './read-config.ts';
import { noPublicFolder, rootFolder } from './root.ts';
import { hasOwnCode, sharedContentFolder, sharedSiteData } from './site-module.ts';
import { inFolder, withoutTypes } from './templates/in-folder.ts';

/** What Astro has done: it has compiled templates, or built the whole site. */
export type Compiled =
  | { readonly kind: 'templates'; readonly templates: BundledTemplates; readonly mayKeep: boolean }
  | { readonly kind: 'site' };

export interface CompileOptions {
  /** Folder of the site's output, in a folder for temporary files. */
  readonly outDir: string;
  /** Path that the site is served under. */
  readonly base: string;
  /** Path that addresses of scripts and styles begin with in templates. */
  readonly assetBase: string;
  readonly isUntrusted: boolean;
}

/**
 * Compiles the templates of the shared site. If `astro.config.mjs` has other integrations, Astro builds the whole site
 * instead, so that they get all that they expect.
 * @throws what a component of the site, an integration, Vite or the disk throws
 */
export async function compileWithAstro(options: CompileOptions): Promise<Compiled> {
  const { outDir, base, assetBase, isUntrusted } = options;
  const scratch = join(outDir, '..');
  const config = await readConfig(optionsOf(outDir, scratch, base), isUntrusted);
  if (hasOtherIntegrations(config)) {
    await inFolder(scratch, () => build(config, withoutTypes));
    return { kind: 'site' };
  }
  // The command reports what is thrown, so nothing is logged.
  const quiet = { logLevel: 'silent', vite: { ...config.vite, logLevel: 'silent' } } as const;
  const templates = await bundleTemplates({ ...config, ...quiet, base: assetBase }, scratch);
  return { kind: 'templates', templates, mayKeep: isOnlyStele(config) };
}

function optionsOf(outDir: string, scratch: string, base: string): AstroInlineConfig {
  return {
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
      environments: {
        prerender: {
          resolve: { noExternal: true },
          // With maps, an error in the site's own code has its place.
          build: { rolldownOptions: { output: mayNeedMaps() ? mapsFromContent() : {} } },
        },
      },
    },
  };
}

function mayNeedMaps(): boolean {
  const data = sharedSiteData();
  return data !== undefined && hasOwnCode(data);
}

/** Maps that name files by their paths from the content folder: the program is moved, and kept for later builds. */
function mapsFromContent(): {
  readonly sourcemap: 'hidden';
  readonly sourcemapPathTransform: (path: string, map: string) => string;
} {
  const content = sharedContentFolder();
  return { sourcemap: 'hidden', sourcemapPathTransform: (path, map) => relative(content, resolve(dirname(map), path)) };
}
