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
  /** Those of the first thread; absent if Node does not report them. */
  readonly own?: number | undefined;
}

/** Another thread, with its processor time in milliseconds. */
interface Thread {
  readonly name: string;
  readonly cpu: number;
}

/** Measures stages one after the other. */
export class Timeline {
  readonly #spans: Span[] = [];
  readonly #parts: Span[] = [];
  readonly #threads: Thread[] = [];
  #stage: (Omit<Span, 'end'> & { readonly cpu: number }) | undefined;

  /** Starts a stage, and ends the one before. A stage that occurs twice is counted as one. */
  start(name: string): void {
    this.stop();
    this.#stage = { name, start: performance.now(), cpu: cpuTime(), own: ownTime() };
  }

  /** Ends the stage. */
  stop(): void {
    if (this.#stage === undefined) return;
    const { name, start, cpu, own } = this.#stage;
    const now = ownTime();
    this.#spans.push({
      name,
      start,
      end: performance.now(),
      cpu: cpuTime() - cpu,
      own: now === undefined || own === undefined ? undefined : now - own,
    });
    this.#stage = undefined;
  }

  /** Adds another thread, which has ended, with its processor time in milliseconds. */
  addThread(name: string, cpu: number): void {
    this.#threads.push({ name, cpu });
  }

  /** Adds a part of the current stage that has just ended, for example one page. */
  addPart(name: string, start: number): void {
    this.#parts.push({ name, start, end: performance.now() });
  }

  /** Milliseconds by stage. */
  get timings(): Timings {
    return this.#sum(({ start, end }) => end - start);
  }

  /**
   * A table of the stages: elapsed time, processor time of all threads, and that of the first thread. Below it, the
   * processor times of other threads. The rest is that of Node's own threads, which compile code and free memory.
   */
  formatTable(): string {
    const elapsed = this.timings;
    const cpu = this.#sum((span) => span.cpu ?? 0);
    const own = this.#sum((span) => span.own ?? 0);
    const rows = [...elapsed].map(([name, time]) => [name, time, cpu.get(name) ?? 0, own.get(name) ?? 0] as const);
    const total = ['all', sumOf(elapsed), sumOf(cpu), sumOf(own)] as const;
    const used = [{ name: 'first', cpu: sumOf(own) }, ...this.#threads];
    const rest = Math.max(0, sumOf(cpu) - used.reduce((sum, thread) => sum + thread.cpu, 0));
    const hasThreads = ownTime() !== undefined;
    const columns = ['time', 'cores', ...(hasThreads ? ['first'] : [])];
    return [
      formatRow('stage', columns),
      ...[...rows, total].map(([name, ...times]) => formatRow(name, times.slice(0, columns.length).map(inSeconds))),
      ...(hasThreads ? ['', formatRow('thread', ['cores'])] : []),
      ...(hasThreads ? [...used, { name: 'Node', cpu: rest }] : []).map((thread) =>
        formatRow(thread.name, [inSeconds(thread.cpu)]),
      ),
    ].join('\n');
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

function formatRow(name: string, cells: readonly string[]): string {
  return name.padEnd(12) + cells.map((cell) => cell.padStart(10)).join('');
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Milliseconds of processor time of all threads. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of this thread. Node before 23.9 does not report it. */
function ownTime(): number | undefined {
  const usage = (process as Partial<Pick<NodeJS.Process, 'threadCpuUsage'>>).threadCpuUsage?.();
  return usage && (usage.user + usage.system) / 1000;
}

function sumOf(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}
