// A request → a page or a file of the site, drawn or made when it is requested. This is the one place that decides what
// an address of the dev server gives.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerNotFound, answerPublished, type PageToDraw } from '../astro/index.ts';
import type { SiteData } from '../compiler/model/index.ts';
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

/** What the answers are made from. */
export interface AnswerSource {
  /** The site's base path, decoded, with `/` at both ends. */
  readonly base: string;
  /** The value of `--host`: the name or address that the server listens on. */
  readonly host: string | undefined;
  /** The current state of the site. */
  readonly site: () => SiteData;
  /** Whether only pages can be drawn of the current state. A whole state follows soon. */
  hasOnlyPages(): boolean;
  /** The current state, when it is whole. */
  whenWhole(): Promise<SiteData>;
  /** The page at a path below the top of the site. */
  findPage(data: SiteData, path: string): PageToDraw | undefined;
  draw(data: SiteData, page: PageToDraw): Promise<Uint8Array>;
  /** A script or style sheet of pages. */
  clientFile(data: SiteData, path: string): string | Uint8Array | undefined;
  /** Answers requests that only a dev server has. False if the path is none of these; nothing is sent then. */
  answerOwn(path: string, search: string, request: IncomingMessage, response: ServerResponse): boolean;
}

/** Answers one request. Rejects if a page cannot be drawn. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  source: AnswerSource,
): Promise<void> {
  const { base, host } = source;
  const admission = admitRequest(request, host);
  if (admission.kind === 'refused') return sendRefusal(request, response, admission);
  if (isForeignFetch(request))
    return sendText(request, response, 403, 'Pages of other sites may not load files of this one.');
  const { path, search } = admission;
  if (leadsToBase(path, base)) return sendRedirect(request, response, base, search);
  const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
  const below = inside === undefined || isHidden(`/${inside}`) ? undefined : inside;
  if (below !== undefined && source.answerOwn(below, search, request, response)) return;
  if (below !== undefined && source.hasOnlyPages() && (await answerEarly(below, request, response, source))) return;
  const data = await source.whenWhole();
  if (below !== undefined) {
    if (await answerPublished(data, below, request, response)) return;
    const file = source.clientFile(data, below);
    if (file !== undefined) return sendBytes(request, response, 200, typeOfSiteFile(below), file);
    const address = addressOf(below);
    const page = source.findPage(data, address);
    if (page !== undefined) {
      response.setHeader('Vary', 'Accept');
      const twin = prefersMarkdown(request.headers.accept)
        ? page.twins?.find((path) => path.endsWith('.md'))
        : undefined;
      if (twin !== undefined && (await answerPublished(data, twin, request, response))) return;
      return sendBytes(request, response, 200, htmlType, await source.draw(data, page));
    }
    const isFolder =
      source.findPage(data, `${address}/`) !== undefined || data.publicFiles.has(`${address}/${outputFiles.page}`);
    if (address !== '' && !address.endsWith('/') && isFolder)
      return sendRedirect(request, response, `${path}/`, search);
  }
  if (await answerNotFound(data, request, response)) return;
  const notFound = await source.draw(data, { route: '404', path: '404', file: outputFiles.notFound });
  sendBytes(request, response, 404, htmlType, notFound);
}

const htmlType = typeOfSiteFile(outputFiles.page);

/** The path that an address has in lists of pages. */
function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * Answers a request while only pages can be drawn: with a page, or a file that is the same in each state.
 * @returns false if the answer needs a whole state; nothing is sent then
 */
async function answerEarly(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  source: AnswerSource,
): Promise<boolean> {
  const data = source.site();
  const file = source.clientFile(data, path);
  const page = source.findPage(data, addressOf(path));
  const isPublic = data.publicFiles.has(path) || data.publicFiles.has(`${addressOf(path)}${outputFiles.page}`);
  if (isPublic || prefersMarkdown(request.headers.accept)) return false;
  if (file !== undefined) {
    sendBytes(request, response, 200, typeOfSiteFile(path), file);
    return true;
  }
  const html = page && (await source.draw(data, page).catch(() => undefined));
  if (html === undefined) return false;
  response.setHeader('Vary', 'Accept');
  sendBytes(request, response, 200, htmlType, html);
  return true;
}
