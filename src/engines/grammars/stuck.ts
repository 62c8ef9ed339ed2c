// What an exact parser says of a text that it refuses.

/** Where a parser got stuck: never before the mistake. `at` is an offset. */
export interface Stuck {
  readonly problem: string;
  readonly at: number;
}
