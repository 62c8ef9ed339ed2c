// The error of an exact parser.

/** Where a parser stopped, and why. `at` is an offset, never before the mistake. */
export interface Stuck {
  readonly problem: string;
  readonly at: number;
}
