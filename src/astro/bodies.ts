// The bodies of pages as modules: an index by route, and for each a source without text into which our remark
// plugin puts the tree that the core has decided. Nothing is parsed twice, and no file is read here.

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Plugin } from 'vite';
import { sharedSiteData } from './site-module.ts';

const indexId = 'virtual:stele/bodies';
const bodyPrefix = 'virtual:stele/body/';
const extension = '.mdx';

/** The virtual modules: `virtual:stele/bodies` maps routes to loaders of `virtual:stele/body/<route>.mdx`. */
export function bodyPlugin(): Plugin {
  return {
    name: 'stele:bodies',
    enforce: 'pre',
    resolveId: (id) => (id === indexId ? `\0${indexId}` : id.startsWith(bodyPrefix) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${indexId}`) return indexSource(sharedSiteData()!.bodyRoutes);
      return id.startsWith(`\0${bodyPrefix}`) ? '' : undefined;
    },
  };
}

/** Whether a module's id is one of the bodies or their index: what becomes stale when content changes. */
export function isBodyModule(id: string): boolean {
  return id === `\0${indexId}` || id.startsWith(`\0${bodyPrefix}`);
}

function indexSource(routes: readonly string[]): string {
  const lines = routes.map((route) => {
    const id = `${bodyPrefix}${encodeURIComponent(route)}${extension}`;
    return `  [${JSON.stringify(route)}, () => import(${JSON.stringify(id)})],`;
  });
  return `export const bodies = new Map([\n${lines.join('\n')}\n]);\n`;
}

/** Remark plugin: replaces the empty tree of a body's module by the tree decided for its route. */
export function remarkBody(): (tree: Root, file: VFile) => Root {
  return (_tree, file) => {
    const name = file.path.slice(file.path.indexOf(bodyPrefix) + bodyPrefix.length, -extension.length);
    return sharedSiteData()!.viewBody(decodeURIComponent(name));
  };
}
