// Compiles the templates of the staged package for sites without components of their own, and puts them into it.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BundledTemplates } from '../../src/astro/templates/templates.ts';
import type { ShippedList } from '../../src/astro/templates/shipped-templates.ts';

/**
 * Writes `dist/templates`.
 * @param folder folder of the staged package; the packages that it uses are above it
 */
export async function shipTemplates(folder: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'stele-templates-'));
  try {
    const { made, compilerFiles } = await compileTemplates(folder, scratch);
    // Astro writes the folders of this machine into its program, as names that nothing opens, and into comments.
    const isOwn = (text: string): string =>
      [
        [scratch, '/stele-build'],
        [folder, '/stele'],
      ].reduce(
        (all, [path, name]) => all.replaceAll(path!, name!),
        text.replace(/^\s*\/\/(?:#(?:region|endregion)|\s\.\.?\/).*\n/gm, ''),
      );
    const files = [
      ...[...made.server].map(
        ([path, bytes]) => [`server/${path}`, isOwn(Buffer.from(bytes).toString('utf8'))] as const,
      ),
      ...[...made.client].map(([path, bytes]) => [`client/${path}`, bytes] as const),
    ];
    const { entry, pages, scripts } = made;
    const own = made.sources.map(([path]) => relative(folder, path)).filter((path) => !path.startsWith('..'));
    const names = [...new Set([...own, ...compilerFiles, 'astro.config.mjs'])].filter((path) => !isAbsolute(path));
    const sources = await Promise.all(
      names.sort().map(async (path) => [path, await hashOf(join(folder, path))] as const),
    );
    const list: ShippedList = { entry, pages, scripts, sources };
    for (const [path, data] of [...files, ['list.json', `${JSON.stringify(list, undefined, 1)}\n`] as const]) {
      const file = join(folder, 'dist/templates', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, data);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Compiles with the code of the package itself, not with that of this repository. */
async function compileTemplates(
  folder: string,
  scratch: string,
): Promise<{ readonly made: BundledTemplates; readonly compilerFiles: readonly string[] }> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(folder, 'dist', path)).href);
  const project = (await load('project/index.js')) as typeof import('../../src/project/index.ts');
  const shared = (await load('astro/site-module.js')) as typeof import('../../src/astro/site-module.ts');
  const kept = (await load(
    'astro/templates/kept-templates.js',
  )) as typeof import('../../src/astro/templates/kept-templates.ts');
  const { isWhole } = (await load(
    'astro/templates/whole-templates.js',
  )) as typeof import('../../src/astro/templates/whole-templates.ts');
  const offline = (await load('astro/offline.js')) as typeof import('../../src/astro/offline.ts');
  offline.keepAstroOffline();
  process.env['NODE_ENV'] = 'production';
  const content = join(scratch, 'content');
  await mkdir(content);
  await writeFile(join(content, 'index.md'), '# Templates\n');
  shared.shareContentFolder(content);
  shared.shareSiteData(await project.openSite(await project.openProject(content), false));
  const { compileWithAstro } = (await load(
    'astro/build-with-astro.js',
  )) as typeof import('../../src/astro/build-with-astro.ts');
  const outDir = join(scratch, 'site');
  const compiled = await compileWithAstro({ outDir, base: '/', assetBase: '/', isUntrusted: false });
  if (compiled.kind !== 'templates' || !isWhole(compiled.templates))
    throw new Error('Astro compiled no whole templates.');
  return { made: compiled.templates, compilerFiles: kept.listCompilerFiles().map((path) => `dist/${path}`) };
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('base64url');
}
