// `package.json` of the repository → the one of the npm package: without scripts and development tools, with the
// command and the public files.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedGrammars } from './ship-grammars.ts';

/** The oldest Node that the package runs on: that of its dependencies. */
const engines = { node: '>=22.12.0' };

/** @param folder folder of the staged package */
export async function writeManifest(root: string, folder: string): Promise<void> {
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const { name, version, description, license, type } = own;
  const all = Object.entries(own['dependencies'] as Readonly<Record<string, string>>);
  const isOfAstro = ([each]: readonly [string, string]): boolean => each === 'astro' || each.startsWith('@astrojs/');
  const peers = all.filter(isOfAstro).map(([each, exact]): [string, string] => [each, `^${exact}`]);
  const manifest = {
    name,
    version,
    description,
    keywords: ['documentation', 'reference', 'sdk', 'astro', 'astro-integration', 'static-site-generator'],
    license,
    type,
    engines,
    // Yarn with Plug'n'Play keeps packages in archives, and native code reads a file of this one.
    preferUnplugged: true,
    bin: { stele: 'dist/cli/bin.js' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './components/*.astro': './dist/site/components/*.astro',
      './schemas/*': './docs/schemas/*',
      './package.json': './package.json',
    },
    files: ['astro.config.mjs', 'CHANGELOG.md', 'dist', 'docs'],
    dependencies: Object.fromEntries(all.filter((entry) => !isOfAstro(entry) && !shippedGrammars.includes(entry[0]))),
    // Only components and code of a site's own, and Astro projects, need Astro, with about 200 packages and 115 MB.
    peerDependencies: Object.fromEntries(peers),
    peerDependenciesMeta: Object.fromEntries(peers.map(([each]) => [each, { optional: true }])),
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
