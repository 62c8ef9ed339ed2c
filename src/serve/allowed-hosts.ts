// Which names a local server answers to. A page elsewhere can point a name of its own at this machine (DNS rebinding):
// then its requests come with that name, and are refused.

import { isIP } from 'node:net';

/** The name in a `Host` header, in lower case, without its port and brackets; undefined where it is not well formed. */
function nameOf(host: string): string | undefined {
  const { groups } = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[a-z\d._-]+))(?::\d{1,5})?$/i.exec(host) ?? {};
  return (groups?.['v6'] ?? groups?.['name'])?.toLowerCase();
}

/**
 * Whether a request with this `Host` header is answered: `localhost` and names below it, addresses in digits, which no
 * name can stand for, and the name that the server was told to listen on.
 */
export function isAllowedHost(host: string | undefined, listensOn: string | undefined): boolean {
  const name = host === undefined ? undefined : nameOf(host);
  if (name === undefined) return false;
  return isIP(name) > 0 || /(?:^|\.)localhost$/.test(name) || name === listensOn?.toLowerCase();
}

/** Whether a request that a page made (`Origin`) comes from a page of this server. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
