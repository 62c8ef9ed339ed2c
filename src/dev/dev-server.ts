// A compiled site that changes → a server for browsers, whose open pages follow the changes. Stele draws pages itself
// with compiled templates. Sites with code of their own are drawn by Astro's dev server.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { devSite, hasOwnCode, openPageServer, type PageToDraw } from '../astro/index.ts';
import { countFindings, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { ChangeMessage, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import { sendText, startServer } from '../serve/index.ts';
import { answerRequest } from './answer-request.ts';
import { AwaitedPages } from './awaited-pages.ts';
import { ChangeChannel, channelPath } from './change-channel.ts';
import { drawFailurePage, FailedPages } from './failed-pages.ts';
import { LastGoodPages } from './last-good-pages.ts';
import { PageFinder } from './page-finder.ts';
import { viewFindings, type FindingPlaces } from './view-findings.ts';

/** A compiled state of the content. */
export interface SiteState {
  readonly data: SiteData;
  readonly resolved: ResolvedModel;
  /** Files such as pictures that have changed since the last state. Their names in pages are the same as before. */
  readonly changedFiles: readonly string[];
  /** False if only pages can be drawn, and drawing may fail. A whole state follows soon. */
  readonly isWhole: boolean;
}

export interface DevOptions extends FindingPlaces {
  /** Path that the site is served under, encoded as in addresses, with `/` at both ends. */
  readonly base: string;
  /** Port to listen on; if it is absent, the first free one from 4321. */
  readonly port: number | undefined;
  readonly host: string | undefined;
  /** Called with each error that is not one of drawing a page. */
  readonly onError: (error: unknown) => void;
  /** The finding for an error of the site's own code, on a page by its path below the top of the site. */
  readonly findFailure: (error: unknown, page: string) => Promise<Diagnostic>;
  /** Called if a page cannot be drawn, with its finding; without one, if a page with such a finding is drawn again. */
  readonly onFailure: (found: Diagnostic | undefined, before: Diagnostic | undefined) => void;
}

/** A running dev server. */
export interface DevServer {
  readonly url: string;
  /**
   * Shows a newer state in all open pages. Resolves when they have their new form, but waits only for a moment.
   * @param changed absolute paths of files that changed
   */
  show(state: SiteState, changed: Iterable<string>): Promise<void>;
  /** Shows findings in all open pages, in place of earlier ones. */
  tell(diagnostics: readonly Diagnostic[]): void;
  /** Routes of the pages that are open in browsers. */
  openRoutes(): readonly string[];
  stop(): Promise<void>;
}

/** The part of a server that depends on how pages are drawn. */
interface Engine {
  readonly origin: string;
  readonly port: number;
  readonly isAstro: boolean;
  /** Shows the current state. Returns why open pages must be loaded again, if they must. */
  update(changed: Iterable<string>): string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts a dev server.
 * @throws ListenFailed if the server cannot listen on the port; what Vite or the disk throws
 */
export async function startDevServer(first: SiteState, options: DevOptions): Promise<DevServer> {
  const { base } = options;
  const id = randomBytes(4).toString('hex');
  let number = 0;
  let state = first;
  let setWhole = (): void => {};
  const isWhole = new Promise<void>((done) => void (setWhole = done));
  if (first.isWhole) setWhole();
  let diagnostics: readonly Diagnostic[] = [];
  const version = (): string => `${id}.${number}`;
  const finder = new PageFinder();
  const findPage = finder.find.bind(finder);
  const routeAt = (path: string): string | undefined => findPage(state.data, path)?.route;
  /** What open pages are told of the findings, by file of the page; made again when the findings change. */
  const told = new Map<string | undefined, Pick<ChangeMessage, 'findings' | 'counted'>>();
  const channel = new ChangeChannel((path) => {
    const failed = failures.at(path);
    if (failed !== undefined) {
      const all = [failed, ...diagnostics];
      return { version: version(), findings: viewFindings(all, failed.file, options), counted: countFindings(all) };
    }
    const own = diagnostics.length === 0 ? undefined : state.resolved.pages.get(routeAt(path) ?? '/')?.page.file.path;
    const view = told.get(own) ?? {
      findings: viewFindings(diagnostics, own, options),
      counted: countFindings(diagnostics),
    };
    told.set(own, view);
    return { version: version(), ...view };
  });
  const failures = new FailedPages({
    find: options.findFailure,
    onChange(found, before) {
      options.onFailure(found, before);
      channel.tell();
    },
    drawFailure(found, page) {
      const [view] = viewFindings([found], found.file, options);
      const address = `${base}${channelPath}?page=${encodeURIComponent(base + encodeURI(page))}`;
      return drawFailurePage(view!, version(), address);
    },
  });
  const answerOwn = (path: string, search: string, request: IncomingMessage, response: ServerResponse): boolean => {
    if (path !== channelPath) return false;
    const page = decodeSafely(new URLSearchParams(search).get('page') ?? '');
    channel.connect(request, response, page.startsWith(decodeURI(base)) ? page.slice(decodeURI(base).length) : '');
    return true;
  };
  const awaited = new AwaitedPages();
  const onDrawn = (): void => awaited.count();
  const context: EngineContext = {
    ...options,
    state: () => state,
    version,
    answerOwn,
    onDrawn,
    findPage,
    isWhole,
    failures,
  };
  let engine = await startEngine(context);
  return {
    url: engine.origin + base,
    async show(next, changed) {
      const wasWhole = state.isWhole;
      state = next;
      if (next.isWhole) setWhole();
      number++;
      if (hasOwnCode(next.data) && !engine.isAstro) {
        channel.close();
        await engine.stop();
        engine = await startAstroEngine({ ...context, port: engine.port });
      }
      const reason = engine.update(changed) ?? reasonToLoad(next.changedFiles);
      // Astro's server does not wait for a whole state: pictures of pages may be missing.
      channel.tell(reason ?? (engine.isAstro && !wasWhole ? 'All of the site is compiled now.' : undefined));
      if (!engine.isAstro) await awaited.wait(channel.pages.length);
    },
    tell(found) {
      diagnostics = found;
      told.clear();
      channel.tell();
    },
    openRoutes: () => channel.pages.flatMap((path) => routeAt(path) ?? []),
    async stop() {
      channel.close();
      await engine.stop();
    },
  };
}

/** Browsers show a changed picture only after they have loaded the page again. */
function reasonToLoad([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  return others.length === 0 ? `${first} has changed.` : `${first} and ${others.length} more files have changed.`;
}

interface EngineContext extends DevOptions {
  readonly state: () => SiteState;
  readonly version: () => string;
  readonly answerOwn: (path: string, search: string, request: IncomingMessage, response: ServerResponse) => boolean;
  readonly findPage: PageFinder['find'];
  /** Resolves when there is a whole state. */
  readonly isWhole: Promise<void>;
  readonly failures: FailedPages;
  /** Called when a page was drawn. */
  readonly onDrawn: () => void;
}

async function startEngine(context: EngineContext): Promise<Engine> {
  const { folder, base, port, host, state, version, answerOwn, findPage, isWhole, onError, onDrawn } = context;
  const pages = hasOwnCode(state().data) ? undefined : await openPageServer(state().data, folder, base);
  if (pages === undefined) return startAstroEngine(context);
  const lastGood = new LastGoodPages();
  const source = {
    base: decodeURI(base),
    host,
    site: () => state().data,
    hasOnlyPages: () => !state().isWhole,
    whenWhole: async () => {
      await isWhole;
      return state().data;
    },
    draw: async (data: SiteData, page: PageToDraw) =>
      lastGood.choose(page.path, await pages.draw(data, page, version()).finally(onDrawn)),
    clientFile: pages.clientFile,
    answerOwn,
    findPage,
  };
  const server = await startServer(
    (request, response) =>
      answerRequest(request, response, source).catch((error: unknown) => {
        onError(error);
        const sentence = 'This page could not be drawn. The terminal of stele dev shows the error.';
        if (response.headersSent) response.destroy();
        else sendText(request, response, 500, sentence);
      }),
    { port, host },
  );
  return { ...server, isAstro: false, update: () => undefined };
}

async function startAstroEngine(context: EngineContext): Promise<Engine> {
  const { folder, base, port, host, state, version, answerOwn, onError, failures } = context;
  const server = await devSite(state().data, {
    contentFolder: folder,
    base,
    version: version(),
    answerOwn,
    onError,
    choosePage: (path, drawn) => failures.choose(path, drawn),
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  });
  // Code of the site may throw in timers, and in promises that nothing awaits. The server goes on.
  process.setUncaughtExceptionCaptureCallback(onError);
  process.on('unhandledRejection', onError);
  return {
    ...server,
    isAstro: true,
    update: (changed) =>
      server.update(state().data, changed, version()) ? 'Code of the site has changed.' : undefined,
  };
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
