// Refuses a project with another major version of Astro, whose errors would be about parts of Stele.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '../disk/index.ts';

/** Thrown for a project with another major version of Astro. */
export class AstroRefused extends Error {
  override readonly name = 'AstroRefused';
}

/** The major version of Astro that the templates are written for. */
const major = '7';

/**
 * @param root folder of the project that Astro builds
 * @throws AstroRefused with a message for the user if the project has another major version
 */
export async function refuseOtherAstro(root: URL): Promise<void> {
  const version = await versionFor(fileURLToPath(root));
  if (version === undefined || version.startsWith(`${major}.`)) return;
  throw new AstroRefused(
    `Stele works with Astro ${major}, and this project has Astro ${version}. ` +
      `Install the other version: npm install astro@${major}`,
  );
}

/** The version of Astro that a folder's modules get; undefined if it cannot be found out. */
async function versionFor(folder: string): Promise<string | undefined> {
  try {
    const path = createRequire(join(folder, 'package.json')).resolve('astro/package.json');
    return (JSON.parse((await readText(path)) ?? '{}') as { version?: string }).version;
  } catch {
    return undefined;
  }
}
