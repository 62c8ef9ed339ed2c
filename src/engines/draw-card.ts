// A card → the SVG of the picture that a shared link shows: the site's name at the top, the title in large letters
// below.

import type { CardView, PictureMaker } from '../compiler/model/index.ts';
import { splitAtSeams } from '../compiler/text/index.ts';
import { drawMark, type Mark } from './draw-mark.ts';
import { escapeForSvg } from './resvg-pictures.ts';

const size = { width: 1200, height: 630 };
const margin = 80;
const inner = size.width - 2 * margin;

/** Sizes of the title. The first one at which the title fits is used. */
const titles = [
  { size: 88, lines: 2 },
  { size: 68, lines: 3 },
  { size: 52, lines: 4 },
];

/**
 * The picture of a card as SVG, 1200 × 630 pixels.
 * @param maker measures the text
 */
export function drawCard({ title, above, site }: CardView, mark: Mark, maker: PictureMaker): string {
  const set = titles.map((style) => ({ ...style, words: breakLines(title, style.size, maker) }));
  const fitting = set.find(({ words, lines }) => words.length <= lines) ?? set.at(-1)!;
  const lines = cut(fitting.words, fitting.lines);
  const lead = Math.round(fitting.size * 1.16);
  const first = size.height - margin - 24 - (lines.length - 1) * lead;
  const texts = lines.map((line, i) => text(line, margin - 4, first + i * lead, fitting.size, '#16181d'));
  // The card of the home page shows the site's name as its title, and not a second time.
  const head =
    site === title ? [] : [text(fitLine(site, 40, inner - 96, maker), margin + 92, margin + 46, 40, '#16181d')];
  const group =
    above === undefined ? [] : [text(fitLine(above, 34, inner, maker), margin, first - lead - 6, 34, '#676d78')];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<rect y="${size.height - 12}" width="100%" height="12" fill="${mark.accent}"/>`,
    drawMark(mark, { x: margin, y: margin, size: 64 }),
    ...head,
    ...group,
    ...texts,
    '</svg>',
  ].join('');
}

function text(words: string, x: number, y: number, fontSize: number, fill: string): string {
  const spacing = (fontSize * -0.02).toFixed(2);
  const font = `font-size="${fontSize}" font-weight="600" letter-spacing="${spacing}"`;
  return `<text x="${x}" y="${y}" ${font} fill="${fill}">${escapeForSvg(words)}</text>`;
}

/**
 * Breaks a title between words. A word wider than the card breaks at a separator or before a capital, else anywhere.
 */
function breakLines(title: string, fontSize: number, maker: PictureMaker): readonly string[] {
  const fits = (words: string): boolean => maker.measure(words, fontSize) <= inner;
  const lines: string[] = [];
  const add = (piece: string, glue: string): void => {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + glue + piece)) lines[lines.length - 1] = last + glue + piece;
    else lines.push(piece);
  };
  for (const word of title.split(/\s+/).filter((one) => one !== '')) {
    const parts = fits(word)
      ? [word]
      : splitAtSeams(word)
          .flatMap((part) => part.split(/(?<=-)/))
          .flatMap((part) => breakPart(part, fontSize, maker));
    for (const [i, part] of parts.entries()) add(part, i === 0 ? ' ' : '');
  }
  return lines;
}

function breakPart(part: string, fontSize: number, maker: PictureMaker): readonly string[] {
  const width = maker.measure(part, fontSize);
  if (width <= inner) return [part];
  const characters = [...part];
  const most = Math.max(1, Math.floor((characters.length * inner * 0.9) / width));
  const starts = Array.from({ length: Math.ceil(characters.length / most) }, (_, i) => i * most);
  return starts.map((start) => characters.slice(start, start + most).join(''));
}

function cut(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/\W*\s\S*$/, '')}…`];
}

/** Shortens a text to a width, with `…` at its end. */
function fitLine(words: string, fontSize: number, width: number, maker: PictureMaker): string {
  const whole = maker.measure(words, fontSize);
  if (whole <= width) return words;
  const characters = [...words];
  return `${characters.slice(0, Math.floor((characters.length * width * 0.9) / whole)).join('')}…`;
}
