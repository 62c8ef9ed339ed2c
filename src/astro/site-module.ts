// The virtual module `virtual:stele/site`: how templates reach the compiled site, page by page.
// Astro bundles templates away from this process's modules, so the data is handed over under one global symbol.

import type { Plugin } from 'vite';
import type { SiteData } from '../model/index.ts';

const moduleId = 'virtual:stele/site';
const globalKey = Symbol.for('stele.site');

/** Makes a site's data the one that templates of this process draw. A later call replaces it. */
export function shareSiteData(data: SiteData): void {
  (globalThis as Record<symbol, unknown>)[globalKey] = data;
}

/** The site that templates of this process draw now. */
export function sharedSiteData(): SiteData | undefined {
  return (globalThis as Record<symbol, unknown>)[globalKey] as SiteData | undefined;
}

/** Resolves the virtual module. Its one export, `site()`, gives the data that is current at the time of the call. */
export function siteModulePlugin(): Plugin {
  const source = `export const site = () => globalThis[Symbol.for(${JSON.stringify(globalKey.description)})];`;
  return {
    name: 'stele:site',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: (id) => (id === `\0${moduleId}` ? source : undefined),
  };
}
