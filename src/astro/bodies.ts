// The bodies of pages as modules: an index by route, and for each a source without text into which our remark
// plugin puts the tree that the core has decided. Nothing is parsed twice, and no file is read here.

import { dirname, join } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Plugin } from 'vite';
import type { SiteData } from '../compiler/model/index.ts';
import { moduleOf } from './module-names.ts';
import { sharedContentFolder, sharedSiteData } from './site-module.ts';

const indexId = 'virtual:stele/bodies';
const bodyPrefix = 'virtual:stele/body/';
const extension = '.mdx';

/** The virtual modules: `virtual:stele/bodies` maps routes to loaders of `virtual:stele/body/<route>.mdx`. */
export function bodyPlugin(): Plugin {
  return {
    name: 'stele:bodies',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id === indexId || id.startsWith(bodyPrefix)) return `\0${id}`;
      // What a body itself imports, where the site lets it, is relative to its file.
      return /^\.\.?\//.test(id) && importer?.startsWith(`\0${bodyPrefix}`) ? besideBody(id, importer) : undefined;
    },
    load: (id) => {
      if (id === `\0${indexId}`) return indexSource(sharedSiteData()!);
      return id.startsWith(`\0${bodyPrefix}`) ? '' : undefined;
    },
  };
}

function besideBody(id: string, importer: string): string {
  return moduleOf(join(sharedContentFolder(), dirname(sharedSiteData()!.fileOfBody(routeOf(importer))), id));
}

/** Route in the id of a body's module, or in a path that ends with it. */
function routeOf(id: string): string {
  return decodeURIComponent(id.slice(id.indexOf(bodyPrefix) + bodyPrefix.length, -extension.length));
}

/** Without code, the view of a page holds its body, and nothing is compiled. */
function indexSource({ mayRunCode, bodyRoutes }: SiteData): string {
  const lines = (mayRunCode ? bodyRoutes : []).map((route) => {
    const id = `${bodyPrefix}${encodeURIComponent(route)}${extension}`;
    return `  [${JSON.stringify(route)}, () => import(${JSON.stringify(id)})],`;
  });
  return `export const bodies = new Map([\n${lines.join('\n')}\n]);\n`;
}

/** Remark plugin: replaces the empty tree of a body's module by the tree decided for its route. */
export function remarkBody(): (tree: Root, file: VFile) => Root {
  return (_tree, file) => sharedSiteData()!.viewBody(routeOf(file.path));
}
