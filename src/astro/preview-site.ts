// A built site → a local server that serves it as a static host would.

import { preview } from 'astro';
import { rootFolder } from './root.ts';

export interface PreviewOptions {
  readonly outDir: string;
  readonly base: string;
  readonly port?: number;
  readonly host?: string;
}

/** Starts Astro's preview server; resolves to its address once it listens. */
export async function previewSite({ outDir, base, port, host }: PreviewOptions): Promise<string> {
  const server = await preview({
    root: rootFolder,
    outDir,
    base,
    logLevel: 'warn',
    server: { ...(port === undefined ? {} : { port }), host: host ?? false },
  });
  return `http://localhost:${server.port}${base}`;
}
