// Code blocks in a browser: wide code, colours, print, the keyboard, and the search of the browser.

import { describe, expect, test } from 'vitest';
import { setUpCodeBlocks, shownCode, wide } from './code-block-site.ts';
import { closeContext } from './shared-browser.ts';

const open = setUpCodeBlocks();

describe.each([
  ['off', false],
  ['on', true],
])('with JavaScript %s', (_name, javaScriptEnabled) => {
  test('wide code scrolls, also with the keyboard, and wraps on request', async () => {
    const page = await open({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const scroller = page.locator('pre', { hasText: 'wide' });
    const isScrolling = (): Promise<boolean> => scroller.evaluate((pre) => pre.scrollWidth > pre.clientWidth);
    expect(await isScrolling()).toBe(true);
    await scroller.focus();
    await scroller.press('ArrowRight');
    await expect.poll(() => scroller.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
    await page.locator('.code', { hasText: 'Wide' }).getByRole('checkbox', { name: 'Wrap' }).press('Space');
    expect(await isScrolling()).toBe(false);
    await closeContext(page.context());
  });

  test('the open tab is underlined, also in forced colours', async () => {
    const page = await open({ javaScriptEnabled, forcedColors: 'active' });
    const lines = await page.$$eval('.code-tabs > label', (labels) =>
      labels.map((label) => getComputedStyle(label).textDecorationLine),
    );
    expect(lines.slice(0, 3)).toEqual(['underline', 'none', 'none']);
    await closeContext(page.context());
  });

  test('print shows every tab and every line', async () => {
    const page = await open({ javaScriptEnabled });
    await page.emulateMedia({ media: 'print' });
    expect(await shownCode(page)).toEqual([
      'app.get("/", answer);',
      'export default function Page() {}',
      '{',
      'line0();',
      wide,
      'a();',
    ]);
    expect(await page.getByText('line47();').evaluate((code) => code.getBoundingClientRect().height)).toBeGreaterThan(
      0,
    );
    expect(await page.getByText('Show 28 more lines').isVisible()).toBe(false);
    await closeContext(page.context());
  });
});

test('the keyboard reaches everything that scrolls, at every width', async () => {
  const page = await open();
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.code *')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.tabIndex < 0)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(unreachable).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await closeContext(page.context());
});

test('lines out of focus get their colours when the pointer is on the block', async () => {
  const page = await open();
  const line = page.locator('.has-focus .line').first();
  const colour = (): Promise<string> =>
    line.evaluate((element) => getComputedStyle(element.querySelector('span') ?? element).color);
  const before = await colour();
  await line.hover();
  expect(await colour()).not.toBe(before);
  await closeContext(page.context());
});

describe('copying', () => {
  test('gives only the commands of a block with prompts, and a diff unchanged', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] }, 'js/prompts/');
    const copied: string[] = [];
    for (const button of await page.locator('.copy').all()) {
      await button.click();
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied).toEqual([
      'npm install @latchkey/node\nnpm test',
      'npm run build',
      '-a\n+b',
      Array.from({ length: 40 }, (_, i) => `echo ${i}`).join('\n'),
    ]);
    const colours = await page.evaluate(() =>
      ['.prompt', '.output', 'kbd'].map((name) => getComputedStyle(document.querySelector(`code ${name}`)!).color),
    );
    expect(new Set(colours).size).toBe(3);
    await closeContext(page.context());
  });

  test('is not offered without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.locator('.copy:visible').count()).toBe(0);
    await closeContext(page.context());
  });
});

describe('the search of the browser', () => {
  test.each([
    ['in a tab that is not open', 'the needle of the tab'],
    ['in folded lines', 'the needle of the fold'],
  ])('finds text %s, and shows it', async (_place, needle) => {
    // An address with a text fragment searches like the search of the browser.
    const page = await open({}, `js/code/#:~:text=${encodeURIComponent(needle)}`);
    await page.locator('code', { hasText: needle }).waitFor({ state: 'visible' });
    expect(await page.getByText(needle).evaluate((code) => code.getBoundingClientRect().height)).toBeGreaterThan(0);
    await closeContext(page.context());
  });
});
