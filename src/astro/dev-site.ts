// A compiled site → a dev server. Astro draws a page when it is requested. After a change, the caller passes the site
// that it compiled again.

import type { Plugin, ViteDevServer } from 'vite';
import type { SiteData } from '../compiler/model/index.ts';
import { explainListen, firstPort, guardUpgrades, loopback, originOfServer } from '../serve/index.ts';
import { failQuietly, gate } from './dev-gate.ts';
import { stele } from './integration.ts';
import { keepAstroOffline } from './offline.ts';
import { noPublicFolder, rootFolder } from './root.ts';
import { isSiteModule, shareContentFolder, sharedSiteData, shareSiteData } from './site-module.ts';

export interface DevOptions {
  /** Absolute path of the folder that the site was compiled from. */
  readonly contentFolder: string;
  readonly base: string;
  /** Port to listen on; if it is absent, the first free port from 4321. */
  readonly port?: number;
  readonly host?: string;
  /** Called with each error in drawing. */
  readonly onError: (error: unknown) => void;
}

/** A running dev server. */
export interface DevServer {
  readonly url: string;
  /**
   * Replaces the site by a newer state, and reloads open pages.
   * @param changed absolute paths of files that changed, which may include the site's own components
   */
  update(data: SiteData, changed: Iterable<string>): void;
  stop(): Promise<void>;
}

/**
 * Starts Astro's dev server on a compiled site.
 * @throws ListenFailed if the server cannot listen on the port
 */
export async function devSite(data: SiteData, options: DevOptions): Promise<DevServer> {
  const { base, port, host } = options;
  keepAstroOffline();
  process.env['NODE_ENV'] = 'development';
  shareContentFolder(options.contentFolder);
  shareSiteData(data);
  let vite: ViteDevServer | undefined;
  const known = new Set(process.listeners('SIGTERM'));
  const { dev } = await import('astro');
  const server = await dev({
    root: rootFolder,
    publicDir: noPublicFolder,
    ...(data.isUntrusted ? { configFile: false as const, integrations: [stele()] } : {}),
    base,
    logLevel: 'warn',
    server: { port: port ?? firstPort, host: host ?? loopback, allowedHosts: true },
    vite: {
      plugins: [guard(options, (started) => void (vite = started))],
      server: { strictPort: port !== undefined, cors: false },
    },
  }).catch((error: unknown) => {
    throw explainStart(error, port ?? firstPort, host);
  });
  // Vite would end the process with its own exit code. But the command decides when to stop.
  for (const listener of process.listeners('SIGTERM')) if (!known.has(listener)) process.off('SIGTERM', listener);
  return {
    url: originOfServer(server.address.port, host) + base,
    update(next, changed) {
      shareSiteData(next);
      forgetModules(vite!, new Set(changed));
      vite!.ws.send({ type: 'full-reload' });
    },
    stop: () => server.stop(),
  };
}

/** Inserts the gate before the middleware of Vite and Astro. */
function guard({ base, host, onError }: DevOptions, onStart: (server: ViteDevServer) => void): Plugin {
  return {
    name: 'stele:dev',
    configureServer: {
      // Insert it after Astro has inserted its own middleware at the front.
      order: 'post',
      handler: (server) => {
        onStart(server);
        guardUpgrades(server.httpServer!, host);
        return () => {
          const handle = gate(server, { base, host, site: () => sharedSiteData()! });
          server.middlewares.stack.unshift({ route: '', handle });
          server.middlewares.use(failQuietly(onError));
        };
      },
    },
  };
}

/** Turns Vite's error for a port in use into `ListenFailed`. */
function explainStart(error: unknown, port: number, host: string | undefined): unknown {
  const isTaken = error instanceof Error && /^Port \d+ is already in use$/.test(error.message);
  return explainListen(isTaken ? { code: 'EADDRINUSE' } : error, port, host);
}

/**
 * Removes modules from Vite's cache: the virtual modules, the stylesheet with the site's own styles, changed files, and
 * all modules that import these, including the route of pages. Astro then reads the addresses again.
 */
function forgetModules(vite: ViteDevServer, changed: ReadonlySet<string>): void {
  for (const { moduleGraph } of Object.values(vite.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (isSiteModule(id) || changed.has(module.file ?? '')) moduleGraph.invalidateModule(module);
    }
  }
}
