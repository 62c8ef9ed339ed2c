// What a site brings itself beside its text: components, files that pages show, and a colour.

import { join } from 'node:path';
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
      const imports = names.map(([name, path]) => `import ${name} from ${JSON.stringify(join(sharedContentFolder(), path))};`);
      return `${imports.join('\n')}\nexport const customComponents = { ${names.map(([name]) => name).join(', ')} };\n`;
    },
  };
}

/** Adds the site's accent to the stylesheet. On dark ground it is lightened, so that it can be read there too. */
export function accentPlugin(): Plugin {
  return {
    name: 'stele:accent',
    enforce: 'pre',
    transform(code, id) {
      const accent = sharedSiteData()?.accent;
      // `?url` is the module that tells the stylesheet's address, not the stylesheet.
      const isStyle = /\/src\/site\/styles\/site\.css(?:\?(?!url\b)|$)/.test(id.replaceAll('\\', '/'));
      if (accent === undefined || !isStyle) return undefined;
      return `${code}\n${accentRules(accent)}`;
    },
  };
}

function accentRules(accent: string): string {
  const onDark = `color-mix(in srgb, ${accent} 55%, #fff)`;
  const ground = 'color-mix(in srgb, var(--accent) 10%, var(--ground))';
  return `:root { --accent: light-dark(${accent}, ${onDark}); --accent-ground: ${ground}; }\n`;
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
    icons ??= drawIcons(sharedContentFolder(), sharedSiteData()!);
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
    readAsset(sharedContentFolder(), path).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  };
}
