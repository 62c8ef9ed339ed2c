// A built site → answers, as a static host gives them: pages at their folders, addresses without a slash redirected,
// the site's 404 page.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitRequest, isHidden } from './admit-request.ts';
import { sendFile, sendRedirect, sendRefusal, sendText } from './answer.ts';

export interface SiteOptions {
  /** Absolute path of the built site. */
  readonly folder: string;
  /** Path that it is served under, decoded, with `/` at both ends. */
  readonly base: string;
  /** The value of `--host`: the name or address that the server listens on. */
  readonly host?: string;
}

/** Answers one request. */
export async function answerFromSite(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, host }: SiteOptions,
): Promise<void> {
  const admission = admitRequest(request, host);
  if (admission.kind === 'refused') return sendRefusal(request, response, admission);
  const { path, search } = admission;
  if (leadsToBase(path, base)) return sendRedirect(request, response, base, search);
  const below = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
  if (below !== undefined && !isHidden(below) && !below.includes('//')) {
    const found = await sendFile(request, response, folder, below.endsWith('/') ? `${below}index.html` : below);
    if (found === 'file') return;
    if (found === 'folder' && !below.endsWith('/')) return sendRedirect(request, response, `${path}/`, search);
  }
  if ((await sendFile(request, response, folder, '/404.html', 404)) !== 'file') {
    sendText(request, response, 404, 'There is nothing at this address.');
  }
}

/** The top of the server, and the base path without its slash, lead to the site. */
export function leadsToBase(path: string, base: string): boolean {
  return base !== '/' && (path === '/' || path === base.slice(0, -1));
}
