// Stele as an Astro integration: one route for every address, data page by page through virtual modules,
// bodies compiled by @astrojs/mdx from trees that the core has decided.

import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openProject, openSite, writePictures, writeSiteFiles } from '../project/index.ts';
import { bodyPlugin, remarkBody } from './bodies.ts';
import { farPartsPlugin } from './far-parts.ts';
import { refuseOtherAstro } from './refuse-other-astro.ts';
import { inlineScriptPlugin } from './inline-script.ts';
import { lateFilesPlugin, relativeFilesPlugin } from './late-files.ts';
import { componentsPlugin, partsPlugin } from './own-parts.ts';
import { twinsMaker, writeAllTwins } from './pages/twin-writer.ts';
import { servePublished } from './published.ts';
import { ownStylePlugin } from './own-style.ts';
import {
  isCompiling,
  shareContentFolder,
  shareDrawing,
  sharedDrawing,
  sharedContentFolder,
  hasOwnCode,
  sharedSiteData,
  shareSiteData,
  siteModulePlugin,
} from './site-module.ts';

const siteFolder = new URL('../site/', import.meta.url);

/** Options of the integration. */
export interface SteleOptions {
  /** Content folder, relative to the folder that Astro runs in; `content` by default. */
  readonly content?: string;
}

/**
 * Stele as an integration of Astro. The type does not name Astro's own types: sites without Astro use the other
 * functions of this package.
 */
export interface SteleIntegration {
  readonly name: 'stele';
  /** The functions that Astro calls while it starts and builds. */
  // oxlint-disable-next-line typescript/no-explicit-any -- Astro's types are not named
  readonly hooks: Readonly<Record<string, (options: any) => Promise<void> | void>>;
}

/**
 * The integration for `astro.config.mjs`: pages of the content folder beside those of the project. Run by the `stele`
 * command it draws the site that the command has compiled; run by Astro itself it compiles the content folder first.
 * @param options where the content is
 * @throws in Astro's start: Error if the project has another major version of Astro, NoContent if there is no content
 * @example
 * import { defineConfig } from 'astro/config';
 * import { stele } from 'stele';
 *
 * export default defineConfig({ integrations: [stele({ content: 'content' })] });
 */
export function stele({ content = 'content' }: SteleOptions = {}): SteleIntegration {
  const integration: AstroIntegration = {
    name: 'stele',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig }) => {
        await refuseOtherAstro(config.root);
        const isOwnRun = sharedSiteData() === undefined;
        if (isOwnRun) {
          const project = await openProject(content);
          shareContentFolder(project.folder);
          shareSiteData(await openSite(project));
        }
        const mayFail = isOwnRun && command === 'build' && hasOwnCode(sharedSiteData()!);
        // Astro prints the stack of an error in code of the site: with maps, it names the file and the line.
        if (mayFail) process.setSourceMapsEnabled(true);
        const base = config.base.replace(/\/*$/, '/');
        if (!isCompiling()) shareDrawing({ base, assetBase: base, isServed: command === 'dev' });
        injectRoute({ pattern: '/404', entrypoint: new URL('routes/404.astro', siteFolder), prerender: true });
        injectRoute({
          pattern: '/[...address]',
          entrypoint: new URL('routes/page.astro', siteFolder),
          prerender: true,
        });
        updateConfig({
          trailingSlash: 'always',
          build: { format: 'directory', assets: '_stele', inlineStylesheets: 'never' },
          compressHTML: 'jsx',
          devToolbar: { enabled: false },
          // Without code, nothing has to be compiled: the view of a page holds its body.
          integrations: sharedSiteData()!.mayRunCode ? [await compiledBodies()] : [],
          vite: {
            plugins: [
              siteModulePlugin(),
              bodyPlugin(),
              componentsPlugin(),
              partsPlugin(),
              farPartsPlugin(config.root),
              ownStylePlugin(),
              inlineScriptPlugin(),
              lateFilesPlugin(),
            ],
            // Without this, Vite runs a configuration of PostCSS that it finds in any folder above.
            css: { postcss: { plugins: hasOwnCode(sharedSiteData()!) ? [parseStyles] : [] } },
            build: { assetsInlineLimit: 0 },
            ...(mayFail ? { environments: inlineMaps } : {}),
            worker: {
              format: 'es',
              plugins: () => [relativeFilesPlugin()],
              rolldownOptions: {
                output: { entryFileNames: '_stele/[name].[hash].js', chunkFileNames: '_stele/[name].[hash].js' },
              },
            },
            server: { fs: { allow: [fileURLToPath(siteFolder), sharedContentFolder()] } },
          },
        });
      },
      'astro:server:setup': ({ server }) => void server.middlewares.use(servePublished(sharedDrawing().base)),
      'astro:build:done': async ({ dir }) => {
        if (isCompiling()) return;
        const [data, out] = [sharedSiteData()!, fileURLToPath(dir)];
        await writeAllTwins(data, out);
        await writePictures(sharedContentFolder(), data, out);
        await writeSiteFiles(data, sharedContentFolder(), out, sharedDrawing().base, undefined, twinsMaker(data));
      },
    },
  };
  return integration as SteleIntegration;
}

/** Maps in the program that draws pages, which Astro removes after the build. */
const inlineMaps = { prerender: { build: { rolldownOptions: { output: { sourcemap: 'inline' } } } } } as const;

/** With any plugin, Vite parses style sheets, and reports a mistake in one of the site's own with its place. */
const parseStyles = { postcssPlugin: 'stele' };

/** The compiler of bodies that contain code. It takes the trees that the core has decided. */
async function compiledBodies(): Promise<AstroIntegration> {
  const [{ default: mdx }, { unified }] = await Promise.all([
    import('@astrojs/mdx'),
    import('@astrojs/markdown-remark'),
  ]);
  return mdx({
    extendMarkdownConfig: false,
    // Ids of footnotes begin with `-`, as all that are not an author's.
    processor: unified({
      remarkPlugins: [remarkBody],
      remarkRehype: { clobberPrefix: '-' },
      gfm: false,
      smartypants: false,
    }),
    optimize: true,
  });
}
