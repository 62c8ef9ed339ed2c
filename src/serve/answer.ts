// Answers of a local server: a file of the disk, bytes at hand, a redirect, a refusal. None tells more than it must.

import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import type { Admission } from './admit-request.ts';

/** Headers of every answer: browsers ask again each time, and do not guess the type. */
function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

/**
 * Sends a file, with its type, length and `ETag`; a part of it, or 304, where the request asks for that.
 * @param path decoded, with `/`, below `root`
 * @param status of the answer, where it is not 200; the file is then sent as a whole
 * @returns what stands there: nothing was sent unless it is a file
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  path: string,
  status = 200,
): Promise<'file' | 'folder' | 'nothing'> {
  return new Promise((done) => {
    setCommonHeaders(response);
    response.statusCode = status;
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
        // A part that the file does not have, or a condition that does not hold.
        if (failed === 416 || failed === 412) {
          sendText(
            request,
            response,
            failed,
            failed === 416 ? 'The file has no such part.' : 'The file is another one.',
          );
          done('file');
        } else {
          done('nothing');
        }
      })
      .on('file', () => done('file'))
      .pipe(response);
  });
}

/** Sends bytes that are at hand. */
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

/** Sends a sentence. */
export function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  sendBytes(request, response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, reason }: Extract<Admission, { kind: 'refused' }>,
): void {
  if (status === 405) response.setHeader('Allow', 'GET, HEAD');
  sendText(request, response, status, reason);
}

/** Leads to another path of this server. @param path decoded; search as written */
export function sendRedirect(request: IncomingMessage, response: ServerResponse, path: string, search = ''): void {
  const location = `${path.split('/').map(encodeURIComponent).join('/')}${search}`;
  response.setHeader('Location', location);
  sendText(request, response, 301, `See ${location}`);
}
