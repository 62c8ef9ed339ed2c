// Requests over streamable HTTP → answers of the tools. There are no sessions: each request gets a server of its own,
// so that no caller can fill the memory.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { admitCall, sendText } from '../serve/index.ts';
import type { SiteReader } from './site-reader.ts';
import { createServer, type CompareBuilds } from './tools.ts';

/** Limit of a request's body. */
const maxBytes = 256 * 1024;

export interface HttpOptions {
  readonly version: string;
  /** The value of `--host`, if any. */
  readonly host: string | undefined;
  readonly compare?: CompareBuilds | undefined;
}

/** Answers one request. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  site: SiteReader,
  { version, host, compare }: HttpOptions,
): Promise<void> {
  const refusal = admitCall(request, host);
  if (refusal !== undefined) return sendText(request, response, refusal.status, refusal.reason);
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return sendText(request, response, 405, 'This server accepts only POST: it keeps no sessions.');
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('Connection', 'close');
    return sendText(request, response, 413, `A request may have at most ${maxBytes} bytes.`);
  }
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return sendText(request, response, 400, 'The request is not JSON.');
  }
  const server = createServer(site, version, compare);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, message);
}

/** Undefined if the body is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > maxBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
