// Threads that draw pages from views.

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NotFoundView, PageView, SearchRecords, SiteData, TwinSource } from '../../compiler/model/index.ts';
import type { ReferenceList, References, SitePlace } from '../../project/index.ts';
import type { Drawing } from '../site-module.ts';
import type { Templates } from '../templates/templates.ts';
import type { PageToDraw } from './list-pages.ts';
import type { TextFile } from './twin-writer.ts';

/** What a thread needs before it draws: plain data. */
export interface ThreadSetup {
  readonly site: ThreadSite;
  readonly hasOwnCode: boolean;
  /** Templates without the files of their program, which are on the disk already. */
  readonly templates: Omit<Templates, 'server' | 'client'>;
  readonly drawing: Drawing;
  readonly outDir: string;
  readonly programFolder: string;
  /** Files that are written in place of pages. */
  readonly replaced: ReadonlySet<string>;
  readonly place: SitePlace;
}

/** The data of a site that templates and twins read besides the view of a page. */
export type ThreadSite = Pick<
  SiteData,
  'addresses' | 'lists' | 'redirects' | 'fonts' | 'lang' | 'accent' | 'isUntrusted' | 'mayRunCode' | 'twinSettings'
>;

/** Pages of one route, their views and the sources of their twins in the same order, and the route's other files. */
export interface ThreadTask {
  readonly pages: readonly PageToDraw[];
  /** None for old addresses and the page of missing addresses. */
  readonly views: readonly PageView[];
  readonly sources: readonly (TwinSource | undefined)[];
  readonly files: readonly TextFile[];
  /** The view of the page of missing addresses. */
  readonly notFound?: NotFoundView;
}

/** Records of some pages for the search index, which a thread makes and writes while the first thread makes views. */
export interface SearchTask {
  readonly records: SearchRecords;
}

/** Follows all records: the thread makes the index of them. */
export const endOfRecords = 'end of records';

/** The last message to a thread: it asks for the references of all its pages. */
export const askReferences = 'references';

/** A message to a thread. */
export type ThreadMessage = ThreadTask | SearchTask | typeof endOfRecords | typeof askReferences;

/** A thread's answer to a task; to the last message, what all its pages reference. */
export type ThreadResult =
  { readonly references?: ReferenceList; readonly search?: unknown } | { readonly error: unknown };

/** The program of a thread. In the npm package it is JavaScript. */
const program = new URL(`./draw-worker${extname(import.meta.filename)}`, import.meta.url);

/** Most of what a thread makes lives for a page: with less room for it, the thread takes 80 MB less. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/** Tasks that wait in a thread while it draws another one: it draws them while the first thread draws a page itself. */
const maxWaiting = 6;

interface Thread {
  readonly worker: Worker;
  /** For each message that it has not answered yet, in order, the route of its pages, if it has pages. */
  readonly open: (string | undefined)[];
}

/** Draws pages in threads. */
export class DrawPool {
  readonly #threads: readonly Thread[];
  readonly #references: References;
  readonly #onDrawn: (route: string) => void;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};
  /** What is kept of the search index, once a thread has written it. */
  search: unknown;

  constructor(
    count: number,
    {
      data,
      templates,
      references,
      onDrawn,
      ...rest
    }: Omit<ThreadSetup, 'site' | 'replaced' | 'place'> & {
      readonly data: SiteData;
      readonly templates: Templates;
      readonly references: References;
      /** Called when the files of a task are written, with the route of its pages. */
      readonly onDrawn: (route: string) => void;
    },
  ) {
    const { addresses, lists, redirects, fonts, lang, accent, isUntrusted, mayRunCode, twinSettings } = data;
    const { entry, pages, scripts } = templates;
    this.#references = references;
    this.#onDrawn = onDrawn;
    const setup: ThreadSetup = {
      ...rest,
      place: references.place,
      replaced: new Set(data.publicFiles.keys()),
      templates: { entry, pages, scripts },
      site: { addresses, lists, redirects, fonts, lang, accent, isUntrusted, mayRunCode, twinSettings },
    };
    this.#threads = Array.from({ length: count }, () => this.#start(setup));
  }

  #start(workerData: ThreadSetup): Thread {
    const thread: Thread = {
      worker: new Worker(program, { workerData, resourceLimits }),
      open: [],
    };
    const fail = (error: unknown): void => {
      this.#failure ??= { error };
      this.#wake();
    };
    thread.worker.on('message', (result: ThreadResult) => {
      const route = thread.open.shift();
      if ('error' in result) fail(result.error);
      else if (result.references) this.#references.merge(result.references);
      else if (result.search !== undefined) this.search = result.search;
      else if (route !== undefined) this.#onDrawn(route);
      this.#wake();
    });
    thread.worker.on('error', fail);
    thread.worker.on('exit', (code) => {
      if (thread.open.length > 0) fail(new Error(`A thread that draws pages ended with ${code}.`));
    });
    return thread;
  }

  /** Whether a thread can take a task. */
  isFree(): boolean {
    return this.#threads.some((thread) => pagesOf(thread) < maxWaiting);
  }

  /** Resolves when a thread can take a task. @throws the first error of a thread */
  async free(): Promise<void> {
    await this.#until(() => this.isFree());
  }

  /** Gives a task to the thread that has least to do. */
  draw(task: ThreadTask): void {
    post(
      this.#threads.reduce((a, b) => (pagesOf(b) < pagesOf(a) ? b : a)),
      task,
    );
  }

  /** Lets a thread make and write the search index, before its pages. */
  writeSearch(parts: Iterable<SearchRecords>): void {
    const thread = this.#threads[0]!;
    for (const records of parts) post(thread, { records });
    post(thread, endOfRecords);
  }

  /**
   * Lets results of threads arrive.
   * @throws the first error of a thread
   */
  async tick(): Promise<void> {
    await new Promise((done) => setImmediate(done));
    if (this.#failure) throw this.#failure.error;
  }

  /** Resolves when all tasks are done. @throws the first error of a thread */
  async finish(): Promise<void> {
    for (const thread of this.#threads) post(thread, askReferences);
    await this.#until(() => this.#threads.every(({ open }) => open.length === 0));
  }

  /** @throws the first error of a thread */
  async #until(isReached: () => boolean): Promise<void> {
    while (!this.#failure && !isReached()) await new Promise<void>((done) => (this.#wake = done));
    if (this.#failure) throw this.#failure.error;
  }

  /**
   * Ends all threads.
   * @returns milliseconds of processor time of each; none if Node does not report them
   */
  async stop(): Promise<readonly number[]> {
    const times = await Promise.all(this.#threads.map(({ worker }) => worker.cpuUsage?.().catch(() => undefined)));
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    return times.flatMap((time) => (time === undefined ? [] : [(time.user + time.system) / 1000]));
  }
}

/** Number of tasks with pages that a thread has not answered. It makes the search index before. */
function pagesOf({ open }: Thread): number {
  return open.filter((route) => route !== undefined).length;
}

/** Sends a message that the thread answers. */
function post(thread: Thread, message: ThreadMessage): void {
  thread.open.push(typeof message === 'object' && 'pages' in message ? message.pages[0]!.route : undefined);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  thread.worker.postMessage(message);
}
