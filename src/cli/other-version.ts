// Tells that the command is another version of Stele than the project has: a global one, or one that `npx` has fetched.

import { dirname, join } from 'node:path';
import { readText } from '../disk/index.ts';
import { say, userFolder } from './terminal.ts';
import { version } from './version.ts';

/** Prints a line if the project around the user's folder has another version installed. It never fails. */
export async function tellOtherVersion(): Promise<void> {
  const found = await findInstalled(userFolder()).catch(() => undefined);
  if (found === undefined || found === version) return;
  say(`This is Stele ${version}, but the project has Stele ${found}: \`npx stele\` in its folder runs that one.`);
}

/** The version of Stele in the nearest `node_modules` that has it. */
async function findInstalled(folder: string): Promise<string | undefined> {
  const text = await readText(join(folder, 'node_modules/stele/package.json'));
  if (text !== undefined) return (JSON.parse(text) as { version?: string }).version;
  return dirname(folder) === folder ? undefined : findInstalled(dirname(folder));
}
