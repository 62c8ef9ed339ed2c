// A content folder → a site that follows its files: compiled again on every change, drawn page by page by Astro.

import { dev } from 'astro';
import type { ViteDevServer } from 'vite';
import type { SiteData } from '../model/index.ts';
import { isBodyModule } from './bodies.ts';
import { stele } from './integration.ts';
import { rootFolder } from './root.ts';
import { shareContentFolder, shareSiteData } from './site-module.ts';

export interface DevOptions {
  /** Absolute path of the folder that the site was compiled from. */
  readonly contentFolder: string;
  readonly base: string;
  readonly port?: number;
  readonly host?: string;
}

/** A running dev server. */
export interface DevServer {
  readonly url: string;
  /** Draws another state of the site from now on, and reloads open pages. */
  update(data: SiteData): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Astro's dev server on a compiled site. */
export async function devSite(data: SiteData, options: DevOptions): Promise<DevServer> {
  let addresses = addressesOf(data);
  process.env['NODE_ENV'] = 'development';
  shareContentFolder(options.contentFolder);
  shareSiteData(data);
  let vite: ViteDevServer | undefined;
  const start = (): ReturnType<typeof dev> =>
    dev({
      root: rootFolder,
      ...(data.isUntrusted ? { configFile: false as const, integrations: [stele()] } : {}),
      base: options.base,
      logLevel: 'warn',
      server: { ...(options.port === undefined ? {} : { port: options.port }), host: options.host ?? false },
      vite: { plugins: [{ name: 'stele:dev', configureServer: (server) => void (vite = server) }] },
    });
  let server = await start();
  return {
    get url() {
      return `http://localhost:${server.address.port}${options.base}`;
    },
    async update(next) {
      shareSiteData(next);
      const nextAddresses = addressesOf(next);
      if (nextAddresses === addresses) {
        invalidateBodies(vite!);
        vite!.ws.send({ type: 'full-reload' });
        return;
      }
      // Astro remembers the addresses of a route, and Vite what it made of modules, for the life of the server.
      addresses = nextAddresses;
      await server.stop();
      server = await start();
    },
    stop: () => server.stop(),
  };
}

function addressesOf(data: SiteData): string {
  const all = [...data.addresses, ...data.lists, ...data.redirects.map(({ address }) => address)];
  const own = [...data.parts, ...data.components];
  const components = own.map(([name, path]) => `${name}:${path}`);
  return [...all.map(({ language, route }) => `${language ?? ''}:${route}`), ...components, JSON.stringify(data.fonts), data.accent].join('\n');
}

function invalidateBodies(vite: ViteDevServer): void {
  for (const environment of Object.values(vite.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (isBodyModule(id)) environment.moduleGraph.invalidateModule(module);
    }
  }
}
