// `stele merge`: joins the parts of a site that were built apart.

import { resolve } from 'node:path';
import { mergeSites, openOutput, PartsRefused } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { say, pathForUser, userPath } from './terminal.ts';

export const merge: Command = {
  summary: 'join the parts of a site that several machines have built',
  help: `Usage: stele merge DIR... [options]

Joins folders that stele build --shard has written into one site, with the bytes of one build. All parts
must come from the same content, version of Stele and options. The output folder is replaced only when the
whole site is joined and every file that its pages name exists.

Options:
  --out DIR          output folder (default: dist)

Exit codes: 0 joined, 2 the command line, parts that do not fit, or an error of the disk.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { out: { type: 'string' } });
    if (positionals.length === 0) throw new UsageError('stele merge takes the folders of the parts.');
    const folders = positionals.map((folder) => resolve(userPath(folder)));
    const out = userPath(String(values['out'] ?? 'dist'));
    // A part is never inside the output folder, which is replaced.
    const output = await openOutput(out, folders[0]!, say);
    try {
      const { pages, files } = await mergeSites(folders, output.folder);
      await output.commit();
      say(`Joined ${folders.length} parts: ${pages} addresses, ${files} files.`);
      say(`Look at it: stele preview --out ${pathForUser(out)}`);
      return 0;
    } catch (error) {
      await output.discard().catch(() => undefined);
      throw error instanceof PartsRefused ? new UsageError(error.message) : error;
    }
  },
};
