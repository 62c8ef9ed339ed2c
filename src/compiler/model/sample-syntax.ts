// The result of parsing one sample: its syntax error, the names it uses, its commands. All places are offsets in the
// parsed text.

import type { ShellCommand } from '../languages/index.ts';
import type { Range } from '../source/index.ts';

export type { ShellCommand, ShellPiece, ShellWord } from '../languages/index.ts';

/** A sample parsed with a grammar of its language. */
export interface SampleSyntax {
  /** The first syntax error. Later ones are mostly consequences of it. */
  readonly fault?: SyntaxFault | undefined;
  /** Names that may be documented fields, in order, without local variables. */
  readonly names: readonly UsedName[];
  readonly comments: readonly Range[];
  /** Commands of a shell script, in order; empty in other languages. */
  readonly commands: readonly ShellCommand[];
}

export interface SyntaxFault {
  /** The problem, as a clause without a full stop: `the string is not closed`. */
  readonly problem: string;
  readonly range: Range;
}

export interface UsedName {
  readonly name: string;
  readonly range: Range;
  /** `f(name: …)`, `.name`, or a key in a literal of an object, a map or an initialiser. */
  readonly role: 'argument' | 'member' | 'key';
  /** End of the named value: names before this offset are inside it. Absent for members. */
  readonly valueEnd?: number | undefined;
}
