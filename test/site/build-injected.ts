// Builds the site whose content has given texts in every place.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentWith } from './injection-content.ts';
import { runWarm } from './run-warm.ts';

/**
 * Builds a site with strings in every place. Returns the folder of the built site.
 * @param work folder for the content and the site
 */
export async function buildWith(work: string, strings: readonly string[]): Promise<string> {
  for (const [path, text] of Object.entries(contentWith(strings))) {
    const file = join(work, 'content', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  const folder = join(work, 'dist');
  // Some payloads give findings: invisible characters, unsafe addresses.
  const run = await runWarm(['build', '--keep-going', '--content', join(work, 'content'), '--out', folder]);
  if (!/\nBuilt \d+ pages/.test(run.stderr)) throw new Error(run.stderr.slice(-2000));
  return folder;
}
