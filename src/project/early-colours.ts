// Colours the samples of a content folder in other threads while this thread compiles the content and draws pages.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CodeText, Sample } from '../compiler/model/index.ts';
import { ByCode } from './by-code.ts';
import { findCacheFile } from '../disk/index.ts';
import type { CompileMemory } from '../compiler/index.ts';
import type { HighlightThreads } from '../engines/index.ts';

/** Kinds of code from which a thread saves time: loading a grammar takes longer than colouring a sample. */
const fewestKinds = 2;

/** Takes the place of a code in a list, and its encoded tokens. */
export type OnColour = (at: number, encoded: string) => void;

export class EarlyColours {
  readonly #mayCache: boolean;
  readonly #onThread: (time: number) => void;
  #threads: HighlightThreads | undefined;
  #early: readonly CodeText[] = [];
  /** Encoded tokens of early codes that have arrived. */
  #arrived: string[] = [];
  #onEarly: OnColour = ignore;
  #made: Promise<void> = Promise.resolve();
  #samples: CompileMemory | undefined;

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
   * Lets a thread load the grammars of code blocks in pages, if there is one. Starts it if there is code of several
   * kinds.
   * @param texts of all pages
   */
  async prepareBlocks(texts: readonly string[], contentFolder: string): Promise<void> {
    if (this.#threads === undefined && !(await this.#isUseful(contentFolder))) return;
    const { listFenceGrammars } = await import('../outputs/index.ts');
    const grammars = listFenceGrammars(texts);
    if (this.#threads === undefined && grammars.length < fewestKinds) return;
    const { HighlightThreads } = await import('../engines/index.ts');
    this.#threads ??= new HighlightThreads(1);
    this.#threads.prepare(grammars);
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
    this.#made = this.#threads.colour(this.#early, (at, encoded) => {
      this.#arrived[at] = encoded;
      this.#onEarly(at, encoded);
    });
    // An error is thrown by `colour`.
    this.#made.catch(() => {});
  }

  /**
   * Colours codes, in their order if other threads do it. The call may be made once before `stop`.
   * @param onColour called for each code as soon as its colours are there
   * @returns resolves when all codes are coloured
   * @throws the error of a thread
   */
  async colour(codes: readonly CodeText[], onColour: OnColour): Promise<void> {
    const threads = this.#threads;
    if (threads === undefined) {
      const { highlightCodes } = await import('../engines/index.ts');
      for (const [at, encoded] of (await highlightCodes(codes)).entries()) onColour(at, encoded);
      return;
    }
    const early = new ByCode<number>();
    for (const [number, code] of this.#early.entries()) early.set(code, number);
    const rest: number[] = [];
    const places = new Map<number, number>();
    /** The numbers of the codes in the threads, which got the early ones first. */
    const numbers = codes.map((code, at) => {
      const number = early.get(code);
      if (number === undefined) return this.#early.length + rest.push(at) - 1;
      places.set(number, at);
      return number;
    });
    await new Promise<void>((resolve, reject) => {
      let open = codes.length;
      const take: OnColour = (at, encoded) => {
        onColour(at, encoded);
        if (--open === 0) resolve();
      };
      if (open === 0) resolve();
      this.#onEarly = (number, encoded) => {
        const at = places.get(number);
        if (at !== undefined) take(at, encoded);
      };
      for (const [number, encoded] of this.#arrived.entries()) {
        if (encoded !== undefined) this.#onEarly(number, encoded);
      }
      this.#made.catch(reject);
      threads
        .colour(
          rest.map((at) => codes[at]!),
          (i, encoded) => take(rest[i]!, encoded),
        )
        .catch(reject);
      threads.hurry(numbers);
    });
  }

  /** Ends the threads, tells their processor times in milliseconds, and forgets the colours. */
  async stop(): Promise<void> {
    const threads = this.#threads;
    this.#threads = undefined;
    this.#early = [];
    this.#arrived = [];
    this.#onEarly = ignore;
    this.#samples = undefined;
    this.#made = Promise.resolve();
    for (const time of (await threads?.stop()) ?? []) this.#onThread(time);
  }
}

/** The code that finds codes in samples. */
function loadReaders(): Promise<[typeof import('../outputs/index.ts'), typeof import('../compiler/index.ts')]> {
  return Promise.all([import('../outputs/index.ts'), import('../compiler/index.ts')]);
}

const ignore = (): void => {};
