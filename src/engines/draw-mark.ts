// The mark that stands for a site: its own icon where that is a square of plain shapes, else a letter on its colour.

import { escapeText } from './resvg-pictures.ts';

export interface Mark {
  /** `#rgb` or `#rrggbb`. */
  readonly accent: string;
  readonly letter: string;
  /** The site's own icon, taken apart by `readIcon`. */
  readonly icon?: PlainIcon;
}

/** An SVG that may be drawn as part of ours. */
export interface PlainIcon {
  readonly viewBox: string;
  /** What stands inside the root element. */
  readonly shapes: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The mark as a piece of SVG. */
export function drawMark({ accent, letter, icon }: Mark, { x, y, size }: Place): string {
  if (icon) return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="${icon.viewBox}">${icon.shapes}</svg>`;
  const at = (part: number): string => (size * part).toFixed(2);
  const square = `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${at(0.2)}" fill="${accent}"/>`;
  const style = `font-family="Inter, system-ui, sans-serif" font-weight="600" font-size="${at(0.66)}" text-anchor="middle"`;
  return `${square}<text x="${(x + size / 2).toFixed(2)}" y="${(y + size * 0.74).toFixed(2)}" ${style} fill="${inkOn(accent)}">${escapeText(letter)}</text>`;
}

/** The mark as a file: square, alone, or on a white ground with room around it as home screens want it. */
export function drawMarkFile(mark: Mark, isOnGround: boolean): string {
  const ground = isOnGround ? '<rect width="180" height="180" fill="#fff"/>' : '';
  const place = isOnGround ? { x: 28, y: 28, size: 124 } : { x: 0, y: 0, size: 180 };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180">${ground}${drawMark(mark, place)}</svg>\n`;
}

/** White or black, whichever is read better on a colour. */
function inkOn(colour: string): string {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
  const parts = [1, 3, 5].map((start) => Number.parseInt(long.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

const plainElements = new Set(['g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'defs', 'linearGradient', 'radialGradient', 'stop', 'title', 'desc', 'clipPath']);

/**
 * Takes an SVG apart that holds plain shapes and is square. Undefined for any other: pictures inside, styles, scripts,
 * entities, links and copies of parts are what makes drawing a stranger's file dangerous or endless.
 */
export function readIcon(svg: string): PlainIcon | undefined {
  const match = /^(?:\uFEFF)?\s*(?:<\?xml[^>]*\?>\s*)?<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg);
  if (match === null || svg.length > 65_536) return undefined;
  const [, attributes = '', shapes = ''] = match;
  const viewBox = /\bviewBox\s*=\s*["']\s*([-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+))\s*["']/.exec(attributes);
  if (viewBox === null) return undefined;
  const ratio = Number(viewBox[2]) / Number(viewBox[3]);
  const elements = [...shapes.matchAll(/<\/?([^\s/>]*)/g)].map((element) => element[1]!);
  const isPlain = elements.every((name) => plainElements.has(name)) && !/&(?!(?:lt|gt|amp|quot|apos);)|href|<!|<\?|\bon\w+\s*=/i.test(shapes);
  return isPlain && ratio > 0.8 && ratio < 1.25 ? { viewBox: viewBox[1]!, shapes: inheritFrom(attributes, shapes) } : undefined;
}

/** What the root element says about painting holds for the shapes, also where another root stands around them. */
function inheritFrom(attributes: string, shapes: string): string {
  const painting = [...attributes.matchAll(/\b(fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|fill-rule)\s*=\s*("[^"<]*"|'[^'<]*')/g)];
  return painting.length === 0 ? shapes : `<g ${painting.map(([whole]) => whole).join(' ')}>${shapes}</g>`;
}
