// `stele build --verify`: builds again from nothing and compares the files, since a build that takes pages over from
// the last site must give the same bytes.

import { join } from 'node:path';
import { compareSites, withFolderBeside } from '../project/index.ts';
import { buildOnce, type BuildSettings } from './build-once.ts';
import { say } from './terminal.ts';

const maxNamed = 20;

/**
 * Verifies the site in the output folder, and reports the result.
 * @returns the exit code: 70 if files differ
 * @throws as `buildOnce` does
 */
export async function verifyBuild(settings: BuildSettings): Promise<number> {
  return withFolderBeside(settings.out, async (folder) => {
    const out = join(folder, 'site');
    const { code, reasonOf } = await buildOnce({ ...settings, out, mayCache: false, isQuiet: true });
    if (reasonOf === undefined) {
      say('Not verified: the second build failed.');
      return code;
    }
    const differing = await compareSites(settings.out, out);
    if (differing.length === 0) {
      say('Verified: a build from nothing gives the same files.');
      return 0;
    }
    const named = differing.slice(0, maxNamed).map((path) => `  ${path}`);
    const more = differing.length > maxNamed ? [`  and ${differing.length - maxNamed} more`] : [];
    say(
      [
        `A build from nothing gives ${differing.length === 1 ? 'another file' : `${differing.length} other files`}:`,
        ...named,
        ...more,
        '→ If no file was changed meanwhile, and the site runs no code of its own, this is a bug in Stele. ' +
          'Report it, and build with --no-cache.',
      ].join('\n'),
    );
    return 70;
  });
}
