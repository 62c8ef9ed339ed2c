// Decides which pages of the last site are taken over into a new one, and takes them over.

import { existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withParts } from '../compiler/source/index.ts';
import { removeNow } from '../disk/index.ts';
import type { SiteAnswers } from '../outputs/index.ts';
import { addName, type SiteChanges } from './change-site.ts';
import type { KeptPages } from './kept-pages.ts';
import { KeptReuse, type RoutePages } from './kept-reuse.ts';
import type { References } from './references.ts';
import { markerFile } from './site-marker.ts';
import { hashAnswer, type AnswerHashes, type BuildMemory, type RouteRecord } from './build-memory.ts';

/**
 * Names of search files change with their content. Only other search files, which are never taken over, contain them.
 */
const searchFolder = '_search/';

/** Why the pages of a route were taken over or not. */
export type TakingReason =
  /**
   * `same`: taken over from the last site. `kept`: taken from the cache. `new`: not in the last site. `damaged`: not as
   * the last build wrote them.
   */
  | { readonly kind: 'same' | 'kept' | 'new' | 'damaged' }
  /** Questions whose answers have changed. */
  | { readonly kind: 'changed'; readonly questions: readonly string[] };

/** The pages of a new site, those of the last one, and those in the cache. */
export class PageReuse {
  readonly #memory: BuildMemory | undefined;
  readonly #answers: SiteAnswers;
  readonly #folder: string;
  readonly #kept: KeptReuse | undefined;
  readonly #hashes = new Map<string, string>();
  readonly #answersOf = new Map<string, AnswerHashes>();
  readonly #taken = new Set<string>();
  #pages = 0;
  #staysInPlace = false;
  /** Changed questions by route: every file of a route asks for them. */
  readonly #changes = new Map<string, readonly string[]>();

  /**
   * @param memory the last build; absent to take pages from the cache only
   * @param answers of the new site
   * @param folder folder of the new site
   * @param kept pages in the cache
   */
  constructor(memory: BuildMemory | undefined, answers: SiteAnswers, folder: string, kept?: KeptPages) {
    this.#memory = memory;
    this.#answers = answers;
    this.#folder = folder;
    this.#kept = kept && new KeptReuse(kept, folder);
  }

  /** Whether there are pages that may be taken over. In a first build there are none. */
  async hasPages(): Promise<boolean> {
    return this.#memory?.last !== undefined || (await this.#kept?.isEmpty()) === false;
  }

  /** Files that were taken over, by path from the top of the site. */
  get taken(): ReadonlySet<string> {
    return this.#taken;
  }

  /** Hashes of the answers that the pages of a route are drawn from. */
  answersOf(route: string): AnswerHashes {
    const known =
      this.#answersOf.get(route) ??
      new Map(this.#answers.questionsOf(route).map((question) => [question, this.#hashOf(question)]));
    this.#answersOf.set(route, known);
    return known;
  }

  /**
   * The record of a route that was drawn from the present answers, by the last build or one whose pages are in the
   * cache; undefined if there is none.
   */
  recordOf(route: string): RouteRecord | undefined {
    const last = this.#memory?.last?.routes.get(route);
    return last !== undefined && this.changesOf(route).length === 0 ? last : this.#kept?.recordOf(route);
  }

  /** Questions of a route whose answers are not those of the last build. */
  changesOf(route: string): readonly string[] {
    const known = this.#changes.get(route) ?? this.#compare(route);
    this.#changes.set(route, known);
    return known;
  }

  #compare(route: string): readonly string[] {
    const before = this.#memory?.last?.routes.get(route)?.answers;
    const now = this.answersOf(route);
    const asked = new Set([...(before?.keys() ?? []), ...now.keys()]);
    return [...asked].filter((question) => before?.get(question) !== now.get(question));
  }

