// A number of inputs → what came of them, several at a time, in the order of their numbers.

import { createJudge } from './judge-pool.ts';
import { makeInput, type FuzzInput } from './make-input.ts';
import { minimiseFiles } from './minimise-files.ts';
import type { Seed } from './read-seeds.ts';
import type { FaultVerdict, Files } from './verdict.ts';

/** An input that the compiler did not take as it must. */
export interface Find {
  readonly input: FuzzInput;
  readonly verdict: FaultVerdict;
  readonly minimised: Files;
}

export interface FuzzResult {
  readonly count: number;
  readonly finds: readonly Find[];
  readonly slowest: { readonly number: number; readonly milliseconds: number };
}

export interface FuzzOptions {
  readonly seeds: readonly Seed[];
  readonly seed: number;
  readonly count: number;
  /** Number of the first input. */
  readonly from?: number;
  readonly jobs: number;
  /** Called with each find, once it is minimised, and from time to time with the number of inputs done. */
  readonly onFind?: (find: Find) => void;
  readonly onProgress?: (done: number) => void;
}

/** Milliseconds of processor time that an input may take. */
export const limit = 2000;
/** Milliseconds after which a process counts as hanging. The machine may be busy, so they are far more than the limit. */
const deadline = 60_000;
/** Milliseconds spent on making one find smaller. */
const patience = 30_000;
/** Finds of one kind and place that are kept: more are the same fault again. */
const mostAlike = 1;

export async function runFuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { seeds, seed, count, from = 0, jobs, onFind = () => {}, onProgress = () => {} } = options;
  const finds: Find[] = [];
  const alike = new Map<string, number>();
  let next = from;
  let done = 0;
  let slowest = { number: from, milliseconds: 0 };
  const work = async (): Promise<void> => {
    const judge = createJudge({ limit, deadline });
    while (next < from + count) {
      const input = makeInput(seeds, seed, next++);
      const verdict = await judge.judge(input.files);
      if (verdict.milliseconds > slowest.milliseconds)
        slowest = { number: input.number, milliseconds: verdict.milliseconds };
      if (verdict.kind !== 'sound') {
        const key = signatureOf(verdict);
        alike.set(key, (alike.get(key) ?? 0) + 1);
        if (alike.get(key)! <= mostAlike) {
          const hasFault = async (files: Files): Promise<boolean> => isSame(await judge.judge(files), verdict);
          const find = { input, verdict, minimised: await minimiseFiles(input.files, hasFault, patience) };
          finds.push(find);
          onFind(find);
        }
      }
      onProgress(++done);
    }
    judge.close();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return { count, finds: finds.sort((a, b) => a.input.number - b.input.number), slowest };
}

function isSame(verdict: { readonly kind: string }, wanted: FaultVerdict): boolean {
  return verdict.kind !== 'sound' && signatureOf(verdict as FaultVerdict) === signatureOf(wanted);
}

/** Identifies a fault: its kind and, for a thrown error, its message without names and the two innermost places. */
function signatureOf({ kind, detail }: FaultVerdict): string {
  if (kind !== 'throws') return `${kind} ${/"code":"([\w-]+)"|^([\w-]+) /.exec(detail)?.slice(1).join('') ?? ''}`;
  const frames = [...detail.matchAll(/\n\s+at [^\n]*?([\w.-]+:\d+):\d+\)?/g)].slice(0, 2).map((match) => match[1]);
  return `${kind} ${frames.join(' ')}`;
}
