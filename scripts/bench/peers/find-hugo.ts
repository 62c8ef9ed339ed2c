// Finds Hugo on this machine and its version.

import { spawnSync } from 'node:child_process';

/** Version of the `hugo` on the path (`0.111.3+extended`), or undefined if there is none. */
export function findHugo(): string | undefined {
  const run = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return run.status === 0 ? /\bv(\S+)/.exec(run.stdout.replace(/-[0-9A-F]{8,}\b/i, ''))?.[1] : undefined;
}

export const howToInstallHugo =
  'Hugo is not installed. On Debian and Ubuntu, run `apt install hugo`; for other systems see ' +
  'https://gohugo.io/installation/.';
