// Drawn pages in the cache folder: a file for each route, with all its pages in all trees. A build takes a page from
// here if the last site does not have it: in a fresh checkout whose cache was restored, in a new output folder, or
// after an edit that was undone.
//
// The name and the key of a file come from all that its pages depend on: the program, the options of the build, and the
// answers that the pages were drawn from. So a file never holds wrong pages, wherever it was copied from.

import { createHash } from 'node:crypto';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import {
  describeWholeProgram,
  findCacheFolder,
  isLeftDraft,
  putCacheFile,
  readCacheFile,
  removeSurely,
} from '../disk/index.ts';
import type { AnswerHashes } from './build-memory.ts';

/** The kept pages of one route. */
export interface KeptRoute {
  /** Names in samples of its pages that have a link, and ambiguous ones. */
  readonly linked: number;
  readonly ambiguous: number;
  /** Bytes of its files, by path from the top of the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The first part of a file, as JSON in one line. The files follow one after the other. */
interface Head {
  readonly linked: number;
  readonly ambiguous: number;
  readonly files: readonly (readonly [path: string, bytes: number])[];
}

/** Files of earlier builds stay as long as all files together are not larger. */
const maxBytes = 256 * 1024 * 1024;
const day = 24 * 3_600_000;
/** Files that no build has used for this time are removed. */
const maxAge = 90 * day;
/** Used files that are older get a new time, so that they do not look unused. */
const refreshAge = 30 * day;

export class KeptPages {
  readonly #folder: string;
  readonly #options: string;
  #program: Promise<string> | undefined;
  readonly #used = new Set<string>();

  private constructor(folder: string, options: string) {
    this.#folder = folder;
    this.#options = options;
  }

  /**
   * @param options everything on the command line that changes pages
   * @returns undefined if there is no cache folder
   */
  static async open(contentFolder: string, options: string): Promise<KeptPages | undefined> {
    const folder = await findCacheFolder(contentFolder);
    return folder === undefined ? undefined : new KeptPages(join(folder, 'pages'), options);
  }

  /** Whether no pages are kept. */
  async isEmpty(): Promise<boolean> {
    return (await readdir(this.#folder).catch(() => [])).length === 0;
  }

  /** The pages of a route that were drawn from these answers; undefined if there are none. */
  async find(route: string, answers: AnswerHashes): Promise<KeptRoute | undefined> {
    const { file, key } = await this.#placeOf(route, answers);
    const body = await readCacheFile(file, key);
    return body && unpack(body);
  }

  /** Notes that this build uses the pages of a route, whether or not they are kept. */
  async use(route: string, answers: AnswerHashes): Promise<void> {
    await this.#placeOf(route, answers);
  }

  /** Keeps the pages of a route. Errors of the disk are ignored. */
  async keep(route: string, answers: AnswerHashes, pages: KeptRoute): Promise<void> {
    const { file, key } = await this.#placeOf(route, answers);
    await putCacheFile(file, key, await pack(pages));
  }

  /**
   * Removes files that were not used for long, and the oldest ones that this build has not used, until the rest is not
   * too large. Errors of the disk are ignored.
   */
  async tidy(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const looks = names.map(async (name) => {
      const found = await stat(join(this.#folder, name)).catch(() => undefined);
      return found?.isFile() ? [{ name, bytes: found.size, time: found.mtimeMs }] : [];
    });
    const now = Date.now();
    const files = (await Promise.all(looks)).flat();
    let bytes = 0;
    // Used files first, then the newest ones.
    const isUsed = (name: string): boolean => this.#used.has(name);
    files.sort((a, b) => Number(isUsed(b.name)) - Number(isUsed(a.name)) || b.time - a.time);
    for (const { name, bytes: size, time } of files) {
      const file = join(this.#folder, name);
      bytes += size;
      if (isUsed(name)) {
        // A time in the future comes from a clock that was wrong.
        if (now - time > refreshAge || time > now) await utimes(file, now / 1000, now / 1000).catch(() => undefined);
      } else if (bytes > maxBytes || now - time > maxAge || isLeftDraft(name)) {
        bytes -= size;
        await removeSurely(file).catch(() => undefined);
      }
    }
  }

  async #placeOf(route: string, answers: AnswerHashes): Promise<{ readonly file: string; readonly key: string }> {
    this.#program ??= describeWholeProgram().then(hashOf);
    const drawnFrom = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([await this.#program, this.#options, route, drawnFrom]);
    const name = `${hashOf(key).slice(0, 32)}.pages`;
    this.#used.add(name);
    return { file: join(this.#folder, name), key };
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const compress = promisify(brotliCompress);

/**
 * The pages of a route are alike in all languages: compressed together they take about a twentieth of their bytes.
 * Other threads compress them.
 */
function pack({ linked, ambiguous, files }: KeptRoute): Promise<Uint8Array> {
  const head: Head = { linked, ambiguous, files: [...files].map(([path, bytes]) => [path, bytes.length]) };
  return compress(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...files.values()]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}

function unpack(body: Uint8Array): KeptRoute | undefined {
  try {
    const whole = brotliDecompressSync(body);
    let at = whole.indexOf('\n') + 1;
    const { linked, ambiguous, files } = JSON.parse(whole.subarray(0, at).toString('utf8')) as Head;
    const found = new Map<string, Uint8Array>();
    for (const [path, bytes] of files) found.set(path, whole.subarray(at, (at += bytes)));
    return at === whole.length ? { linked, ambiguous, files: found } : undefined;
  } catch {
    return undefined;
  }
}
