// Interfaces of engines that need WebAssembly, threads or large data. The core gets them as arguments and never imports
// one.

import type { SampleSyntax } from './sample-syntax.ts';

/** A part of one line of code in one colour. */
export interface CodeToken {
  readonly text: string;
  /** Short class name of the colour, for example `k` for keywords; absent for plain text. */
  readonly tone?: string;
}

/** Draws Stele's own pictures from SVG. The SVG never contains an embedded image, which would need a decoder. */
export interface PictureMaker {
  /** Width in pixels of a text of one line. */
  measure(text: string, size: number): number;
  /** A PNG of the given width in pixels, with the SVG's proportions. */
  draw(svg: string, width: number): Uint8Array;
}

/** Code to be coloured. Its lines end with `\n`. */
export interface CodeText {
  readonly text: string;
  /** A grammar's name: `ruby`, `shellscript`. */
  readonly grammar: string;
}

/** Splits code into coloured tokens, by line. */
export interface Highlighter {
  /** `grammar` is a grammar's name (`ruby`, `shellscript`); an unknown grammar gives plain lines. */
  highlight(text: string, grammar: string): readonly (readonly CodeToken[])[];
}

/** Parses samples with grammars of their languages. Grammars are loaded on demand. */
export interface SampleParser {
  /** Whether samples with this extension (with its dot) and of this length have a grammar here. */
  canParse(extension: string, length: number): boolean;
  /**
   * Never rejects because of a sample's content. Accepts fragments: statements without a function, members without a
   * class.
   */
  parse(text: string, extension: string): Promise<SampleSyntax>;
}
