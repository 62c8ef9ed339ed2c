// A built site → responses like those of a static host: a folder's address shows its page, an address without the slash
// is redirected, and unknown addresses show the site's 404 page.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitRequest, isHidden } from './admit-request.ts';
import { prefersMarkdown } from './prefers-markdown.ts';
import { sendFile, sendRedirect, sendRefusal, sendText } from './answer.ts';

/** The site that a server answers with. */
export interface SiteOptions {
  /** Absolute path of the built site. */
  readonly folder: string;
  /** Path that the site is served under, decoded, with `/` at both ends. */
  readonly base: string;
  /** The value of `--host`: the name or address that the server listens on. */
  readonly host?: string;
}

/** Answers one request with a file of the site, a redirect, or the 404 page. */
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
    if (below.endsWith('/')) response.setHeader('Vary', 'Accept');
    if (below.endsWith('/') && prefersMarkdown(request.headers.accept)) {
      // The twin of a page stands beside its folder or in it.
      for (const twin of [`${below.slice(0, -1)}.md`, `${below}index.md`])
        if (twin !== '.md' && (await sendFile(request, response, folder, twin)) === 'file') return;
    }
    const found = await sendFile(request, response, folder, below.endsWith('/') ? `${below}index.html` : below);
    if (found === 'file') return;
    if (found === 'folder' && !below.endsWith('/')) return sendRedirect(request, response, `${path}/`, search);
  }
  if ((await sendFile(request, response, folder, '/404.html', 404)) !== 'file') {
    sendText(request, response, 404, 'There is nothing at this address.');
  }
}

/** Whether to redirect a path to the base path: the server's root, and the base path without its slash. */
export function leadsToBase(path: string, base: string): boolean {
  return base !== '/' && (path === '/' || path === base.slice(0, -1));
}
