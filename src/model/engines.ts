// Interfaces of the engines that need WebAssembly, threads or large data. The core is given them; it never imports one.

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
