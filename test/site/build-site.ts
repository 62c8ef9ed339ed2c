// Builds sites for tests.

import { join } from 'node:path';
import { temporaryFolder } from './run-stele.ts';
import { runWarm } from './run-warm.ts';

/**
 * Builds a content folder into a new folder, in the process that builds all sites of a worker.
 * @throws Error with the command's output if it does not end with `code`
 */
export async function buildSite(
  content: string,
  { code = 0, args = [] as readonly string[] } = {},
): Promise<{ folder: string; stderr: string }> {
  const folder = join(temporaryFolder(), 'site');
  const run = await runWarm(['build', '--content', content, '--out', folder, ...args]);
  if (run.code !== code) throw new Error(`stele build ended with ${run.code}:\n${run.stderr}`);
  return { folder, stderr: run.stderr };
}
