// Accepts WebSockets of this server's own pages only: any page on the web may ask for one.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAllowedHost, isOwnOrigin } from './allowed-hosts.ts';

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The methods of a server that the guard needs: Node's servers of HTTP 1 and 2 have them. */
export interface UpgradableServer {
  listeners(event: 'upgrade'): unknown[];
  removeAllListeners(event: 'upgrade'): unknown;
  on(event: 'upgrade', listener: UpgradeListener): unknown;
}

/**
 * Lets whoever listens for upgrades now see only those of pages of this server (`Origin`). All others end with 403, and
 * also if no caller listens.
 * @param listensOn the name or address that the server was told to listen on
 */
export function guardUpgrades(server: UpgradableServer, listensOn: string | undefined): void {
  const listeners = server.listeners('upgrade') as UpgradeListener[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request, socket, head) => {
    const { host, origin } = request.headers;
    if (listeners.length > 0 && isAllowedHost(host, listensOn) && isOwnOrigin(origin, host)) {
      for (const listener of listeners) listener(request, socket, head);
    } else {
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  });
}
