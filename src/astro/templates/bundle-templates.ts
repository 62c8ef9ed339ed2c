// Compiles the templates of a site with Astro and Vite.

import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import { shareCompiling } from '../site-module.ts';
import { inFolder, withoutTypes } from './in-folder.ts';
import { readFolder } from '../../project/index.ts';
import { captureTemplates, programFolder, type Captured } from './capture.ts';
import type { BundledTemplates } from './templates.ts';

/**
 * Compiles the templates of the shared site.
 * @param config Astro's configuration, with Stele's integration
 * @param scratch folder for files that Astro needs while it builds
 * @throws what a component of the site, Vite or the disk throws
 */
export async function bundleTemplates(config: AstroInlineConfig, scratch: string): Promise<BundledTemplates> {
  const outDir = join(scratch, 'templates');
  let captured: Captured | undefined;
  const capture = captureTemplates(outDir, (found) => void (captured = found));
  const integrations = [...(config.integrations ?? []), capture];
  shareCompiling(true);
  try {
    await inFolder(scratch, () => build({ ...config, outDir, integrations }, withoutTypes));
  } finally {
    shareCompiling(false);
  }
  if (captured === undefined) throw new Error('Astro compiled no templates');
  return { ...captured, client: readFolder(outDir, programFolder) };
}
