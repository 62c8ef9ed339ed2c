// Pictures of ours: the same bytes each time, nothing of a stranger's file that could be more than shapes.

import { describe, expect, test } from 'vitest';
import { createPictureMaker, drawCard, drawMarkFile, readIcon } from '../../src/engines/index.ts';

const maker = await createPictureMaker();
const mark = { accent: '#2c5bd0', letter: 'S' };
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const card = { path: 'card.png', title: 'Single sign-on', above: 'Reference', site: 'Latchkey' };

describe('a card', () => {
  test('is a PNG of the size that networks show, the same bytes each time', async () => {
    const first = maker.draw(drawCard(card, mark, maker), 1200);
    const other = await createPictureMaker();
    expect(sizeOf(first)).toEqual([1200, 630]);
    expect(Buffer.from(other.draw(drawCard(card, mark, other), 1200)).equals(Buffer.from(first))).toBe(true);
  });

  test.each([
    ['many words', 'How to rotate the secrets of a connection without signing anybody out '.repeat(9)],
    ['one identifier', 'a'.repeat(300)],
    ['one identifier with joints', 'Acme.Resource.OrganizationDomain'.repeat(10)],
    ['markup', '</text><image href="file:///etc/passwd"/>&amp;'],
    ['nothing', ''],
  ])('keeps %s inside', (_name, title) => {
    const svg = drawCard({ ...card, title, site: title }, mark, maker);
    expect(svg).not.toContain('<image');
    const lines = [...svg.matchAll(/font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)];
    for (const [, size, words] of lines) {
      const plain = words!.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
      expect(maker.measure(plain, Number(size))).toBeLessThanOrEqual(1040);
    }
    expect(sizeOf(maker.draw(svg, 1200))).toEqual([1200, 630]);
  });

  test('breaks a name at its joints', () => {
    const svg = drawCard({ ...card, title: 'WorkOS.SingleSignOn.ListConnectionsOfAnOrganization' }, mark, maker);
    expect([...svg.matchAll(/font-weight="600"[^>]*>([^<]*)</g)].map((line) => line[1]).slice(-2)).toEqual([
      'WorkOS.SingleSignOn.List',
      'ConnectionsOfAnOrganization',
    ]);
  });
});

describe('an icon', () => {
  const svg = (inside: string, attributes = 'viewBox="0 0 32 32"'): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

  test('of plain shapes is taken, with what its root says about painting', () => {
    expect(readIcon(`<?xml version="1.0"?>\n${svg('<path d="M0 0h9"/>', 'viewBox="0 0 32 32" fill="none" width="5"')}\n`)).toEqual({
      viewBox: '0 0 32 32',
      shapes: '<g fill="none"><path d="M0 0h9"/></g>',
    });
  });

  test.each([
    ['a picture', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<path onload="alert(1)" d=""/>')],
    ['copies of copies', svg('<g id="a"><path d=""/></g><use href="#a"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<path d="&a;"/>')}`],
    ['an entity in its text', svg('<title>&a;</title>')],
    ['a style', svg('<style>@import url(x)</style>')],
    ['a filter', svg('<filter id="f"/>')],
    ['text in CDATA', svg('<![CDATA[<image/>]]>')],
    ['too wide a shape', svg('<path d=""/>', 'viewBox="0 0 200 32"')],
    ['no size', svg('<path d=""/>', '')],
    ['64 KiB', svg(`<path d="${'M0 0'.repeat(20_000)}"/>`)],
    ['no SVG', 'hello'],
  ])('with %s is not', (_name, text) => {
    expect(readIcon(text)).toBeUndefined();
  });

  test('that is a letter is dark on light colours and light on dark ones', () => {
    expect(drawMarkFile({ accent: '#ffd400', letter: '<' }, false)).toContain('fill="#000">&lt;</text>');
    expect(drawMarkFile({ accent: '#123', letter: 'A' }, true)).toContain('fill="#fff">A</text>');
    expect(sizeOf(maker.draw(drawMarkFile(mark, true), 180))).toEqual([180, 180]);
  });
});
