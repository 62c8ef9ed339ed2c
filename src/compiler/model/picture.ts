// What `parse` makes of an SVG file: what a page may show of it, and what a browser would run or load because of it.

import type { Range } from '../source/index.ts';

export interface SvgPicture {
  /** Pixels, where the root says so. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Why no browser shows it; then nothing else is known of it. */
  readonly malformed?: SvgProblem | undefined;
  /** The first part of it that could run, or load something from elsewhere. */
  readonly active?: SvgProblem | undefined;
  /** Its shapes if it is a plain square, else the reason why it is not. */
  readonly icon: PlainIcon | SvgProblem;
}

/** Words for a message, as in “it holds …”, and the place in the SVG. */
export interface SvgProblem {
  readonly what: string;
  readonly range: Range;
}

/** An SVG that may be drawn as part of ours: written anew from an allow list of elements and attributes. */
export interface PlainIcon {
  readonly viewBox: string;
  /** What stands inside the root element. */
  readonly shapes: string;
}
