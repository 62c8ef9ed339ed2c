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
  return { ...captured, client: relativeStyles(readFolder(outDir, programFolder), config.base ?? '/') };
}

/**
 * Makes the addresses in the styles of a site's own components relative to the style sheet. Vite writes them with the
 * base path, and a site works under any path.
 */
function relativeStyles(client: ReadonlyMap<string, Uint8Array>, base: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map(client);
  for (const [path, bytes] of client) {
    const absolute = `url(${base}_stele/`;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!path.endsWith('.css') || !text.includes(absolute)) continue;
    files.set(path, Buffer.from(text.toString('utf8').replaceAll(absolute, 'url(./')));
  }
  return files;
}
