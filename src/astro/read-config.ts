// `astro.config.mjs` beside this package → what Astro is to do. Astro would read it a second way where the first fails,
// and go on with half of its modules: reading it here reports an error of the disk as such.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergeConfig } from 'astro/config';
import type { AstroInlineConfig, AstroUserConfig } from 'astro';
import { stele } from './integration.ts';
import { rootFolder } from './root.ts';

/**
 * The configuration file with other options over it, for Astro to take as it is.
 * @param isUntrusted whether Stele's integration alone is taken: the file may lie beside untrusted content
 * @throws what the file throws, and the system's error where it or a module of it cannot be read
 */
export async function readConfig(options: AstroInlineConfig, isUntrusted: boolean): Promise<AstroInlineConfig> {
  if (isUntrusted) return { ...options, integrations: [stele()], configFile: false };
  const file = pathToFileURL(join(rootFolder, 'astro.config.mjs')).href;
  const { default: config } = (await import(file)) as { default: AstroUserConfig };
  return { ...(mergeConfig(config, options) as AstroInlineConfig), configFile: false };
}
