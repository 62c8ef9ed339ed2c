// Accepts WebSocket connections only from pages of this server: any page on the web can try to open one.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAllowedHost, isOwnOrigin } from './allowed-hosts.ts';

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The methods of a server that the guard needs. Node's HTTP/1 and HTTP/2 servers have them. */
export interface UpgradableServer {
  listeners(event: 'upgrade'): unknown[];
  removeAllListeners(event: 'upgrade'): unknown;
  on(event: 'upgrade', listener: UpgradeListener): unknown;
}

/**
 * Passes an upgrade request to the present listeners of a server only if a page of this server sent it (`Origin`). All
 * other upgrade requests get 403, also if there are no listeners.
 * @param listensOn the value of `--host`, if any
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
