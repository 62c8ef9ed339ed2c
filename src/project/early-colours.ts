// Colours the samples of a content folder in other threads while this thread compiles the content.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CodeText, Sample } from '../compiler/model/index.ts';
import { ByCode } from './by-code.ts';
import { findCacheFile } from '../disk/index.ts';
import type { CompileMemory } from '../compiler/index.ts';
import type { HighlightThreads } from '../engines/index.ts';

/** Kinds of samples from which a thread saves time: loading a grammar takes longer than colouring a sample. */
const fewestKinds = 2;

export class EarlyColours {
  readonly #mayCache: boolean;
  readonly #onThread: (time: number) => void;
  #threads: HighlightThreads | undefined;
  #early: readonly CodeText[] = [];
  #samples: CompileMemory | undefined;
  #made: Promise<readonly string[]> = Promise.resolve([]);

  /**
   * @param mayCache whether the cache of colours is used
   * @param onThread called for each thread that ends, with its processor time in milliseconds
   */
  constructor(mayCache: boolean, onThread: (time: number) => void = () => {}) {
    this.#mayCache = mayCache;
    this.#onThread = onThread;
  }

  /** Recalls the samples that were read to colour them; absent if there are none. */
  get samples(): Pick<CompileMemory, 'sample'> | undefined {
    return this.#samples;
  }

  /**
   * Starts a thread to colour samples, if they are of several kinds, and lets it load their grammars.
   * @param samples may have no texts yet
   */
  async prepare(samples: readonly Sample[], contentFolder: string): Promise<void> {
    const byExtension = new Map(samples.map((sample) => [sample.extension, sample]));
    if (byExtension.size < fewestKinds || !(await this.#isUseful(contentFolder))) return;
    const { HighlightThreads } = await import('../engines/index.ts');
    this.#threads = new HighlightThreads(1);
    const [{ listSampleCode }, { collectSamples }] = await loadReaders();
    const codes = listSampleCode(collectSamples([...byExtension.values()], ignore));
    this.#threads.prepare(codes.map(({ grammar }) => grammar));
  }

  /**
   * Starts to colour the samples of a content folder, if `prepare` has started a thread. What pages show is known only
   * after compiling: `colour` colours what differs from the samples.
   */
  async start(samples: readonly Sample[]): Promise<void> {
    if (this.#threads === undefined || samples.length === 0) return;
    const { CompileMemory } = await import('../compiler/index.ts');
    const memory = new CompileMemory();
    await this.#start(samples, memory);
    this.#samples = memory;
  }

  /** Whether a core is free, and no cache has colours. */
  async #isUseful(contentFolder: string): Promise<boolean> {
    if (availableParallelism() < 2) return false;
    const cache = this.#mayCache ? await findCacheFile(contentFolder, 'colours') : undefined;
    return cache === undefined || !existsSync(cache);
  }

  /** Starts to colour edited samples, if a core is free: loading a grammar takes as long as compiling the edits. */
  async startEdited(samples: readonly Sample[]): Promise<void> {
    if (samples.length > 0 && availableParallelism() >= 2) await this.#start(samples);
  }

  async #start(samples: readonly Sample[], memory?: CompileMemory): Promise<void> {
    // Colours of edits are not needed any more.
    if (this.#early.length > 0) await this.stop();
    const [{ listSampleCode }, { collectSamples }] = await loadReaders();
    const { HighlightThreads, threadsFor } = await import('../engines/index.ts');
    this.#early = listSampleCode(collectSamples(samples, ignore, memory?.sample.bind(memory)));
    this.#threads ??= new HighlightThreads(1);
    this.#threads.grow(Math.min(availableParallelism() - 1, threadsFor(this.#early)));
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
    this.#samples = undefined;
    this.#made = Promise.resolve([]);
    for (const time of times ?? []) this.#onThread(time);
  }
}

/** The code that finds codes in samples. */
function loadReaders(): Promise<[typeof import('../outputs/index.ts'), typeof import('../compiler/index.ts')]> {
  return Promise.all([import('../outputs/index.ts'), import('../compiler/index.ts')]);
}

const ignore = (): void => {};
