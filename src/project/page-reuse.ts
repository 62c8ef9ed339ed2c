// Decides which pages of the last site are taken over into a new one, and takes them over.

import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteAnswers } from '../outputs/index.ts';
import { markerFile } from './site-marker.ts';
import { hashAnswer, type AnswerHashes, type BuildMemory, type RouteRecord } from './build-memory.ts';

/** Names of search files change with their content. Only other search files, which are never taken over, contain them. */
const searchFolder = '_search/';

/** The pages of a new site, and those of the last one. */
export class PageReuse {
  readonly #memory: BuildMemory;
  readonly #answers: SiteAnswers;
  readonly #folder: string;
  readonly #hashes = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * @param folder folder of the new site
   * @param answers of the new site
   */
  constructor(memory: BuildMemory, answers: SiteAnswers, folder: string) {
    this.#memory = memory;
    this.#answers = answers;
    this.#folder = folder;
  }

  /** Files that were taken over, by path from the top of the site. */
  get taken(): ReadonlySet<string> {
    return this.#taken;
  }

  /** Hashes of the answers that the pages of a route are drawn from. */
  answersOf(route: string): AnswerHashes {
    return new Map(this.#answers.questionsOf(route).map((question) => [question, this.#hashOf(question)]));
  }

  /** The record of a route whose answers have not changed; undefined if one has. */
  sameRoute(route: string): RouteRecord | undefined {
    const kept = this.#memory.last?.routes.get(route);
    return kept !== undefined && this.changesOf(route).length === 0 ? kept : undefined;
  }

  /** Questions of a route whose answers are not those of the last build. */
  changesOf(route: string): readonly string[] {
    const before = this.#memory.last?.routes.get(route)?.answers;
    const now = this.answersOf(route);
    const asked = new Set([...(before?.keys() ?? []), ...now.keys()]);
    return [...asked].filter((question) => before?.get(question) !== now.get(question));
  }

  /**
   * Takes a file of the last site over, with its times, if it is as the last build wrote it.
   * @param path path from the top of the site
   * @throws the system's error if the new site cannot be written
   */
  take(path: string): boolean {
    if (!this.#memory.isAsWritten(path)) return false;
    takeOver(join(this.#memory.place, path), join(this.#folder, path));
    this.#taken.add(path);
    return true;
  }

  /**
   * Puts files of the last site in place of new files with the same bytes, so that their times stay.
   * @param files all files of the new site
   * @throws the system's error
   */
  keepTimes(files: readonly string[]): void {
    for (const path of files) {
      const [before, now] = [join(this.#memory.place, path), join(this.#folder, path)];
      if (this.#taken.has(path) || !isSameFile(before, now)) continue;
      rmSync(now);
      takeOver(before, now);
    }
  }

  /** Whether the last site has a file that the new one lacks, and that a page may reference. */
  hasLost(files: readonly string[]): boolean {
    // The marker is written last.
    const now = new Set([...files, markerFile]);
    return [...(this.#memory.last?.outputs.keys() ?? [])].some(
      (path) => !now.has(path) && !path.startsWith(searchFolder),
    );
  }

  #hashOf(question: string): string {
    const known = this.#hashes.get(question) ?? hashAnswer(this.#answers.answer(question));
    this.#hashes.set(question, known);
    return known;
  }
}

/**
 * A second name for a file, which stays whole when the first one is removed; a copy with the same times if the file
 * system has no such names.
 */
function takeOver(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

function isSameFile(before: string, now: string): boolean {
  const found = statSync(before, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== statSync(now).size) return false;
  return readFileSync(before).equals(readFileSync(now));
}
