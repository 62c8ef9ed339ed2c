// The compiled templates of a site: those of the npm package, kept ones, or new ones. Only new ones need Astro, so only
// they load it.

import { pathToFileURL } from 'node:url';
import type { SiteData } from '../../compiler/model/index.ts';
import { refuseOtherAstro } from '../refuse-other-astro.ts';
import { rootFolder } from '../root.ts';
import { findKeptTemplates, isKeepable } from './kept-templates.ts';
import { readShippedTemplates } from './shipped-templates.ts';
import type { Templates } from './templates.ts';

export interface OpenedTemplates {
  readonly templates: Templates;
  /** Path that addresses of scripts and styles begin with in them. */
  readonly assetBase: string;
  /** Whether the templates depend only on Stele and the site, not on settings of Astro's in `astro.config.mjs`. */
  readonly isOnlyStele: boolean;
}

interface SitePlace {
  readonly contentFolder: string;
  readonly base: string;
  readonly outDir: string;
}

/**
 * Opens the templates of the shared site.
 * @param mayCache whether kept templates are used, and new ones kept. Without code or components of the site's own they
 * are the same for all sites
 * @returns undefined if other integrations need a build by Astro itself: the whole site is then written
 * @throws what a component of the site, Vite or the disk throws
 */
export async function openTemplates(
  data: SiteData,
  place: SitePlace,
  mayCache: boolean,
): Promise<OpenedTemplates | undefined> {
  const { contentFolder, base, outDir } = place;
  const hasOwn = data.mayRunCode || data.components.size > 0 || data.parts.size > 0;
  // Only code of the site's own can ask for its base path.
  const assetBase = hasOwn ? base : '/';
  // Bodies with code are a part of the templates.
  const kept =
    data.mayRunCode || !mayCache
      ? undefined
      : await findKeptTemplates(hasOwn ? { contentFolder, base, data } : undefined);
  const found = (hasOwn || !mayCache ? undefined : readShippedTemplates()) ?? (await kept?.read());
  if (found !== undefined) return { templates: found, assetBase, isOnlyStele: true };
  await refuseOtherAstro(pathToFileURL(rootFolder));
  const { compileWithAstro } = await import('../build-with-astro.ts');
  const compiled = await compileWithAstro({ outDir, base, assetBase, isUntrusted: data.isUntrusted });
  if (compiled.kind === 'site') return undefined;
  const { templates, mayKeep } = compiled;
  if (mayKeep && isKeepable(templates, contentFolder)) await kept?.write(templates);
  return { templates, assetBase, isOnlyStele: mayKeep };
}
