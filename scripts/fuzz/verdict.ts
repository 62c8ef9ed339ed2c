// What is said of one content folder: that the compiler took it as it must, or what it did instead.
// Types only, shared by the process that judges and the one that waits for it.

/** Files of a content folder: path → text. */
export type Files = Readonly<Record<string, string>>;

/** What the process that judges is asked. */
export interface Question {
  readonly files: Files;
  /** Milliseconds that compiling once and drawing may take. */
  readonly limit: number;
  /** Whether the folder is compiled again, in the reverse order, to see whether the findings are the same. */
  readonly isTwice: boolean;
}

export type Verdict = SoundVerdict | FaultVerdict;

export interface SoundVerdict {
  readonly kind: 'sound';
  /** Time of compiling once and drawing the pages. */
  readonly milliseconds: number;
  /** Findings in short, `error unknown-key a.mdx:3:1`; of a flood the first ones. */
  readonly findings: readonly string[];
  readonly findingsInAll: number;
}

export interface FaultVerdict {
  readonly kind: Fault;
  /** What an engineer needs to see: a stack, the range, the first difference. */
  readonly detail: string;
  readonly milliseconds: number;
}

/** `throws`, a range `outside` its file, findings that are `unstable`, `slow`; the process `dies` or `hangs`. */
export type Fault = 'throws' | 'outside' | 'unstable' | 'slow' | 'dies' | 'hangs';
