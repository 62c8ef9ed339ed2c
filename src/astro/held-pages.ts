// Holds back pages that Astro draws, so that the caller can replace them: Astro would answer an error in code of the
// site with an error page of its own.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import type { SiteData } from '../compiler/model/index.ts';

/** A page that was drawn, or the error that code of the site threw. */
export type DrawnPage =
  | {
      readonly html: Uint8Array;
      /** Whether parts of the page are missing because its file has mistakes. */
      readonly isDamaged: boolean;
    }
  | { readonly error: unknown };

interface Drawing {
  isDamaged: boolean;
  failed?: { readonly error: unknown };
}

const drawings = new AsyncLocalStorage<Drawing>();

/**
 * Remembers the errors of drawings. Astro passes each to this function of Vite, and then changes it. A module that
 * cannot be compiled gives the same error, changed, to each drawing.
 */
export function watchFailures(server: ViteDevServer): void {
  const { ssrFixStacktrace } = server;
  const copies = new WeakMap<Error, Error>();
  server.ssrFixStacktrace = (error) => {
    const drawing = drawings.getStore();
    const copy = copies.get(error) ?? copyOf(error);
    copies.set(error, copy);
    if (drawing !== undefined) drawing.failed ??= { error: copy };
    ssrFixStacktrace.call(server, error);
  };
}

function copyOf(error: Error): Error {
  const { message, stack = '', cause } = error;
  const { id, loc } = error as { id?: unknown; loc?: unknown };
  return Object.assign(new Error(message, { cause }), { stack, id, loc: structuredClone(loc) });
}

/** The same site, which remembers for drawings whether a page has a broken body. */
export function watchDamage(data: SiteData): SiteData {
  return {
    ...data,
    viewPage: async (address, words) => {
      const view = await data.viewPage(address, words);
      const drawing = drawings.getStore();
      if (drawing !== undefined && view.isBodyBroken) drawing.isDamaged = true;
      return view;
    },
  };
}

/**
 * Draws a page and holds the response back until its end.
 * @param draw begins to write the response
 * @param choose receives the page; returns what is sent in its place, or undefined to send it as it is
 */
export function holdPage(
  response: ServerResponse,
  draw: () => void,
  choose: (page: DrawnPage) => Promise<((to: ServerResponse) => void) | undefined>,
  fail: (error: unknown) => void,
): void {
  const { writeHead, write, end } = response;
  const drawing: Drawing = { isDamaged: false };
  const chunks: Buffer[] = [];
  let head: readonly unknown[] | undefined;
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.writeHead = (...values: unknown[]) => {
    head = values;
    return response;
  };
  response.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  response.end = (last?: unknown) => {
    keep(last);
    Object.assign(response, { writeHead, write, end });
    const html = Buffer.concat(chunks);
    choose(drawing.failed ?? { html, isDamaged: drawing.isDamaged }).then((send) => {
      if (send !== undefined) return send(response);
      if (head !== undefined) Reflect.apply(writeHead, response, head);
      response.end(html);
    }, fail);
    return response;
  };
  drawings.run(drawing, draw);
}
