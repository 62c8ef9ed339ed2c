// Accessibility of every kind of page: axe finds no violation, and no page scrolls horizontally. In light and dark, on
// wide and small screens, in three languages. `interactions.long.test.ts` tests pages after actions of the reader.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKindsIn, type PageKind } from '../../scripts/page-kinds.ts';
import { findViolations, overhang, seeds, walkByTab } from './accessibility.ts';
import { openExample, pythonOnly, type OpenSite } from './open-site.ts';

const languages = ['js', 'ruby', 'dotnet'];
const wide = { width: 1440, height: 900 };
const small = { width: 390, height: 844 };
const pages = languages.flatMap((language) =>
  allKindsIn(language).map(({ name, route }) => ({ name, language, path: `${language}/${route}` })),
);
const connection = 'js/reference/sso/connection/';

let site: OpenSite;

beforeAll(async () => {
  site = await openExample();
});
afterAll(() => site?.close());

/** One page of every kind in a language's tree. */
function allKindsIn(language: string): readonly PageKind[] {
  const kinds = pageKindsIn(language);
  return kinds.some(({ name }) => name === 'missing') ? kinds : [...kinds, { name: 'missing', route: pythonOnly }];
}

test('each language has a page of every kind', () => {
  const kindsOf = (language: string): readonly string[] =>
    pages
      .filter((page) => page.language === language)
      .map(({ name }) => name)
      .sort();
  for (const language of languages)
    expect(kindsOf(language)).toEqual(['guide', 'home', 'method', 'missing', 'not-found', 'object']);
});

describe('the test tools', () => {
  test('report each added fault, and nothing on a page without faults', async () => {
    expect(Object.keys(seeds).length).toBeGreaterThanOrEqual(10);
    await site.withPage(connection, { viewport: wide }, async (page) => expect(await findViolations(page)).toEqual([]));
    for (const [rule, seed] of Object.entries(seeds)) {
      await site.withPage(connection, { viewport: wide }, async (page) => {
        await page.evaluate(seed);
        expect(
          (await findViolations(page)).map((violation) => violation.split(':')[0]),
          rule,
        ).toContain(rule);
      });
    }
  });

  test('report focus that is covered, outside the window, or not marked', async () => {
    await site.withPage(connection, { viewport: wide }, async (page) => {
      await page.evaluate(() => {
        const [first, second, third] = document.querySelectorAll<HTMLElement>('main a[href]');
        first!.style.outline = 'none';
        Object.assign(second!.style, { position: 'fixed', left: '-500px' });
        const cover = document.createElement('div');
        Object.assign(cover.style, { position: 'absolute', inset: '0', zIndex: '9' });
        third!.style.position = 'relative';
        third!.before(cover);
      });
      const faults = (await walkByTab(page)).flatMap((stop) => stop.faults).join('\n');
      expect(faults).toContain('no focus ring');
      expect(faults).toContain('outside the window');
      expect(faults).toContain('under div');
    });
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([wide, small])('at $width px', (viewport) => {
    test.each(pages)('$name in $language has no violation', ({ path }) =>
      site.withPage(path, { viewport, colorScheme }, async (page) => {
        expect(await findViolations(page)).toEqual([]);
      }),
    );
  });
});

describe('without horizontal scrolling', () => {
  const views = [
    { name: '320 px', viewport: { width: 320, height: 640 } },
    { name: '1440 px at 200 %', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    { name: '1280 px at 400 %', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  ];
  test.each(views)('every page fits its window at $name', async ({ name: _name, ...options }) => {
    for (const { path } of pages) {
      await site.withPage(path, options, async (page) => {
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        expect(await overhang(page), path).toBe(0);
      });
    }
  });

  test('every page fits its window with the text spacing of WCAG 1.4.12', async () => {
    for (const { path } of pages) {
      await site.withPage(path, { viewport: { width: 320, height: 640 } }, async (page) => {
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } ' +
              'p { margin-bottom: 2em !important }',
          );
          document.adoptedStyleSheets.push(sheet);
        });
        expect(await overhang(page), path).toBe(0);
      });
    }
  });
});
