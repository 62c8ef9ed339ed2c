// Responses of a local server: a file, bytes, a redirect, or a refusal. None of them contains details such as paths on
// the disk.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission } from './admit-request.ts';
import { typesByPath } from '../compiler/source/index.ts';

/** Sets the headers of every response: browsers revalidate each time, and do not guess the type. */
function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

/**
 * Sends a file, with its type, length and `ETag`. For a conditional or range request, sends 304 or a part of the file.
 * @param path decoded path below `root`, with `/`
 * @param status status of the response; with another status than 200, the whole file is sent
 * @returns the kind of the entry at the path; a response was sent only for `file`
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  path: string,
  status = 200,
): Promise<'file' | 'folder' | 'nothing'> {
  // Loaded when it is needed: builds, which send nothing, load this module too.
  const { default: send } = await import('send');
  return new Promise((done) => {
    setCommonHeaders(response);
    response.statusCode = status;
    const type = typesByPath.get(path.replace(/^\//, ''));
    if (type !== undefined) response.setHeader('Content-Type', type);
    const options = {
      root,
      index: false,
      dotfiles: 'allow',
      cacheControl: false,
      acceptRanges: status === 200,
    } as const;
    send(request, encodeURIComponent(path), options)
      .on('directory', () => done('folder'))
      .on('error', ({ status: failed }: { status?: number }) => {
        // The file does not have the requested range, or does not meet the request's condition.
        if (failed === 416 || failed === 412) {
          sendText(
            request,
            response,
            failed,
            failed === 416 ? 'The file does not have this range.' : 'The file has changed.',
          );
          done('file');
        } else {
          response.removeHeader('Content-Type');
          done('nothing');
        }
      })
      .on('file', () => done('file'))
      .pipe(response);
  });
}

/** Sends bytes. */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  bytes: Uint8Array | string,
): void {
  setCommonHeaders(response);
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(bytes));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Sends a sentence as plain text. */
export function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  sendBytes(request, response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

/** Sends the reason of a refusal. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, reason }: Extract<Admission, { kind: 'refused' }>,
): void {
  if (status === 405) response.setHeader('Allow', 'GET, HEAD');
  sendText(request, response, status, reason);
}

/**
 * Redirects to another path of this server.
 * @param path decoded
 * @param search as sent, with its `?`
 */
export function sendRedirect(request: IncomingMessage, response: ServerResponse, path: string, search = ''): void {
  const location = `${path.split('/').map(encodeURIComponent).join('/')}${search}`;
  response.setHeader('Location', location);
  sendText(request, response, 301, `See ${location}`);
}
