// Reports an accent colour with too little contrast. Links have this colour, and must be readable on the backgrounds of
// both themes. WCAG 2 requires a contrast of 4.5:1 for text of normal size.

import type { Report } from '../../diagnostics/index.ts';
import type { ResolvedModel } from '../../model/index.ts';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * The background of each theme: `--ground` of `tokens.css`. On other backgrounds, the style sheet darkens or lightens
 * the accent.
 */
const backgrounds = { light: '#ffffff', dark: '#0f1013' } as const;
/** Share of the accent in its tone for the dark theme; the rest is white. `own-style.ts` has the same number. */
const shareOnDark = 0.55;

const minContrast = 4.5;

export function checkAccent({ site }: ResolvedModel, report: Report): void {
  const { accent } = site;
  if (accent === undefined) return;
  const colour = read(accent.value);
  const worst = worstContrast(colour);
  if (worst.ratio >= minContrast) return;
  // Rounded down, so that 4.499 is not shown as 4.50.
  const ratio = (Math.floor(worst.ratio * 100) / 100).toFixed(2);
  report('unreadable-accent', accent, {
    name: accent.value,
    ratio,
    theme: worst.theme,
    near: write(nearestReadable(colour)),
  });
}

interface Worst {
  readonly theme: 'light' | 'dark';
  readonly ratio: number;
}

/** The theme in which an accent is harder to read. */
function worstContrast(accent: Colour): Worst {
  const light = contrast(accent, read(backgrounds.light));
  const dark = contrast(mix(accent, [255, 255, 255], shareOnDark), read(backgrounds.dark));
  return light <= dark ? { theme: 'light', ratio: light } : { theme: 'dark', ratio: dark };
}

/** The tone nearest to a colour, darker or lighter, that has enough contrast in both themes. */
function nearestReadable(colour: Colour): Colour {
  for (let step = 1; step <= 100; step++) {
    for (const end of [
      [0, 0, 0],
      [255, 255, 255],
    ] as const) {
      const tone = mix(colour, end, 1 - step / 100);
      if (worstContrast(tone).ratio >= minContrast) return tone;
    }
  }
  return colour;
}

/** `#rgb` or `#rrggbb` as numbers from 0 to 255. */
function read(colour: string): Colour {
  const hex = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}

function write(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** @param share the share of the first colour, from 0 to 1 */
function mix(a: Colour, b: Colour, share: number): Colour {
  return a.map((part, i) => Math.round(part * share + b[i]! * (1 - share))) as unknown as Colour;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
