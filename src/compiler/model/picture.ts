// The output of `parse` for an SVG file: its size and shapes, and active content that a browser would run or load.

import type { Range } from '../source/index.ts';

export interface SvgPicture {
  /** Size in pixels, if the root element has one. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** The reason why no browser can show it. The other fields are then not set. */
  readonly malformed?: SvgProblem | undefined;
  /** The first part that could run code or load an external resource. */
  readonly active?: SvgProblem | undefined;
  /** Its shapes if it is a plain square icon, else the reason why not. */
  readonly icon: PlainIcon | SvgProblem;
}

/** The object for a message “it holds …”, and its place in the SVG. */
export interface SvgProblem {
  readonly what: string;
  readonly range: Range;
}

/** An SVG that can be embedded in Stele's own pictures: rewritten from allowed elements and attributes only. */
export interface PlainIcon {
  readonly viewBox: string;
  /** The content of the root element. */
  readonly shapes: string;
}
