// The mark of a site: its own icon if that is a square of plain shapes, else a letter on the site's colour.

import type { PlainIcon } from '../compiler/model/index.ts';
import { escapeForSvg } from './resvg-pictures.ts';

/** The colour, the letter and the icon of a site. */
export interface Mark {
  /** `#rgb` or `#rrggbb`. */
  readonly accent: string;
  readonly letter: string;
  /** The site's own icon. */
  readonly icon?: PlainIcon;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The mark as an SVG fragment. */
export function drawMark({ accent, letter, icon }: Mark, { x, y, size }: Place): string {
  if (icon)
    return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${icon.viewBox}">${icon.shapes}</svg>`;
  const at = (part: number): string => (size * part).toFixed(2);
  const square = `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${at(0.2)}" fill="${accent}"/>`;
  const font = `font-family="Inter, system-ui, sans-serif" font-weight="600" font-size="${at(0.66)}"`;
  const style = `${font} text-anchor="middle" fill="${textColourOn(accent)}"`;
  const [textX, textY] = [(x + size / 2).toFixed(2), (y + size * 0.74).toFixed(2)];
  return `${square}<text x="${textX}" y="${textY}" ${style}>${escapeForSvg(letter)}</text>`;
}

/** The mark as an SVG file: without a background, or on white with a margin, for home screens. */
export function drawMarkFile(mark: Mark, hasBackground: boolean): string {
  const background = hasBackground ? '<rect width="180" height="180" fill="#fff"/>' : '';
  const place = hasBackground ? { x: 28, y: 28, size: 124 } : { x: 0, y: 0, size: 180 };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180">${background}${drawMark(mark, place)}</svg>\n`;
}

/** The colour of text on a colour: white or black, whichever has more contrast. */
function textColourOn(colour: string): string {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
  const parts = [1, 3, 5].map((start) => Number.parseInt(long.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
