// What a site brings itself beside its text: components, in bodies and in place of parts, and files that pages show.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { drawIcons, readAsset } from '../project/index.ts';
import { sharedContentFolder, sharedSiteData } from './site-module.ts';

const componentsId = 'virtual:stele/components';

/** The virtual module of the site's own components, by the names that bodies have for them. */
export function componentsPlugin(): Plugin {
  return {
    name: 'stele:components',
    resolveId: (id) => (id === componentsId ? `\0${componentsId}` : undefined),
    load(id) {
      if (id !== `\0${componentsId}`) return undefined;
      const names = [...sharedSiteData()!.components];
      const imports = names.map(([name, path]) => `import ${name} from ${JSON.stringify(join(sharedContentFolder(), sharedSiteData()!.placeOf(path)))};`);
      return `${imports.join('\n')}\nexport const customComponents = { ${names.map(([name]) => name).join(', ')} };\n`;
    },
  };
}

const partsFolder = fileURLToPath(new URL('../site/components/', import.meta.url));

/**
 * Puts files of the site in place of parts of its pages, wherever those are imported; the file itself may import the
 * part that it stands for.
 */
export function partsPlugin(): Plugin {
  return {
    name: 'stele:parts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const { parts, placeOf } = sharedSiteData()!;
      const name = /([A-Z]\w*)\.astro$/.exec(source)?.[1];
      const path = name === undefined ? undefined : parts.get(name);
      if (path === undefined || importer === undefined) return undefined;
      const own = join(sharedContentFolder(), placeOf(path));
      if (importer.split('?')[0] === own) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === join(partsFolder, `${name}.astro`) ? own : undefined;
    },
  };
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  woff2: 'font/woff2',
};

/** Serves the icons of browser tabs, drawn when they are first asked for. */
export function serveIcons(base: string): Connect.NextHandleFunction {
  let icons: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  return (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(base.length);
    if (!/^(?:favicon\.(?:svg|ico)|apple-touch-icon\.png)$/.test(path)) {
      next();
      return;
    }
    icons ??= drawIcons(sharedSiteData()!);
    icons.then((drawn) => {
      response.setHeader('Content-Type', types[/[^.]*$/.exec(path)![0]]!);
      response.end(drawn.get(path));
    }, next);
  };
}

/** Serves the files that pages show, and no others, from the content folder. */
export function serveAssets(base: string): Connect.NextHandleFunction {
  const prefix = `${base}_content/`;
  return (request, response, next) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    const path = address.startsWith(prefix) ? decodeURIComponent(address.slice(prefix.length)) : undefined;
    if (path === undefined || !sharedSiteData()?.assets.includes(path)) {
      next();
      return;
    }
    const extension = /[^.]*$/.exec(path)![0].toLowerCase();
    response.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    readAsset(sharedContentFolder(), sharedSiteData()!.placeOf(path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  };
}
