// `stele preview`: serves a built site as a static host would.

import { heal, isSite } from '../project/index.ts';
import { readArguments, readBase, readPort, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { say, shownPath, userPath } from './terminal.ts';

export const preview: Command = {
  summary: 'serve a built site',
  help: `Usage: stele preview [options]

Serves a folder that stele build has written, as a static host would.

Options:
  --out DIR          the built site (default: dist)
  --base /PATH/      path to serve under (default: /)
  --port NUMBER      port (default: 4321)
  --host NAME        address to listen on (default: this machine only)
`,
  async run(args) {
    const { values } = readArguments(args, {
      out: { type: 'string' },
      base: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
    });
    const out = userPath(String(values['out'] ?? 'dist'));
    await heal(out);
    if (!(await isSite(out)))
      throw new UsageError(`${shownPath(out)} is not a site that stele build has written. Build it first.`);
    const port = readPort(values['port']);
    const { previewSite } = await import('../astro/index.ts');
    const url = await previewSite({
      outDir: out,
      base: readBase(values['base'], '/'),
      ...(port === undefined ? {} : { port }),
      ...(values['host'] === undefined ? {} : { host: String(values['host']) }),
    });
    say(`Serving ${url}. Press Ctrl-C to stop.`);
    return new Promise(() => {});
  },
};
