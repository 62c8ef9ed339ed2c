// The search index while a dev server draws: made from the site as it is now, when it is first asked for.

import type { Connect } from 'vite';
import type { SiteData } from '../model/index.ts';
import { sharedSiteData } from './site-module.ts';

/** Serves the files of the index. Each state of the site has its own. */
export function serveSearch(base: string): Connect.NextHandleFunction {
  const made = new WeakMap<SiteData, ReadonlyMap<string, string>>();
  return (request, response, next) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    const path = address.startsWith(`${base}_search/`) ? decodeURIComponent(address.slice(base.length)) : undefined;
    const data = sharedSiteData();
    if (path === undefined || data === undefined) {
      next();
      return;
    }
    const files = made.get(data) ?? data.writeSearch();
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
