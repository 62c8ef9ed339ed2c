// A site that the dev server serves: pages, a component of the site's own, assets, public files and secrets.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startDev, type RunningDev } from '../cli/start-dev.ts';
import { removeFolder, repository } from '../site/run-stele.ts';

/** The base path of the site. */
export const base = '/docs/';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = {
  'site.yaml':
    'title: Secret site\nlanguages: [js, go]\ncomponents: { Widget: _widget.astro }\nredirects: { /old: /guides/a }\n',
  'index.mdx': '---\ntitle: Home\n---\n\n[A](/guides/a)\n\n![A dot](./shown.png)\n\n<Widget />\n',
  'guides/a.mdx': '---\ntitle: A\n---\n\nText one.\n',
  'guides/café au lait.mdx': '---\ntitle: Café\n---\n\nText two.\n',
  'guides/long.md': `# Long\n\n${'Words of it.\n\n'.repeat(5000)}`,
  'door.mdx': '---\nreference: { js: [{ key: Door, id: door, properties: [] }] }\n---\n\n# Door\n',
  '_widget.astro':
    '---\n---\n\n<p class="w">w</p>\n<style>.w { color: red; }</style>\n' +
    '<script>import { two } from "./_two.ts"; console.log(two);</script>\n',
  '_two.ts': 'export const two: number = 2;\n',
  'shown.png': pixel,
  'unused.png': pixel,
  '.env': 'TOKEN=hunter2\n',
  'guides/.a.swp': 'TOKEN=hunter2\n',
};
const publicFiles = {
  '.well-known/security.txt': 'Contact: x\n',
  'files/list.csv': 'a,b\n',
  'robots.txt': 'User-agent: mine\n',
  'demo/index.html': '<p>Demo</p>',
  '.env': 'TOKEN=hunter2\n',
  'files/.DS_Store': 'TOKEN=hunter2\n',
};

export interface DevSite {
  readonly dev: RunningDev;
  /** The content folder. */
  readonly content: string;
  /** Stops the server and removes the site. */
  stop(): Promise<void>;
}

/** Writes the site and starts `stele dev` on it. */
export async function startDevSite(): Promise<DevSite> {
  // Astro finds styles and scripts of components only if they share a folder with Stele.
  mkdirSync(join(repository, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(repository, '.cache/dev-'));
  const content = join(folder, 'content');
  writeFiles(content, files);
  writeFiles(join(folder, 'public'), publicFiles);
  const dev = await startDev(folder, { args: ['--base', base] });
  return {
    dev,
    content,
    stop: async () => {
      await dev.stop();
      removeFolder(folder);
    },
  };
}

function writeFiles(folder: string, texts: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
