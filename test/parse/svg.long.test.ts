// Pictures and icons with very many parts are read in seconds.

import { describe, expect, test } from 'vitest';
import { parseSvg } from '../../src/compiler/parse/svg/index.ts';
import { cpuTime } from '../cpu-time.ts';

const root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, attributes = 'viewBox="0 0 32 32"'): string =>
  `<svg ${root} ${attributes}>${inside}</svg>`;
const read = (text: string) => parseSvg({ path: 'a.svg', text });

describe('a picture that draws its parts many times', () => {
  test('by many references is read in seconds', () => {
    const text = svg(
      `<g fill="${'url(#b)'.repeat(100_000)}">${'<rect/>'.repeat(30_000)}</g><style>` +
        `${'.a{fill:url(#b)}'.repeat(30_000)}</style>${'<rect class="a"/>'.repeat(30_000)}<pattern id="b">` +
        '<path d=""/></pattern>',
    );
    expect(cpuTime(() => read(text))).toBeLessThan(8000);
  });
});

describe('an icon', () => {
  test('of a million characters is read in seconds', () => {
    const texts = [
      svg('<g>'.repeat(150_000)),
      svg(`<path d="${'M0 0'.repeat(250_000)}"/>`),
      svg(`<style>${'url('.repeat(250_000)}</style>`),
      svg(`<style>${'@media '.repeat(150_000)}</style>`),
      svg(`<rect ${Array.from({ length: 50_000 }, (_, i) => `data-a${i}=""`).join(' ')}/>`),
      svg(`<rect ${Array.from({ length: 4900 }, (_, i) => `z${i}=""`).join(' ')} d="${' '.repeat(3_000_000)}"/>`),
      svg(`<rect style="${'a:b;'.repeat(250_000)}"/>`),
      `<!DOCTYPE svg ${'PUBLIC "'.repeat(120_000)}>`,
    ];
    for (const text of texts) {
      expect(
        cpuTime(() => read(text)),
        text.slice(0, 200),
      ).toBeLessThan(5000);
    }
  });
});
