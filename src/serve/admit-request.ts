// An HTTP request → its decoded path, or the reason to refuse it. Every local server calls this first, so that other
// code only gets well-formed paths.

import { isAllowedHost } from './allowed-hosts.ts';

/** The parts of a request that decide whether it is admitted. */
export interface IncomingRequest {
  readonly method?: string | undefined;
  /** The request's target as sent: path and query. */
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
}

/** The result of checking a request: its decoded path, or the status and the reason of the refusal. */
export type Admission =
  | {
      readonly kind: 'admitted';
      /** Decoded, with `/` at its start: `/guides/café/`. */
      readonly path: string;
      /** The query as sent, with its `?`; empty if there is none. */
      readonly search: string;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 405; readonly reason: string };

/**
 * Checks a request.
 * @param listensOn the value of `--host`, if any
 */
export function admitRequest(request: IncomingRequest, listensOn: string | undefined): Admission {
  const host = textOf(request.headers['host']);
  if (!isAllowedHost(host, listensOn)) {
    return refuse(
      403,
      `This server does not accept the host name ${JSON.stringify(host ?? '')}. Start it with --host to use that name.`,
    );
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'This server accepts only GET and HEAD.');
  const target = request.url ?? '';
  const written = /^(?:http:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?$/i.exec(target);
  const path = written === null ? undefined : decodePath(written[1]!);
  if (path === undefined) return refuse(400, 'The address is not well formed.');
  return { kind: 'admitted', path, search: written![2] ?? '' };
}

/**
 * Decodes a path. Undefined if it is malformed, or contains control characters, `\`, an encoded `/`, or the segments
 * `.` and `..`: browsers resolve these before they send a request.
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

/** Whether a part of a path begins with `.`: hosts do not serve such files, except those in `.well-known`. */
export function isHidden(path: string): boolean {
  return path.split('/').some((segment, i) => segment.startsWith('.') && !(i === 1 && segment === '.well-known'));
}

/** Whether a page of another site loads this as a script, style or picture. Following a link to it is fine. */
export function isForeignFetch({ headers }: IncomingRequest): boolean {
  const mode = headers['sec-fetch-mode'];
  return headers['sec-fetch-site'] === 'cross-site' && mode !== 'navigate' && mode !== 'nested-navigate';
}

function refuse(status: 400 | 403 | 405, reason: string): Admission {
  return { kind: 'refused', status, reason };
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
