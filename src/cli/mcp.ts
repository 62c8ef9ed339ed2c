// `stele mcp`: serves a built site to assistants over the Model Context Protocol.

import { encodePath } from '../compiler/text/index.ts';
import { compareBuilds } from './compare-builds.ts';
import { findInside, readMarker, readSiteText } from '../project/index.ts';
import { readArguments, readHost, readPort, refuseListen, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, say, userPath, whenStopped } from './terminal.ts';
import { version } from './version.ts';

export const mcp: Command = {
  summary: 'serve a built site to assistants (MCP)',
  help: `Usage: stele mcp [options]

Serves a built site over the Model Context Protocol. Assistants search it, and read its pages and entities in one
language. With --base, they also ask what the site changes since another build. Only built files are read, so it
needs the outputs markdown and json of site.yaml.

Options:
  --out DIR          the built site (default: dist)
  --url URL          a published site, in place of a folder
  --base DIR|URL     another build of the site, usually the published one
  --http             serve over HTTP, at /mcp (default: standard input and output)
  --port NUMBER      port of --http (default: the first free one from 4321)
  --host NAME        address that --http listens on (default: this machine only)

Exit codes: 0 stopped, 2 the command line, no site, or a port that is in use.
`,
  async run(args) {
    const { values } = readArguments(args, {
      out: { type: 'string' },
      url: { type: 'string' },
      base: { type: 'string' },
      http: { type: 'boolean' },
      port: { type: 'string' },
      host: { type: 'string' },
    });
    if (values['out'] !== undefined && values['url'] !== undefined)
      throw new UsageError('stele mcp takes --out or --url, not both.');
    const { answerCall, serveStdio, SiteReader } = await import('../mcp/index.ts');
    const opened =
      values['url'] === undefined
        ? await openFolder(userPath(String(values['out'] ?? 'dist')))
        : openUrl('--url', String(values['url']));
    const site = new SiteReader(opened.read, opened.top);
    const base = values['base'] === undefined ? undefined : String(values['base']);
    const compare =
      base === undefined ? undefined : compareBuilds({ ...(await openBase(base)), name: base }, { ...opened, site });
    if (values['http'] !== true) {
      await serveStdio(site, version, compare);
      return 0;
    }
    const [port, host] = [readPort(values['port']), readHost(values['host'])];
    const options = { version, host, compare };
    const { openServer } = await import('../serve/index.ts');
    const origin = await openServer((request, response) => answerCall(request, response, site, options), {
      port,
      host,
    }).catch(refuseListen);
    say(`Serving ${origin}/mcp. Press Ctrl-C to stop.`);
    await whenStopped();
    return 0;
  },
};

type Read = (path: string) => Promise<string | undefined>;

interface OpenedSite {
  readonly read: Read;
  /** Its address. */
  readonly top: URL;
  /** Number of errors that it was built with. */
  readonly errors?: number | undefined;
}

async function openBase(base: string): Promise<OpenedSite> {
  return /^https?:/i.test(base) ? openUrl('--base', base) : openFolder(userPath(base));
}

/** The site in a folder. Its links are those of the published site, if the twins have them. */
async function openFolder(folder: string): Promise<OpenedSite> {
  const marker = await readMarker(folder);
  if (marker === undefined)
    throw new UsageError(`${pathForUser(folder)} is not a site that stele build has written. Build it first.`);
  const read: Read = async (path) => {
    const inside = await findInside(folder, path);
    return inside && (await readSiteText(inside.folder, inside.path));
  };
  const catalog = await read('.well-known/api-catalog');
  const anchor =
    catalog === undefined ? undefined : (JSON.parse(catalog) as { linkset: { anchor: string }[] }).linkset[0]?.anchor;
  const top = new URL(anchor?.startsWith('http') ? anchor : 'http://localhost:4321/');
  return { read, top, errors: marker.errors };
}

/** Milliseconds after which a host counts as down. */
const patience = 30_000;

/** A published site. */
function openUrl(option: string, written: string): OpenedSite {
  const top = URL.parse(written.endsWith('/') ? written : `${written}/`);
  if (top === null || !/^https?:$/.test(top.protocol))
    throw new UsageError(`${option} must be an http or https address, not ${written}.`);
  const read: Read = async (path) => {
    const address = new URL(encodePath(path), top);
    const { NotFound } = await import('../mcp/index.ts');
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
      throw new NotFound(`${top.href} cannot be read: ${describeFetch(error)}.`);
    });
    // Some hosts answer with a page where there is no file.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (response.status === 404 || isPage) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) throw new NotFound(`${response.url} answered with ${response.status}.`);
    return response.text();
  };
  return { read, top };
}

function describeFetch(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
