// Files that pages' scripts load, while a dev server draws: made from the site as it is now, when they are first asked for.

import type { Connect } from 'vite';
import type { SiteData } from '../model/index.ts';
import { sharedSiteData } from './site-module.ts';

/**
 * Serves JSON files. Each state of the site has its own.
 * @param folder where they stand, from the top of the site, with `/` at its end
 * @param make gives their texts by path from the top of the site
 */
export function serveData(
  base: string,
  folder: string,
  make: (data: SiteData) => ReadonlyMap<string, string>,
): Connect.NextHandleFunction {
  const made = new WeakMap<SiteData, ReadonlyMap<string, string>>();
  return (request, response, next) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    const path = address.startsWith(`${base}${folder}`) ? decodeURIComponent(address.slice(base.length)) : undefined;
    const data = sharedSiteData();
    if (path === undefined || data === undefined) {
      next();
      return;
    }
    const files = made.get(data) ?? make(data);
    made.set(data, files);
    const text = files.get(path);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    response.end(text);
  };
}
