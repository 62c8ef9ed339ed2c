// Public interface of `mcp`: a built site → a server of the Model Context Protocol.

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { SiteReader } from './site-reader.ts';
import { createServer, type CompareBuilds } from './tools.ts';

export { answerCall } from './serve-http.ts';
export { NotFound, SiteReader, type ReadFile } from './site-reader.ts';
export { createServer, oneLine, type CompareBuilds } from './tools.ts';

/** Serves over standard input and output. Resolves when the input ends. */
export async function serveStdio(site: SiteReader, version: string, compare?: CompareBuilds): Promise<void> {
  const server = createServer(site, version, compare);
  const ended = new Promise<void>((done) => void process.stdin.once('end', done));
  // Many answers may wait for a slow reader, each with a listener.
  process.stdout.setMaxListeners(0);
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
