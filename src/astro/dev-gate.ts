// The gate of a dev server. It accepts requests for pages of the site, for published files, and for modules that pages
// load. Others get the 404 page. Without the gate, Vite would send any file of its folders.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, ViteDevServer } from 'vite';
import type { Address, SiteData } from '../compiler/model/index.ts';
import { outputFiles, typeOfSiteFile } from '../compiler/source/index.ts';
import {
  admitRequest,
  isForeignFetch,
  isHidden,
  leadsToBase,
  prefersMarkdown,
  sendBytes,
  sendRedirect,
  sendRefusal,
  sendText,
} from '../serve/index.ts';
import { holdPage, type DrawnPage } from './held-pages.ts';
import { isPageModule } from './page-modules.ts';
import { answerNotFound, answerPublished } from './published.ts';

export interface GateOptions {
  /** The site's base path, encoded as in addresses, with `/` at both ends. */
  readonly base: string;
  /** The value of `--host`: the name or address that the server listens on. */
  readonly host: string | undefined;
  /** Returns the current state of the site. */
  readonly site: () => SiteData;
  /**
   * Answers requests that only a dev server has, by path below the top of the site. False if the path is none of these.
   */
  readonly answerOwn: (path: string, search: string, request: IncomingMessage, response: ServerResponse) => boolean;
  /** Chooses what is shown at a path below the top of the site, from what was drawn. */
  readonly choosePage: (path: string, drawn: DrawnPage) => Promise<ShownPage>;
}

/** What is shown in place of a page. */
export interface ShownPage {
  readonly html: Uint8Array;
  /** Status of the response; absent for that of the drawn page. */
  readonly status?: number;
}

const htmlType = typeOfSiteFile(outputFiles.page);

/** The first middleware of a dev server. */
export function gate(server: ViteDevServer, options: GateOptions): Connect.NextHandleFunction {
  const { base, host, site, answerOwn, choosePage } = options;
  const shownBase = decodeURI(base);
  const addresses = rememberAddresses();
  return (request, response, next) => {
    const admission = admitRequest(request, host);
    if (admission.kind === 'refused') return sendRefusal(request, response, admission);
    if (isForeignFetch(request))
      return sendText(request, response, 403, 'Pages of other sites may not load files of this one.');
    const { path, search } = admission;
    if (isPageModule(server, request.url!)) return next();
    if (leadsToBase(path, shownBase)) return sendRedirect(request, response, shownBase, search);
    const inside = path.startsWith(shownBase) ? path.slice(shownBase.length) : undefined;
    const below = inside === undefined || isHidden(`/${inside}`) ? undefined : inside;
    answer(below, path, search, request, response, next).catch(next);
  };

  async function answer(
    below: string | undefined,
    path: string,
    search: string,
    request: IncomingMessage,
    response: ServerResponse,
    next: Connect.NextFunction,
  ): Promise<void> {
    if (below !== undefined && answerOwn(below, search, request, response)) return;
    if (below !== undefined && (await answerPublished(site(), below, request, response))) return;
    const address = below?.replace(/(^|\/)index\.html$/, '$1');
    const all = addresses(site());
    const isFolder = all.has(`${address}/`) || site().publicFiles.has(`${address}/index.html`);
    if (address !== undefined && address !== '' && !address.endsWith('/') && isFolder) {
      return sendRedirect(request, response, `${path}/`, search);
    }
    const isPage = address !== undefined && all.has(address);
    if (isPage) {
      response.setHeader('Vary', 'Accept');
      if (await answerTwin(all.get(address), request, response)) return;
    }
    if (!isPage && (await answerNotFound(site(), request, response))) return;
    // Remove the query, because `?raw` would make Vite send a file.
    request.url = base + (isPage ? address.split('/').map(encodeURIComponent).join('/') : '404/');
    markAsPage(response);
    holdPage(
      response,
      () => next(),
      async (drawn) => {
        const { html, status } = await choosePage(isPage ? address : '404/', drawn);
        if ('html' in drawn && html === drawn.html) return undefined;
        return () => sendBytes(request, response, status ?? (isPage ? 200 : 404), htmlType, html);
      },
      next,
    );
  }

  /** @returns false if the page has no Markdown, or the request does not prefer it; nothing is sent then */
  async function answerTwin(
    page: Address | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    if (page === undefined || !prefersMarkdown(request.headers.accept)) return false;
    const twin = site()
      .twinsOf(page)
      .find((path) => path.endsWith('.md'));
    return twin !== undefined && answerPublished(site(), twin, request, response);
  }
}

/** The last middleware. It reports errors in the terminal, and never in a response. */
export function failQuietly(report: (error: unknown) => void): Connect.ErrorHandleFunction {
  return (error: unknown, request: IncomingMessage, response: ServerResponse, _next: Connect.NextFunction) => {
    report(error);
    if (response.headersSent) response.destroy();
    else sendText(request, response, 500, 'This page could not be drawn. The terminal of stele dev shows the error.');
  };
}

/** Adds the character encoding to the content type, because Astro's responses lack it. */
function markAsPage(response: ServerResponse): void {
  const { writeHead } = response;
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead = (status: number, ...rest: readonly unknown[]) => {
    const headers = rest.at(-1) as Record<string, string> | undefined;
    if (headers?.['content-type'] === 'text/html') headers['content-type'] = htmlType;
    return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse;
  };
}

/** Pages by their paths below the top of a site, each with `/` at its end; undefined for a page that has moved. */
type Pages = ReadonlyMap<string, Address | undefined>;

/** The pages of a site. Listed once per site. */
function rememberAddresses(): (data: SiteData) => Pages {
  const known = new WeakMap<SiteData, Pages>();
  return (data) => {
    const found = known.get(data) ?? listPages(data);
    known.set(data, found);
    return found;
  };
}

function listPages(data: SiteData): Pages {
  const pathOf = ({ language, route }: Address): string =>
    [language, route].flatMap((part) => (part ? [`${part}/`] : [])).join('');
  return new Map([
    ...data.redirects.map(({ address }) => [pathOf(address), undefined] as const),
    ...[...data.addresses, ...data.lists].map((address) => [pathOf(address), address] as const),
  ]);
}
