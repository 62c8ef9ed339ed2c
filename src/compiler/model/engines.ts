// Interfaces of the engines that need WebAssembly, threads or large data. The core is given them; it never imports one.

import type { SampleSyntax } from './sample-syntax.ts';

/** A stretch of one line of code in one colour. */
export interface CodeToken {
  readonly text: string;
  /** Colour's name as a short class, e.g. `k` for keywords; absent for plain text. */
  readonly tone?: string;
}

/** Draws pictures of ours from SVG. It is never given a picture, which a decoder would have to read. */
export interface PictureMaker {
  /** Width in pixels of a text of one line. */
  measure(text: string, size: number): number;
  /** A PNG of the width in pixels; its height follows. */
  draw(svg: string, width: number): Uint8Array;
}

/** Code to be coloured. Its lines end with `\n`. */
export interface CodeText {
  readonly text: string;
  /** A grammar's name: `ruby`, `shellscript`. */
  readonly grammar: string;
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
