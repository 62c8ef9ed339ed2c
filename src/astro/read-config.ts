// `astro.config.mjs` beside this package → what Astro is to do. Astro would read it a second way where the first fails,
// and go on with half of its modules: reading it here reports an error of the disk as such.

import { pathToFileURL } from 'node:url';
import { mergeConfig } from 'astro/config';
import type { AstroInlineConfig, AstroUserConfig } from 'astro';
import { stele } from './integration.ts';
import { configFile } from './root.ts';

/**
 * The configuration file with other options over it, for Astro to take as it is.
 * @param isUntrusted whether Stele's integration alone is taken: the file may lie beside untrusted content
 * @throws what the file throws, and the system's error where it or a module of it cannot be read
 */
export async function readConfig(options: AstroInlineConfig, isUntrusted: boolean): Promise<AstroInlineConfig> {
  if (isUntrusted) {
    const plain: AstroInlineConfig = { ...options, integrations: [stele()], configFile: false };
    onlyStele.add(plain);
    return plain;
  }
  const { default: config } = (await import(pathToFileURL(configFile).href)) as { default: AstroUserConfig };
  const merged: AstroInlineConfig = { ...(mergeConfig(config, options) as AstroInlineConfig), configFile: false };
  if (Object.keys(config).every((name) => name === 'integrations')) onlyStele.add(merged);
  return merged;
}

/** Whether a configuration has integrations besides Stele's. */
export function hasOtherIntegrations({ integrations = [] }: AstroInlineConfig): boolean {
  const all = integrations.flat(2).filter((entry) => typeof entry === 'object' && entry !== null);
  return all.some((entry) => (entry as { name?: string }).name !== 'stele');
}

/** Whether `astro.config.mjs` sets nothing besides Stele's integration. */
export function isOnlyStele(config: AstroInlineConfig): boolean {
  return onlyStele.has(config) && !hasOtherIntegrations(config);
}

/** Configurations whose file sets nothing besides integrations. */
const onlyStele = new WeakSet<AstroInlineConfig>();