  /**
   * Why the pages of a route were taken over or not; undefined if there is no last build. Call it after all `take`.
   * @param files the route's files, from the top of the site
   */
  reasonOf(route: string, files: readonly string[]): TakingReason | undefined {
    const last = this.#memory?.last;
    if (this.#kept?.recordOf(route) !== undefined) return { kind: 'kept' };
    if (last === undefined) return undefined;
    if (!last.routes.has(route)) return { kind: 'new' };
    const questions = this.changesOf(route);
    if (questions.length > 0) return { kind: 'changed', questions };
    return { kind: files.every((file) => this.#taken.has(file)) ? 'same' : 'damaged' };
  }

  /**
   * Takes the files of a page over, if they were drawn from the present answers: from the last site, with their times,
   * if all are as the last build wrote them; else from the cache.
   * @param paths paths from the top of the site; a twin stands for all its parts
   * @param references takes what a page from the cache references
   * @throws the system's error if the new site cannot be written
   */
  async take(route: string, paths: readonly string[], references: References): Promise<boolean> {
    const isTaken =
      this.#takeLast(route, paths) ||
      (await this.#kept?.take(route, paths, this.answersOf(route), references)) === true;
    if (isTaken) this.#pages++;
    return isTaken;
  }

  #takeLast(route: string, paths: readonly string[]): boolean {
    const memory = this.#memory;
    const last = memory?.last;
    if (memory === undefined || last?.routes.has(route) !== true || this.changesOf(route).length > 0) return false;
    const { place } = memory;
    // In place, all files of the site are known to be as the last build wrote them.
    const isAsWritten = (path: string): boolean =>
      this.#staysInPlace ? last.outputs.has(path) : memory.isAsWritten(path);
    const all = withParts(paths, (path) => last.outputs.has(path));
    if (!all.every(isAsWritten)) return false;
    for (const path of all) {
      if (!this.#staysInPlace) takeOver(join(place, path), join(this.#folder, path));
      this.#taken.add(path);
    }
    return true;
  }

  /** Whether a file of the new site is written. */
  isWritten(path: string): boolean {
    return existsSync(join(this.#folder, path));
  }

  /**
   * Begins to keep the pages of a route in the cache. They are drawn from the present answers, and all are written.
   * Errors of the disk are ignored.
   */
  keepEarly(route: string, pages: RoutePages): void {
    this.#kept?.keepEarly(route, pages);
  }

  /** Keeps the pages in the cache that this build has drawn. Errors of the disk are ignored. */
  async keepDrawn(routes: ReadonlyMap<string, RoutePages>): Promise<void> {
    await this.#kept?.keepDrawn(routes, this.#taken);
  }

  /** Number of pages that were taken over. */
  get pages(): number {
    return this.#pages;
  }

  /**
   * Leaves pages that are taken over in the last site, if the new one has the same pages: the build then changes files
   * of the last site. Call it before `take`.
   * @param pages files of all pages of the new site
   * @param isOther whether a file of the last site with the ending `.html` is no page
   */
  stayInPlace(pages: readonly string[], isOther: (path: string) => boolean): boolean {
    const last = this.#memory?.last?.outputs;
    if (last === undefined || !pages.every((page) => last.has(page))) return false;
    const known = new Set(pages);
    this.#staysInPlace = [...last.keys()].every((path) => known.has(path) || !path.endsWith('.html') || isOther(path));
    return this.#staysInPlace;
  }

  /**
   * What a build changes in the last site. Removes new files that are equal to old ones.
   * @param made the files of the new site that were not taken over
   * @throws the system's error
   */
  changes(made: readonly string[]): SiteChanges {
    const written = findDifferent(this.#memory?.place ?? '', this.#folder, made);
    const now = new Set([...made, ...this.#taken]);
    const removed = [...(this.#memory?.last?.outputs.keys() ?? [])].filter((path) => !now.has(path));
    return { written, removed };
  }

  /** Whether the last site has a file that the new one lacks, and that a page may reference. */
  hasLost(files: readonly string[]): boolean {
    // The marker is written last.
    const now = new Set([...files, markerFile]);
    return [...(this.#memory?.last?.outputs.keys() ?? [])].some(
      (path) => !now.has(path) && !path.startsWith(searchFolder),
    );
  }

  #hashOf(question: string): string {
    const known = this.#hashes.get(question);
    if (known !== undefined) return known;
    const made = hashAnswer(this.#answers.answer(question));
    this.#hashes.set(question, made);
    return made;
  }
}

/**
 * Puts files of the last site in place of new files with the same bytes, so that their times stay.
 * @param place folder of the last site
 * @param folder folder of the new site
 * @param files files of the new site that are not taken over
 * @throws the system's error
 */
export function keepTimes(place: string, folder: string, files: readonly string[]): void {
  if (!existsSync(place)) return;
  for (const path of files) {
    const [before, now] = [join(place, path), join(folder, path)];
    if (!isSameFile(before, now)) continue;
    removeNow(now);
    takeOver(before, now);
  }
}

/** The files of a new site whose bytes or modes are not those of the last site. */
export function findDifferent(place: string, folder: string, files: readonly string[]): readonly string[] {
  return files.filter((path) => !isSameFile(join(place, path), join(folder, path)));
}

function takeOver(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  addName(from, to);
}

/** Whether a file of the last site is a regular file with the mode and bytes of a new one. */
function isSameFile(before: string, now: string): boolean {
  const found = lstatSync(before, { throwIfNoEntry: false });
  if (found === undefined) return false;
  const made = statSync(now);
  if (found.size !== made.size || found.mode !== made.mode) return false;
  return readFileSync(before).equals(readFileSync(now));
}
