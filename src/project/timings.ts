// Measures the stages of a command: as a table for people, as JSON for `npm run bench`, and as a trace for profilers.

import { performance } from 'node:perf_hooks';
import { writeWhole } from '../disk/index.ts';

/** Milliseconds by stage, in the order of the stages. */
export type Timings = ReadonlyMap<string, number>;

/** A stage, or a part of it. Times are in milliseconds since the start of the process. */
interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Milliseconds of processor time of all threads; absent on parts of a stage. */
  readonly cpu?: number;
}

/** Measures stages one after the other. */
export class Timeline {
  readonly #spans: Span[] = [];
  readonly #parts: Span[] = [];
  #stage: { readonly name: string; readonly start: number; readonly cpu: number } | undefined;

  /** Starts a stage, and ends the one before. A stage that occurs twice is counted as one. */
  start(name: string): void {
    this.stop();
    this.#stage = { name, start: performance.now(), cpu: cpuTime() };
  }

  /** Ends the stage. */
  stop(): void {
    if (this.#stage === undefined) return;
    const { name, start, cpu } = this.#stage;
    this.#spans.push({ name, start, end: performance.now(), cpu: cpuTime() - cpu });
    this.#stage = undefined;
  }

  /** Adds a part of the current stage that has just ended, for example one page. */
  addPart(name: string, start: number): void {
    this.#parts.push({ name, start, end: performance.now() });
  }

  /** Milliseconds by stage. */
  get timings(): Timings {
    return this.#sum(({ start, end }) => end - start);
  }

  /** A table of the stages: elapsed time and processor time. */
  formatTable(): string {
    const elapsed = this.timings;
    const cpu = this.#sum((span) => span.cpu ?? 0);
    const rows = [...elapsed].map(([name, time]) => [name, time, cpu.get(name) ?? 0] as const);
    const total = ['all', sumOf(elapsed), sumOf(cpu)] as const;
    const cell = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`.padStart(10);
    const lines = [...rows, total].map(([name, time, used]) => `${name.padEnd(12)}${cell(time)}${cell(used)}`);
    return [`${'stage'.padEnd(12)}${'time'.padStart(10)}${'cores'.padStart(10)}`, ...lines].join('\n');
  }

  /**
   * Writes a trace in the Trace Event Format, which the performance panel of a browser opens.
   * @throws the system's error
   */
  async writeTrace(file: string): Promise<void> {
    const toEvent = ({ name, start, end }: Span, tid: number): object => ({
      name,
      ph: 'X',
      ts: Math.round(start * 1000),
      dur: Math.round((end - start) * 1000),
      pid: 1,
      tid,
    });
    const traceEvents = [
      ...this.#spans.map((span) => toEvent(span, 1)),
      ...this.#parts.map((span) => toEvent(span, 2)),
    ];
    await writeWhole(file, `${JSON.stringify({ traceEvents })}\n`);
  }

  /** Writes `{stage: milliseconds}`. Does nothing without a file. */
  async writeTimings(file: string | undefined): Promise<void> {
    if (file) await writeWhole(file, `${JSON.stringify(Object.fromEntries(this.timings))}\n`);
  }

  #sum(measure: (span: Span) => number): Map<string, number> {
    const sums = new Map<string, number>();
    for (const span of this.#spans) sums.set(span.name, (sums.get(span.name) ?? 0) + measure(span));
    return sums;
  }
}

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function sumOf(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}
