// The result for one content folder: correct, or the compiler's fault. Types only, shared by the judging process and
// its parent.

/** Files of a content folder: path → text. */
export type Files = Readonly<Record<string, string>>;

/** A request to the judging process. */
export interface Question {
  readonly files: Files;
  /** Time limit in milliseconds for compiling once and drawing. */
  readonly limit: number;
  /** Whether the folder is compiled again, in reverse order, to compare the findings. */
  readonly isTwice: boolean;
}

export type Verdict = SoundVerdict | FaultVerdict;

export interface SoundVerdict {
  readonly kind: 'sound';
  /** Duration of compiling once and drawing the pages. */
  readonly milliseconds: number;
  /** Findings in short, `error unknown-key a.mdx:3:1`; at most the first ones. */
  readonly findings: readonly string[];
  readonly findingsInAll: number;
}

export interface FaultVerdict {
  readonly kind: Fault;
  /** Details: a stack, the range, the first difference. */
  readonly detail: string;
  readonly milliseconds: number;
}

/** `throws`, a range `outside` its file, findings that are `unstable`, `slow`; the process `dies` or `hangs`. */
export type Fault = 'throws' | 'outside' | 'unstable' | 'slow' | 'dies' | 'hangs';
