// `stele preview`: serves a built site in the way of a static host.

import { heal, readMarker } from '../project/index.ts';
import { answerFromSite, openServer } from '../serve/index.ts';
import { readArguments, readBase, readHost, readPort, refuseListen, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { say, pathForUser, whenStopped, userPath } from './terminal.ts';

export const preview: Command = {
  summary: 'serve a built site',
  help: `Usage: stele preview [options]

Serves a site that stele build has written, in the way of a static host, under the base path of the build.

Options:
  --out DIR          the built site (default: dist)
  --base /PATH/      path to serve under (default: the base path of the build)
  --port NUMBER      port (default: the first free one from 4321)
  --host NAME        address to listen on (default: this machine only)

Exit codes: 0 stopped, 2 the command line, no site, or a port that is in use.
`,
  async run(args) {
    const { values } = readArguments(args, {
      out: { type: 'string' },
      base: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
    });
    const folder = userPath(String(values['out'] ?? 'dist'));
    await heal(folder);
    const marker = await readMarker(folder);
    if (marker === undefined)
      throw new UsageError(`${pathForUser(folder)} is not a site that stele build has written. Build it first.`);
    const builtFor = marker.base ?? '/';
    const base = readBase(values['base'], builtFor);
    const [port, host] = [readPort(values['port']), readHost(values['host'])];
    const options = { folder, base: decodeURI(base), ...(host === undefined ? {} : { host }) };
    const origin = await openServer((request, response) => answerFromSite(request, response, options), {
      port,
      host,
    }).catch(refuseListen);
    if (base !== builtFor) {
      say(
        `The site was built for ${builtFor}. Under ${base} its 404 page has no styles. ` +
          `Change it with stele rebase ${pathForUser(folder)} --base ${base}.`,
      );
    }
    say(`Serving ${origin}${base}. Press Ctrl-C to stop.`);
    await whenStopped();
    return 0;
  },
};
