// The root attributes of an SVG → its size in pixels, which browsers use if a page sets no size.

import type { SvgAttribute } from './find-active.ts';

/** Pixels of a CSS unit. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  rem: 16,
  ex: 8,
};

/**
 * The size from `width` and `height`, or from the `viewBox` if one is missing or a percentage. Undefined if none has
 * it.
 */
export function readSvgSize(
  attributes: readonly SvgAttribute[],
): { readonly width: number; readonly height: number } | undefined {
  const find = (name: string): string => attributes.find((attribute) => attribute.name === name)?.value ?? '';
  const [width, height] = [find('width'), find('height')].map(readLength);
  const box = find('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , wide = 0, high = 0] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const hasBox = wide > 0 && high > 0;
  if (width !== undefined && height !== undefined) return roundSize(width, height);
  if (!hasBox) return undefined;
  if (width !== undefined) return roundSize(width, (width * high) / wide);
  return height === undefined ? roundSize(wide, high) : roundSize((height * wide) / high, height);
}

function readLength(text: string): number | undefined {
  const match = /^\s*\+?(\d{1,7}(?:\.\d*)?|\.\d+)(px|pt|pc|in|cm|mm|em|rem|ex)?\s*$/.exec(text);
  const length = match ? Number(match[1]) * units[match[2] ?? '']! : 0;
  return length > 0 ? length : undefined;
}

function roundSize(width: number, height: number): { readonly width: number; readonly height: number } {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
