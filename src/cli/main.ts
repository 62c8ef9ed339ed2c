// The `stele` command starts here: what makes Node start quickly is said before any other module is read.

import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

const [command = ''] = process.argv.slice(2);

// Modules are kept as compiled: reading them anew is most of what a short command takes. Where they cannot be written,
// they are read as ever. Not for Astro: it makes modules of new names in each build, and nothing would ever clear them.
if (!['build', 'dev'].includes(command)) {
  enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/stele/modules`);
}
// A command keeps most of what it reads until it ends. Where young objects have little room at first, they are copied
// several times before they come to stay.
setFlagsFromString('--semi-space-growth-factor=8');

/** Stele could not be loaded, so its messages for errors of the disk are missing too. */
const explainLoading = (error: NodeJS.ErrnoException): never => {
  if (error.errno === undefined && error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    `Stele's own files cannot be read: ${error.message}.\n→ Run the command again. If it fails again, install Stele anew: \`npm ci\` in its folder.\n`,
  );
  return process.exit(2);
};

const { runCommand } = await import('./run-command.ts').catch(explainLoading);
// Ends the process itself: Astro leaves timers behind that would hold it for seconds.
process.exit(await runCommand(process.argv.slice(2)));
