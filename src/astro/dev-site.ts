// A compiled site → a dev server. Astro draws a page when it is requested. After a change, the caller passes the site
// that it compiled again.

import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import type { SiteData } from '../compiler/model/index.ts';
import { explainListen, firstPort, guardUpgrades, loopback, originOfServer } from '../serve/index.ts';
import { failQuietly, gate, type GateOptions } from './dev-gate.ts';
import { watchDamage, watchFailures } from './held-pages.ts';
import { stele } from './integration.ts';
import { moduleOf } from './module-names.ts';
import { keepAstroOffline } from './offline.ts';
import { refuseOtherAstro } from './refuse-other-astro.ts';
import { noPublicFolder, rootFolder } from './root.ts';
import {
  isSiteModule,
  shareContentFolder,
  shareDrawing,
  sharedDrawing,
  sharedSiteData,
  shareSiteData,
} from './site-module.ts';

export interface DevOptions {
  /** Absolute path of the folder that the site was compiled from. */
  readonly contentFolder: string;
  readonly base: string;
  /** Port to listen on; if it is absent, the first free port from 4321. */
  readonly port?: number;
  readonly host?: string;
  /** Called with each error in drawing. */
  readonly onError: (error: unknown) => void;
  /** Names the state of the site, for pages that follow changes. */
  readonly version: string;
  /** Answers requests that only a dev server has (`GateOptions`). */
  readonly answerOwn: GateOptions['answerOwn'];
  /** Chooses what is shown at a path (`GateOptions`). */
  readonly choosePage: GateOptions['choosePage'];
}

/** A running dev server of Astro's. */
export interface AstroServer {
  /** `http://localhost:4321`, without a `/` at its end. */
  readonly origin: string;
  readonly port: number;
  /**
   * Replaces the site by a newer state.
   * @param changed absolute paths of files that changed, which may include the site's own components
   * @param version names the state
   * @returns whether code of the site has changed, so that pages must be loaded again
   */
  update(data: SiteData, changed: Iterable<string>, version: string): boolean;
  stop(): Promise<void>;
}

/**
 * Starts Astro's dev server on a compiled site.
 * @throws ListenFailed if the server cannot listen on the port
 */
export async function devSite(data: SiteData, options: DevOptions): Promise<AstroServer> {
  const { base, port, host } = options;
  keepAstroOffline();
  process.env['NODE_ENV'] = 'development';
  shareContentFolder(options.contentFolder);
  shareSiteData(watchDamage(data));
  let vite: ViteDevServer | undefined;
  const known = new Set(process.listeners('SIGTERM'));
  await refuseOtherAstro(pathToFileURL(rootFolder));
  const { dev } = await import('astro');
  const server = await dev({
    root: rootFolder,
    publicDir: noPublicFolder,
    ...(data.isUntrusted ? { configFile: false as const, integrations: [stele()] } : {}),
    base,
    // Errors in drawing are told as findings.
    logLevel: 'silent',
    server: { port: port ?? firstPort, host: host ?? loopback, allowedHosts: true },
    vite: {
      plugins: [guard(options, (started) => void (vite = started))],
      // Stele shows findings over pages itself.
      server: { strictPort: port !== undefined, cors: false, hmr: { overlay: false } },
    },
  }).catch((error: unknown) => {
    throw explainStart(error, port ?? firstPort, host);
  });
  shareDrawing({ ...sharedDrawing(), version: options.version });
  // Vite would end the process with its own exit code. But the command decides when to stop.
  for (const listener of process.listeners('SIGTERM')) if (!known.has(listener)) process.off('SIGTERM', listener);
  return {
    origin: originOfServer(server.address.port, host),
    port: server.address.port,
    update(next, changed, version) {
      shareSiteData(watchDamage(next));
      shareDrawing({ ...sharedDrawing(), version });
      return forgetModules(vite!, new Set([...changed].map((file) => moduleOf(file))));
    },
    stop: () => server.stop(),
  };
}

/** Inserts the gate before the middleware of Vite and Astro. */
function guard(
  { base, host, onError, answerOwn, choosePage }: DevOptions,
  onStart: (server: ViteDevServer) => void,
): Plugin {
  return {
    name: 'stele:dev',
    configureServer: {
      // Insert it after Astro has inserted its own middleware at the front.
      order: 'post',
      handler: (server) => {
        onStart(server);
        watchFailures(server);
        guardUpgrades(server.httpServer!, host);
        return () => {
          const handle = gate(server, { base, host, site: () => sharedSiteData()!, answerOwn, choosePage });
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
 * @returns whether a changed file is a module
 */
function forgetModules(vite: ViteDevServer, changed: ReadonlySet<string>): boolean {
  let hasCode = false;
  for (const { moduleGraph } of Object.values(vite.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      const isChanged = changed.has(module.file ?? '');
      hasCode ||= isChanged;
      if (isSiteModule(id) || isChanged) moduleGraph.invalidateModule(module);
    }
  }
  return hasCode;
}
