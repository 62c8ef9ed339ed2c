// Takes pages of a new site from the cache, and keeps the pages that were drawn.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerHashes, RouteRecord } from './build-memory.ts';
import { withParts } from '../compiler/source/index.ts';
import { FolderWriter } from './folder-files.ts';
import type { KeptPages, KeptRoute } from './kept-pages.ts';
import type { References } from './references.ts';

/** The pages of a route in a new site. */
export interface RoutePages {
  /** Files from the top of the site. */
  readonly files: readonly string[];
  readonly record: RouteRecord;
}

/** Routes whose pages are compressed at the same time. */
const maxOpen = 4;

/** The pages of a new site that the cache has. */
export class KeptReuse {
  readonly #kept: KeptPages;
  readonly #folder: string;
  readonly #writer: FolderWriter;
  readonly #records = new Map<string, RouteRecord>();
  /** Routes whose pages were kept, and those that are being kept now. */
  readonly #keptEarly = new Set<string>();
  readonly #open = new Set<Promise<void>>();
  /** The route that was asked for last. Pages of a route are asked for one after the other. */
  #asked: { readonly route: string; readonly files: KeptRoute['files'] | undefined } | undefined;

  /** @param folder folder of the new site */
  constructor(kept: KeptPages, folder: string) {
    this.#kept = kept;
    this.#folder = folder;
    this.#writer = new FolderWriter(folder);
  }

  /** Whether the cache has no pages. */
  isEmpty(): Promise<boolean> {
    return this.#kept.isEmpty();
  }

  /** The record of a route that was taken from the cache. */
  recordOf(route: string): RouteRecord | undefined {
    return this.#records.get(route);
  }

  /**
   * Writes the files of a page into the new site.
   * @param paths paths from the top of the site
   * @param answers that the page is drawn from
   * @param references takes what the page references
   * @returns whether the cache has all of them
   * @throws the system's error if the new site cannot be written
   */
  async take(route: string, paths: readonly string[], answers: AnswerHashes, references: References): Promise<boolean> {
    if (this.#asked?.route !== route) await this.#ask(route, answers);
    const files = this.#asked?.files;
    if (files === undefined || !paths.every((path) => files.has(path))) return false;
    for (const path of withParts(paths, (each) => files.has(each))) {
      const bytes = files.get(path)!;
      this.#writer.write(path, bytes);
      if (path.endsWith('.html')) references.add(path, Buffer.from(bytes).toString('utf8'));
    }
    return true;
  }

  async #ask(route: string, answers: AnswerHashes): Promise<void> {
    const found = await this.#kept.find(route, answers);
    this.#asked = { route, files: found?.files };
    if (found === undefined) return;
    this.#records.set(route, { answers, linked: found.linked, ambiguous: found.ambiguous });
  }

  /**
   * Begins to keep the pages of a route that was drawn, if few are being kept now. Errors of the disk are ignored.
   * @param pages all its files, which are written
   */
  keepEarly(route: string, pages: RoutePages): void {
    if (this.#open.size < maxOpen && this.#begin(route, pages)) this.#keptEarly.add(route);
  }

  /**
   * Keeps the pages of the new site that were drawn, and removes old ones. Errors of the disk are ignored.
   * @param taken files that the new site took from the last one
   */
  async keepDrawn(routes: ReadonlyMap<string, RoutePages>, taken: ReadonlySet<string>): Promise<void> {
    let isChanged = this.#keptEarly.size > 0;
    for (const [route, pages] of routes) {
      if (this.#keptEarly.has(route)) continue;
      const { files, record } = pages;
      if (this.#records.has(route) || files.length === 0 || files.some((file) => taken.has(file))) {
        await this.#kept.use(route, record.answers);
        continue;
      }
      isChanged = true;
      this.#begin(route, pages);
      // The files of a few routes are in memory at the same time.
      if (this.#open.size >= maxOpen) await Promise.race(this.#open);
    }
    await Promise.all(this.#open);
    if (isChanged) await this.#kept.tidy();
  }

  /** Whether the files could be read. */
  #begin(route: string, { files, record }: RoutePages): boolean {
    const read = readFiles(this.#folder, files);
    if (read === undefined) return false;
    const keeping = this.#kept.keep(route, record.answers, { ...record, files: read }).catch(() => undefined);
    this.#open.add(keeping);
    void keeping.then(() => this.#open.delete(keeping));
    return true;
  }
}

/** Undefined if a file cannot be read: its route is not kept then. */
function readFiles(folder: string, files: readonly string[]): KeptRoute['files'] | undefined {
  try {
    return new Map(files.map((file) => [file, readFileSync(join(folder, file))]));
  } catch {
    return undefined;
  }
}
