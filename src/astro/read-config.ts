// `astro.config.mjs` of this package → Astro's configuration. If Astro cannot load the file, it tries another way, and
// may continue with only some of the modules. Loading it here reports an error of the disk as such.

import { pathToFileURL } from 'node:url';
import { mergeConfig } from 'astro/config';
import type { AstroInlineConfig, AstroUserConfig } from 'astro';
import { stele } from './integration.ts';
import { configFile } from './root.ts';

/**
 * Returns the configuration of the file, with some options replaced.
 * @param isUntrusted whether to use only Stele's integration and ignore the file, which may belong to untrusted content
 * @throws the errors of the file, and the system's error if the file or one of its modules cannot be read
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
