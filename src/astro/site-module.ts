// The virtual module `virtual:stele/site`: how templates reach the compiled site, page by page.
// Astro bundles templates away from this process's modules, so the data is handed over under one global symbol.

import type { Plugin } from 'vite';
import type { SiteData } from '../compiler/model/index.ts';

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

const contentKey = Symbol.for('stele.content');

/** Sets the content folder that the shared site was compiled from: an absolute path. */
export function shareContentFolder(folder: string): void {
  (globalThis as Record<symbol, unknown>)[contentKey] = folder;
}

/** Where the shared site's own components and files are. */
export function sharedContentFolder(): string {
  return (globalThis as Record<symbol, unknown>)[contentKey] as string;
}

/**
 * How the site is drawn, which templates cannot learn elsewhere: `import.meta.env` takes values from the environment.
 */
export interface Drawing {
  /** Path that the site is served under, with `/` at both ends. */
  readonly base: string;
  /** Path that the addresses of scripts and styles begin with in compiled templates, with `/` at both ends. */
  readonly assetBase: string;
  /** Path of the style sheet from the top of the site, if the templates do not know it. */
  readonly style?: string | undefined;
  /** True while a dev server draws: files of the build then keep the addresses that it gives them. */
  readonly isServed: boolean;
  /** The state of the site, if pages follow its changes: they then load the script of `stele dev`. */
  readonly version?: string;
}

const drawingKey = Symbol.for('stele.drawing');

/** Sets how templates of this process draw. */
export function shareDrawing(drawing: Drawing): void {
  (globalThis as Record<symbol, unknown>)[drawingKey] = drawing;
}

/** How templates of this process draw. */
export function sharedDrawing(): Drawing {
  return (globalThis as Record<symbol, unknown>)[drawingKey] as Drawing;
}

const compilingKey = Symbol.for('stele.compiling');

/** Sets whether Astro only compiles templates now: it then writes no pages and no other files of the site. */
export function shareCompiling(isCompiling: boolean): void {
  (globalThis as Record<symbol, unknown>)[compilingKey] = isCompiling;
}

/** Whether Astro only compiles templates now. */
export function isCompiling(): boolean {
  return (globalThis as Record<symbol, unknown>)[compilingKey] === true;
}

/** Resolves the virtual module. Its exports `site()` and `drawing()` give what is current at the time of the call. */
export function siteModulePlugin(): Plugin {
  const give = (name: string, key: symbol): string =>
    `export const ${name} = () => globalThis[Symbol.for(${JSON.stringify(key.description)})];`;
  return {
    name: 'stele:site',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: (id) => (id === `\0${moduleId}` ? `${give('site', globalKey)}\n${give('drawing', drawingKey)}` : undefined),
  };
}

/** Whether a module is generated from the site, so that it is outdated when content changes. */
export function isSiteModule(id: string): boolean {
  return id.startsWith('\0virtual:stele/') || /\/site\/styles\/site\.css(?:\?|$)/.test(id.replaceAll('\\', '/'));
}

/** Whether a site has code of its own: in bodies, components, or replaced parts. Astro's dev server then draws it. */
export function hasOwnCode({ mayRunCode, components, parts }: SiteData): boolean {
  return mayRunCode || components.size > 0 || parts.size > 0;
}
