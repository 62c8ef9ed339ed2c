// A request to a local service → whether it is admitted. A page on the web can send requests to this machine; its
// browser then names that page as their origin.

import type { IncomingRequest } from './admit-request.ts';
import { isAllowedHost, isOwnOrigin } from './allowed-hosts.ts';

/**
 * The reason to refuse a request; undefined if it is admitted. Programs send no `Origin`.
 * @param listensOn the value of `--host`, if any
 */
export function admitCall(
  { headers }: IncomingRequest,
  listensOn: string | undefined,
): { readonly status: 403; readonly reason: string } | undefined {
  const [host, origin] = [headers['host'], headers['origin']].map((value) =>
    typeof value === 'string' ? value : undefined,
  );
  if (!isAllowedHost(host, listensOn)) return { status: 403, reason: 'This server does not accept this host name.' };
  if (headers['origin'] !== undefined && !isOwnOrigin(origin, host))
    return { status: 403, reason: 'Pages of other sites may not call this server.' };
  return undefined;
}
