// Interfaces of the engines that need WebAssembly, threads or large data. The core is given them; it never imports one.

import type { SampleSyntax } from './sample-syntax.ts';

/** A stretch of one line of code in one colour. */
export interface CodeToken {
  readonly text: string;
  /** Colour's name as a short class, e.g. `k` for keywords; absent for plain text. */
  readonly tone?: string;
}

/** Cuts code into coloured tokens, by line. */
export interface Highlighter {
  /** `grammar` is a grammar's name (`ruby`, `shellscript`); one it does not know gives plain lines. */
  highlight(text: string, grammar: string): readonly (readonly CodeToken[])[];
}

/** Reads samples with real grammars of their languages. Grammars are loaded when a sample needs them. */
export interface SampleParser {
  /** Whether samples with this extension (with its dot) have a grammar here. */
  canParse(extension: string): boolean;
  /** Never rejects for what a sample says. Fragments are fine: statements without a function, members without a class. */
  parse(text: string, extension: string): Promise<SampleSyntax>;
}
