// `stele mcp`: serves a built site to assistants over the Model Context Protocol.

import { findInside, readMarker, readSiteText } from '../project/index.ts';
import { readArguments, readHost, readPort, refuseListen, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, say, userPath, whenStopped } from './terminal.ts';
import { version } from './version.ts';

export const mcp: Command = {
  summary: 'serve a built site to assistants (MCP)',
  help: `Usage: stele mcp [options]

Serves a built site over the Model Context Protocol. Assistants search it, and read its pages and entities in one
language. Only files of the built site are read, so it needs the outputs markdown and json of site.yaml.

Options:
  --out DIR          the built site (default: dist)
  --url URL          a published site, in place of a folder
  --http             serve over HTTP, at /mcp (default: standard input and output)
  --port NUMBER      port of --http (default: the first free one from 4321)
  --host NAME        address that --http listens on (default: this machine only)

Exit codes: 0 stopped, 2 the command line, no site, or a port that is in use.
`,
  async run(args) {
    const { values } = readArguments(args, {
      out: { type: 'string' },
      url: { type: 'string' },
      http: { type: 'boolean' },
      port: { type: 'string' },
      host: { type: 'string' },
    });
    if (values['out'] !== undefined && values['url'] !== undefined)
      throw new UsageError('stele mcp takes --out or --url, not both.');
    const { answerCall, serveStdio, SiteReader } = await import('../mcp/index.ts');
    const { read, top } =
      values['url'] === undefined
        ? await openFolder(userPath(String(values['out'] ?? 'dist')))
        : openUrl(String(values['url']));
    const site = new SiteReader(read, top);
    if (values['http'] !== true) {
      await serveStdio(site, version);
      return 0;
    }
    const [port, host] = [readPort(values['port']), readHost(values['host'])];
    const { openServer } = await import('../serve/index.ts');
    const origin = await openServer((request, response) => answerCall(request, response, site, { version, host }), {
      port,
      host,
    }).catch(refuseListen);
    say(`Serving ${origin}/mcp. Press Ctrl-C to stop.`);
    await whenStopped();
    return 0;
  },
};

type Read = (path: string) => Promise<string | undefined>;

/** The site in a folder. Its links are those of the published site, if the twins have them. */
async function openFolder(folder: string): Promise<{ read: Read; top: URL }> {
  if ((await readMarker(folder)) === undefined)
    throw new UsageError(`${pathForUser(folder)} is not a site that stele build has written. Build it first.`);
  const read: Read = async (path) => {
    const inside = await findInside(folder, path);
    return inside && (await readSiteText(inside.folder, inside.path));
  };
  const catalog = await read('.well-known/api-catalog');
  const anchor =
    catalog === undefined ? undefined : (JSON.parse(catalog) as { linkset: { anchor: string }[] }).linkset[0]?.anchor;
  return { read, top: new URL(anchor?.startsWith('http') ? anchor : 'http://localhost:4321/') };
}

/** A published site. Files are kept for as long as the server runs. */
function openUrl(written: string): { read: Read; top: URL } {
  const top = URL.parse(written.endsWith('/') ? written : `${written}/`);
  if (top === null || !/^https?:$/.test(top.protocol))
    throw new UsageError(`--url must be an http or https address, not ${written}.`);
  const read: Read = async (path) => {
    const response = await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), top));
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${response.url} answered with ${response.status}`);
    return response.text();
  };
  return { read, top };
}
