// Public interface of `mcp`: a built site → a server of the Model Context Protocol.

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { SiteReader } from './site-reader.ts';
import { createServer } from './tools.ts';

export { answerCall } from './serve-http.ts';
export { NotFound, SiteReader, type ReadFile } from './site-reader.ts';
export { createServer } from './tools.ts';

/** Serves over standard input and output. Resolves when the input ends. */
export async function serveStdio(site: SiteReader, version: string): Promise<void> {
  const server = createServer(site, version);
  const ended = new Promise<void>((done) => void process.stdin.once('end', done));
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
