// Colours the samples of a content folder in other threads while this thread compiles the content.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CodeText, Sample } from '../compiler/model/index.ts';
import { ByCode } from './by-code.ts';
import { findCacheFile } from '../disk/index.ts';
import type { HighlightThreads } from '../engines/index.ts';

/** Number of characters of samples below which a thread costs more than it saves. */
const fewest = 200_000;

export class EarlyColours {
  readonly #mayCache: boolean;
  readonly #onThread: (time: number) => void;
  #threads: HighlightThreads | undefined;
  #early: readonly CodeText[] = [];
  #made: Promise<readonly string[]> = Promise.resolve([]);

  /**
   * @param mayCache whether the cache of colours is used
   * @param onThread called for each thread that ends, with its processor time in milliseconds
   */
  constructor(mayCache: boolean, onThread: (time: number) => void = () => {}) {
    this.#mayCache = mayCache;
    this.#onThread = onThread;
  }

  /**
   * Starts to colour the samples of a content folder, if they are many, a core is free, and no cache has colours. What
   * pages show is known only after compiling: `colour` colours what differs from the samples.
   */
  async start(samples: readonly Sample[], contentFolder: string): Promise<void> {
    const characters = samples.reduce((sum, { file }) => sum + file.text.length, 0);
    if (characters < fewest || availableParallelism() < 2) return;
    const cache = this.#mayCache ? await findCacheFile(contentFolder, 'colours') : undefined;
    if (cache !== undefined && existsSync(cache)) return;
    await this.#start(samples);
  }

  /** Starts to colour edited samples, if a core is free: loading a grammar takes as long as compiling the edits. */
  async startEdited(samples: readonly Sample[]): Promise<void> {
    if (samples.length > 0 && availableParallelism() >= 2) await this.#start(samples);
  }

  async #start(samples: readonly Sample[]): Promise<void> {
    await this.stop();
    const [{ listSampleCode }, { collectSamples }, { HighlightThreads, threadsFor }] = await Promise.all([
      import('../outputs/index.ts'),
      import('../compiler/index.ts'),
      import('../engines/index.ts'),
    ]);
    this.#early = listSampleCode(collectSamples(samples, () => {}));
    this.#threads = new HighlightThreads(Math.min(availableParallelism() - 1, threadsFor(this.#early)));
    this.#made = this.#threads.colour(this.#early);
    // An error is thrown by `colour`.
    this.#made.catch(() => {});
  }

  /**
   * The encoded tokens of codes, in their order.
   * @throws the error of a thread
   */
  async colour(codes: readonly CodeText[]): Promise<readonly string[]> {
    if (this.#threads === undefined) {
      const { highlightCodes } = await import('../engines/index.ts');
      return highlightCodes(codes);
    }
    const early = await this.#made;
    const byCode = new ByCode<string>();
    for (const [i, code] of this.#early.entries()) byCode.set(code, early[i]!);
    const rest = codes.filter((code) => byCode.get(code) === undefined);
    const made = await this.#threads.colour(rest);
    for (const [i, code] of rest.entries()) byCode.set(code, made[i]!);
    return codes.map((code) => byCode.get(code)!);
  }

  /** Ends the threads, tells their processor times in milliseconds, and forgets the colours. */
  async stop(): Promise<void> {
    const times = await this.#threads?.stop();
    this.#threads = undefined;
    this.#early = [];
    this.#made = Promise.resolve([]);
    for (const time of times ?? []) this.#onThread(time);
  }
}
