// What a grammar makes of one sample: its mistakes, the names it uses, the commands it runs. All places are offsets of
// the text that was parsed.

import type { Range } from '../source/index.ts';

/** A sample as a real grammar of its language reads it. */
export interface SampleSyntax {
  /** Where the text stops being code; the first place only, since what follows is mostly its echo. */
  readonly fault?: SyntaxFault | undefined;
  /** Names that may be those of documented fields, in order. Local variables are not among them. */
  readonly names: readonly UsedName[];
  readonly comments: readonly Range[];
  /** Commands of a shell script, in order; empty in other languages. */
  readonly commands: readonly ShellCommand[];
}

export interface SyntaxFault {
  /** What is wrong, to be continued by a full stop: `the string is not closed`. */
  readonly problem: string;
  readonly range: Range;
}

export interface UsedName {
  readonly name: string;
  readonly range: Range;
  /** `f(name: …)`, `.name`, and what a literal of an object, a map or an initialiser calls its parts. */
  readonly role: 'argument' | 'member' | 'key';
  /** Where the value ends that it names: names before this offset stand inside of it. Absent for members. */
  readonly valueEnd?: number | undefined;
}

/** A command with its words, quotes and escapes already read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** What a here-document or here-string gives it to read. */
  readonly input?: ShellWord | undefined;
}

/** A word of a command: what the shell hands over, piece by piece. */
export interface ShellWord {
  readonly range: Range;
  readonly pieces: readonly ShellPiece[];
}

/** A text that stands in the file as it is, or a `hole`: a variable or command whose value nobody knows. */
export type ShellPiece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'hole'; readonly range: Range };
