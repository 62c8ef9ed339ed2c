// Accessibility of a site with long, wide, deep and very many parts: axe finds no violation, the keyboard reaches
// everything, and no page scrolls horizontally, also if it is zoomed.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations, overhang, walkByTab } from './accessibility.ts';
import { openStrain, type OpenSite } from './open-site.ts';
import { manyRows } from './strain-site.ts';

const wide = { width: 1440, height: 900 };
const small = { width: 390, height: 844 };
const pages = [
  { name: 'the home page', path: 'js/' },
  { name: 'long names and types', path: 'js/reference/long/' },
  { name: 'deep rows', path: 'js/reference/deep/' },
  { name: 'a field deep inside', path: 'js/reference/deep/#deep.one.two.three.four.five' },
  { name: 'a field that the language lacks', path: 'ruby/reference/deep/#deep.only_here' },
  { name: `${manyRows} rows`, path: 'js/reference/many/' },
];

let site: OpenSite;

beforeAll(async () => {
  site = await openStrain();
});
afterAll(() => site?.close());

describe.each([wide, small])('at $width px', (viewport) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test.each(pages)('$name: axe finds no violation, also with all rows open', ({ path }) =>
      site.withPage(path, { viewport, colorScheme }, async (page) => {
        expect(await findViolations(page)).toEqual([]);
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        expect(await findViolations(page)).toEqual([]);
      }),
    );
  });

  // Without pages at an anchor: there, Tab would not begin at the top.
  test.each(pages.filter(({ path }) => !path.includes('#')))(
    '$name: Tab reaches and leaves everything, always with a visible focus',
    ({ path }) =>
      site.withPage(path, { viewport }, async (page) => {
        const stops = await walkByTab(page, 2 * manyRows);
        expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
        expect(stops.length).toBeGreaterThan(3);
      }),
  );
});

test.each([
  { name: '320 px', viewport: { width: 320, height: 640 } },
  { name: '1440 px at 200 %', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { name: '1280 px at 400 %', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
])('no page scrolls horizontally at $name', async ({ name: _name, ...options }) => {
  for (const { path } of pages) {
    await site.withPage(path, options, async (page) => {
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      expect(await overhang(page), path).toBe(0);
    });
  }
});
