// Decides which modules a dev server may send: scripts and styles of the templates and of the site's own components
// that are in use, and the modules that these import. It never sends sources or other files.

import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { moduleAt, moduleOf } from './module-names.ts';
import { rootFolder } from './root.ts';
import { sharedContentFolder } from './site-module.ts';

const script = /client\/(?:[\w-]+\/)*[\w-]+\.[jt]s/;
const styleSheet = /styles\/[\w-]+\.css/;
const query = /\?(?:url|direct|worker_file&type=module)/;

/** Matches the addresses of the scripts and styles that templates load. The npm package has them in `dist`. */
const entry = new RegExp(`^/(?:src|dist)/site/(?:${script.source}|${styleSheet.source})(?:${query.source})?$`);

/** Matches Astro's addresses of the scripts and styles inside a component. */
const componentPart = /^(\/[^?]+\.astro)\?astro&type=(?:script|style)&index=\d+(?:&lang[.=]\w+)*$/;

/** Whether an address of a request is that of a module that pages load. */
export function isPageModule(server: ViteDevServer, url: string): boolean {
  // Vite adds the time of the last change (`t`), and marks imported modules (`import`).
  const plain = url
    .replace(/([?&])(?:t=\d+|import)(?=&|$)/g, '$1')
    .replace(/[?&]+$/, '')
    .replace(/\?&+/, '?');
  if (plain === '/@vite/client' || entry.test(plain)) return true;
  if (server.environments.client.moduleGraph.urlToModuleMap.has(plain)) return true;
  const component = componentPart.exec(plain)?.[1];
  return component !== undefined && isInUse(server, component);
}

/** Whether an address is that of one of the site's own components, and a page with it has been drawn. */
function isInUse(server: ViteDevServer, address: string): boolean {
  const path = decodeURI(address);
  const file = moduleAt(path) ?? moduleOf(join(rootFolder, path));
  if (!file.startsWith(moduleOf(sharedContentFolder()))) return false;
  const environments = Object.entries(server.environments).filter(([name]) => name !== 'client');
  return environments.some(([, { moduleGraph }]) => moduleGraph.getModulesByFile(file) !== undefined);
}
