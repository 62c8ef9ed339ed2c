// The host names that a local server accepts. A page on the web can make its own name resolve to this machine (DNS
// rebinding). Its requests then contain that name, and are refused.

import { isIP } from 'node:net';

/** The name in a `Host` header, in lower case, without port and brackets; undefined if the header is malformed. */
function nameOf(host: string): string | undefined {
  const { groups } = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[a-z\d._-]+))(?::\d{1,5})?$/i.exec(host) ?? {};
  return (groups?.['v6'] ?? groups?.['name'])?.toLowerCase();
}

/**
 * Whether the server accepts a `Host` header: `localhost` and its subdomains; IP addresses, which DNS rebinding cannot
 * use; and the name in `listensOn`.
 * @param listensOn the value of `--host`, if any
 */
export function isAllowedHost(host: string | undefined, listensOn: string | undefined): boolean {
  const name = host === undefined ? undefined : nameOf(host);
  if (name === undefined) return false;
  return isIP(name) > 0 || /(?:^|\.)localhost$/.test(name) || name === listensOn?.toLowerCase();
}

/** Whether the `Origin` header of a request names this server, so that one of its own pages sent the request. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
