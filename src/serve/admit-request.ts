// A request as it came over the wire → its path, or the reason to refuse it. Every local server calls this first, so
// that the code behind it never sees an odd address.

import { isAllowedHost } from './allowed-hosts.ts';

/** The parts of a request that decide whether it is admitted. */
export interface IncomingRequest {
  readonly method?: string | undefined;
  /** The request's target as written: path and query. */
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
}

export type Admission =
  | {
      readonly kind: 'admitted';
      /** Decoded, with `/` at its start: `/guides/café/`. */
      readonly path: string;
      /** As written, with its `?`; empty where there is none. */
      readonly search: string;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 405; readonly reason: string };

/** @param listensOn the name or address that the server was told to listen on, if any */
export function admitRequest(request: IncomingRequest, listensOn: string | undefined): Admission {
  const host = textOf(request.headers['host']);
  if (!isAllowedHost(host, listensOn)) {
    return refuse(
      403,
      `This server does not answer to the name ${JSON.stringify(host ?? '')}. Listen on it with --host.`,
    );
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are answered.');
  const target = request.url ?? '';
  const written = /^(?:http:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?$/i.exec(target);
  const path = written === null ? undefined : decodePath(written[1]!);
  if (path === undefined) return refuse(400, 'The address is not well formed.');
  return { kind: 'admitted', path, search: written![2] ?? '' };
}

/**
 * Decodes a path. Undefined where it is malformed, holds controls or `\`, an encoded `/`, or steps such as `..`, which
 * browsers resolve before they ask.
 */
function decodePath(written: string): string | undefined {
  try {
    const segments = written.split('/').map(decodeURIComponent);
    const isOdd = segments.some(
      (segment) => segment === '.' || segment === '..' || /[/\\\u0000-\u001f\u007f]/.test(segment),
    );
    return isOdd ? undefined : segments.join('/');
  } catch {
    return undefined;
  }
}

/** Whether a path names a file or folder that begins with `.`, which hosts keep back, `.well-known` apart. */
export function isHidden(path: string): boolean {
  return path.split('/').some((segment, i) => segment.startsWith('.') && !(i === 1 && segment === '.well-known'));
}

function refuse(status: 400 | 403 | 405, reason: string): Admission {
  return { kind: 'refused', status, reason };
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
