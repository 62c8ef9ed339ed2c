// The connections of open pages: each page gets a message when it connects and after each change. Server-Sent Events
// need no protocol of their own, and browsers connect again by themselves.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChangeMessage } from '../compiler/model/index.ts';

/** Path of the channel below the top of the site. */
export const channelPath = '_stele/changes';

/** Makes the message for the page at a path below the top of the site. */
export type MessageFor = (path: string) => ChangeMessage;

/** The connections of open pages. */
export class ChangeChannel {
  readonly #open = new Map<ServerResponse, string>();
  readonly #messageFor: MessageFor;

  /** @param messageFor makes the message of the current state; called for each connection */
  constructor(messageFor: MessageFor) {
    this.#messageFor = messageFor;
  }

  /**
   * Answers a request for the channel. The response stays open.
   * @param page path of the page below the top of the site, decoded
   */
  connect(request: IncomingMessage, response: ServerResponse, page: string): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    // Browsers wait this long before they connect again.
    response.write('retry: 500\n\n');
    this.#open.set(response, page);
    request.on('close', () => this.#open.delete(response));
    response.on('error', () => this.#open.delete(response));
    this.#send(response, this.#messageFor(page));
  }

  /** Paths of the pages that are open in browsers. */
  get pages(): readonly string[] {
    return [...new Set(this.#open.values())];
  }

  /**
   * Tells all open pages about the current state.
   * @param reload why they have to be loaded again; absent if they can be changed in place
   */
  tell(reload?: string): void {
    for (const [response, page] of this.#open) this.#send(response, { ...this.#messageFor(page), reload });
  }

  /** Closes all connections. */
  close(): void {
    for (const response of this.#open.keys()) response.end();
    this.#open.clear();
  }

  #send(response: ServerResponse, message: ChangeMessage): void {
    response.write(`data: ${JSON.stringify(message)}\n\n`);
  }
}
