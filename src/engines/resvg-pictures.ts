// Implements the model's `PictureMaker` with resvg: Stele's SVG → PNG, with one typeface that is part of Stele. Fonts
// of the machine are not used, so a picture is the same everywhere.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import type { PictureMaker } from '../compiler/model/index.ts';
import { escapeHtml } from '../compiler/text/index.ts';

const resolve = createRequire(import.meta.url).resolve;
const font = { loadSystemFonts: false, defaultFontFamily: 'Inter' };

/**
 * The file of the typeface. The npm package has a copy, because native code cannot read a file in an archive, in which
 * Yarn keeps packages.
 */
function findFont(): string {
  const shipped = join(import.meta.dirname, '../fonts/Inter_600SemiBold.ttf');
  return existsSync(shipped) ? shipped : resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf');
}

/** Creates a picture maker. Loads resvg's native binary here, since only builds need it. */
export async function createPictureMaker(): Promise<PictureMaker> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fontFiles = [findFont()];
  const options: ResvgRenderOptions = { font: { ...font, fontFiles } };
  const widths = new Map<string, number>();
  /** Width at 100 pixels. Widths are proportional to the font size. */
  const measureOnce = (text: string): number => {
    const element = `<text x="0" y="100" font-size="100" font-weight="600">${escapeForSvg(text)}</text>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${element}</svg>`;
    return new Resvg(svg, options).getBBox()?.width ?? 0;
  };
  return {
    measure(text, size) {
      const width = widths.get(text) ?? measureOnce(text);
      widths.set(text, width);
      return (width * size) / 100;
    },
    draw: (svg, width) => new Resvg(svg, { ...options, fitTo: { mode: 'width', value: width } }).render().asPng(),
  };
}

/** Escapes text for SVG. Characters that XML does not allow are left out. */
export function escapeForSvg(text: string): string {
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ''));
}
