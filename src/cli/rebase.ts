// `stele rebase`: changes the path that a finished site is served at, without a build.

import { heal, RebaseRefused, rebaseSite } from '../project/index.ts';
import { readArguments, readBase, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, say, userPath } from './terminal.ts';

export const rebase: Command = {
  summary: 'change the path that a finished site is served at',
  help: `Usage: stele rebase [DIR] --base /PATH/

Changes the path of a built site (default: dist), without a build. The result has the bytes of a build with
that --base: there and back gives the same bytes. Pages have relative addresses and work under any path
and from disk. Only the 404 page, which a host shows at any address, names the path.

Options:
  --base /PATH/      path that the site will be served at

Exit codes: 0 changed, 2 the command line, a folder that Stele did not build, or an error of the disk.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { base: { type: 'string' } });
    if (values['base'] === undefined || positionals.length > 1)
      throw new UsageError('stele rebase takes one folder and --base /PATH/.');
    const folder = userPath(positionals[0] ?? 'dist');
    const base = readBase(values['base'], '/');
    await heal(folder);
    try {
      const { from, hasOwnPage } = await rebaseSite(folder, base);
      say(
        from === base ? `The site has the path ${base} already.` : `The path of the site was ${from}, and is ${base}.`,
      );
      if (hasOwnPage) say(`${pathForUser(folder)}/404.html is the site's own file. It was not changed.`);
      return 0;
    } catch (error) {
      throw error instanceof RebaseRefused ? new UsageError(error.message) : error;
    }
  },
};
