// Writes the site of a pull request into a folder, checked and marked as a preview, so that the tool of a host can
// upload it. Such a host gives each preview an address of its own, where its scripts cannot act on the published site.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { markPage, type Preview } from './publish-preview.ts';
import { readSite } from './read-site.ts';

/** Files that change the host, such as redirects to other sites. A preview has none. */
const hostFiles = /^(?:_headers|_redirects|_worker\.js|functions\/.*|CNAME|vercel\.json|netlify\.toml)$/;

/**
 * Writes a preview into a new or empty folder.
 * @returns what was done, as a sentence
 * @throws SiteRefused; the system's error
 */
export async function stagePreview(preview: Preview, into: string): Promise<string> {
  const files = (await readSite(preview.site, preview.bounds)).filter(({ path }) => !hostFiles.test(path));
  for (const { path, source } of files) {
    const place = join(into, path);
    await mkdir(dirname(place), { recursive: true });
    if (!/\.html?$/i.test(path)) await copyFile(source, place);
    else {
      const html = await readFile(source, 'utf8');
      await writeFile(place, markPage(html, path, preview));
    }
  }
  for (const [path, text] of preview.pages ?? []) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await writeFile(join(into, path), text);
  }
  return `Wrote ${files.length} files for the host.`;
}
