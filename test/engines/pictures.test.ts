// Pictures that Stele draws: they have the same bytes each time, and titles cannot add markup to them.

import { describe, expect, test } from 'vitest';
import { createPictureMaker, drawCard, drawMarkFile, startPictureProcess } from '../../src/engines/index.ts';

const maker = await createPictureMaker();
const mark = { accent: '#2c5bd0', letter: 'S' };
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const card = { path: 'card.png', title: 'Single sign-on', above: 'Reference', site: 'Latchkey' };

describe('a card', () => {
  test('is a PNG of the size that social networks show, with the same bytes each time', async () => {
    const first = maker.draw(drawCard(card, mark, maker), 1200);
    const other = await createPictureMaker();
    expect(sizeOf(first)).toEqual([1200, 630]);
    expect(Buffer.from(other.draw(drawCard(card, mark, other), 1200)).equals(Buffer.from(first))).toBe(true);
  });

  test.each([
    ['many words', 'How to rotate the secrets of a connection without signing anybody out '.repeat(9)],
    ['one identifier', 'a'.repeat(300)],
    ['one identifier with dots and capitals', 'Acme.Resource.OrganizationDomain'.repeat(10)],
    ['markup', '</text><image href="file:///etc/passwd"/>&amp;'],
    ['an empty title', ''],
  ])('keeps %s inside its borders', (_name, title) => {
    const svg = drawCard({ ...card, title, site: title }, mark, maker);
    expect(svg).not.toContain('<image');
    const lines = [...svg.matchAll(/font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)];
    for (const [, size, words] of lines) {
      const plain = words!
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      expect(maker.measure(plain, Number(size))).toBeLessThanOrEqual(1040);
    }
    expect(sizeOf(maker.draw(svg, 1200))).toEqual([1200, 630]);
  });

  test('breaks a name at its dots and capitals', () => {
    const svg = drawCard({ ...card, title: 'WorkOS.SingleSignOn.ListConnectionsOfAnOrganization' }, mark, maker);
    expect([...svg.matchAll(/font-weight="600"[^>]*>([^<]*)</g)].map((line) => line[1]).slice(-2)).toEqual([
      'WorkOS.SingleSignOn.List',
      'ConnectionsOfAnOrganization',
    ]);
  });
});

describe('the mark', () => {
  test('with a letter is dark on a light colour and light on a dark colour', () => {
    expect(drawMarkFile({ accent: '#ffd400', letter: '<' }, false)).toContain('fill="#000">&lt;</text>');
    expect(drawMarkFile({ accent: '#123', letter: 'A' }, true)).toContain('fill="#fff">A</text>');
    expect(sizeOf(maker.draw(drawMarkFile(mark, true), 180))).toEqual([180, 180]);
  });
});

describe('a picture from a separate process', () => {
  const plain = drawMarkFile(mark, false);

  test('has the same bytes as one from this process', async () => {
    const separate = startPictureProcess();
    const drawn = await Promise.all([separate.draw(plain, 32), separate.draw(plain, 180)]);
    separate.close();
    expect(drawn.map((png) => png && sizeOf(png))).toEqual([
      [32, 32],
      [180, 180],
    ]);
    expect(Buffer.from(drawn[0]!).equals(Buffer.from(maker.draw(plain, 32)))).toBe(true);
  });

  test('is undefined if it takes too long or cannot be drawn, and so are all later ones', async () => {
    const levels = Array.from(
      { length: 23 },
      (_, i) =>
        `<clipPath id="c${i}">${`<rect width="9" height="9" clip-path="url(#c${i + 1})"/>`.repeat(2)}</clipPath>`,
    );
    const bomb =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs>${levels.join('')}<clipPath ` +
      'id="c23"><rect width="9" height="9"/></clipPath></defs><rect width="9" height="9" ' +
      'clip-path="url(#c0)"/></svg>';
    const slow = startPictureProcess(300);
    const start = performance.now();
    expect(await slow.draw(bomb, 180)).toBeUndefined();
    expect(await slow.draw(plain, 32)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(60_000);
    const broken = startPictureProcess();
    expect(await broken.draw('<svg', 32)).toBeUndefined();
    expect(await broken.draw(plain, 32)).toBeUndefined();
  }, 120_000);
});
