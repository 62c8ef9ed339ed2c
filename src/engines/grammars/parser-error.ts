// The error of an exact parser.

/** The first syntax error that a parser reports. */
export interface ParserError {
  /** The problem as a clause: one line, without a full stop. */
  readonly problem: string;
  /** The offset at which the parser stopped. It is never before the mistake. */
  readonly at: number;
}
