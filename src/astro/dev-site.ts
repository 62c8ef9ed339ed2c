// A content folder → a site that follows its files: compiled again on every change, drawn page by page by Astro.

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
  /** Port to listen on; where it is absent, the first free one from 4321. */
  readonly port?: number;
  readonly host?: string;
  /** Called with what went wrong in drawing. */
  readonly onError: (error: unknown) => void;
}

/** A running dev server. */
export interface DevServer {
  readonly url: string;
  /**
   * Draws another state of the site from now on, and reloads open pages.
   * @param changed absolute paths of files that changed: the site's own components may be among them
   */
  update(data: SiteData, changed: Iterable<string>): void;
  stop(): Promise<void>;
}

/**
 * Starts Astro's dev server on a compiled site.
 * @throws ListenFailed
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
  // Vite would end the process itself, with its own exit code: the command decides when to stop.
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

/** Puts the gate before everything that Vite and Astro answer. */
function guard({ base, host, onError }: DevOptions, onStart: (server: ViteDevServer) => void): Plugin {
  return {
    name: 'stele:dev',
    configureServer: {
      // After Astro, which puts middleware of its own in front of all others.
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

/** Recognizes Vite's own error for a port in use. */
function explainStart(error: unknown, port: number, host: string | undefined): unknown {
  const isTaken = error instanceof Error && /^Port \d+ is already in use$/.test(error.message);
  return explainListen(isTaken ? { code: 'EADDRINUSE' } : error, port, host);
}

/**
 * Makes Vite forget what it made of the site: its virtual modules, the stylesheet that holds the site's own choices,
 * files that changed, and all that imports these, the route of pages among them. Astro then asks for addresses anew.
 */
function forgetModules(vite: ViteDevServer, changed: ReadonlySet<string>): void {
  for (const { moduleGraph } of Object.values(vite.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (isSiteModule(id) || changed.has(module.file ?? '')) moduleGraph.invalidateModule(module);
    }
  }
}
