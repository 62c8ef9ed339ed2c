// Pages of `stele dev` in a browser: an edit changes an open page in place, and what the reader has opened, chosen,
// typed and scrolled to stays. Findings appear over the page, and disappear when they are fixed.

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDev, type RunningDev } from '../cli/start-dev.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { findViolations } from './accessibility.ts';
import { guideWith, referenceWith, writeFile, writeSite } from './follow-site.ts';
import { closeContext, closeContexts, openContext } from './shared-browser.ts';

let folder: string;
let dev: RunningDev;
let page: Page;
let errors: string[];
const write = (path: string, text: string): void => writeFile(folder, path, text);

beforeAll(async () => {
  folder = temporaryFolder();
  writeSite(folder);
  dev = await startDev(folder);
}, 120_000);
afterAll(async () => {
  await closeContexts();
  await dev.stop();
  removeFolder(folder);
});
beforeEach(async () => {
  page = await (await openContext({ viewport: { width: 1200, height: 800 } })).newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  expect(errors).toEqual([]);
  await closeContext(page.context());
  const before = dev.output().length;
  writeSite(folder);
  await dev.until(() => /Updated \S+ \(no findings\)/.test(dev.output().slice(before)), 3).catch(() => undefined);
});

/** Opens a page, and marks its window, so that a reload shows. */
async function open(path: string): Promise<void> {
  const connected = page.waitForResponse((response) => response.url().includes('_stele/changes'));
  await page.goto(dev.url + path, { waitUntil: 'load' });
  await connected;
  // The page remembers what the server sent.
  await page.waitForTimeout(600);
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
}

const isSame = (): Promise<boolean> => page.evaluate(() => 'isSame' in globalThis);
const top = (): Promise<number> => page.evaluate(() => scrollY);
const overlay = (selector = ''): ReturnType<Page['locator']> => page.locator(`stele-dev ${selector}`);

test('a changed description keeps open rows, the chosen tab, scroll position and focus', async () => {
  await open('js/ref/thing/');
  await page.locator('#thing\\.owner summary').click();
  await page.getByText('Second', { exact: true }).click();
  await page.locator('#thing\\.field20').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 300));
  await page.locator('.search-button').evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
  const before = await top();
  expect(before).toBeGreaterThan(100);
  write('ref/thing.mdx', referenceWith({ description: 'The new id of the thing.' }));
  await page.getByText('The new id of the thing.').waitFor({ state: 'attached' });
  expect(await page.locator('#thing\\.owner details').evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  const tab = page.locator('.code-tabs input').nth(1);
  expect(await tab.isChecked()).toBe(true);
  expect(await page.locator('.code-panel').nth(1).isVisible()).toBe(true);
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('search-button');
  expect(await isSame()).toBe(true);
});

test('a text added above the view does not move what the reader looks at', async () => {
  await open('guides/guide/');
  await page.locator('#part-30').evaluate((heading) => scrollTo(0, (heading as HTMLElement).offsetTop));
  const place = (): Promise<number> =>
    page.locator('#part-30').evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await place();
  write(
    'guides/guide.mdx',
    guideWith('The end.').replace('## Part 3\n', `## Part 3\n\n${'New lines.\n\n'.repeat(20)}`),
  );
  await page.getByText('New lines.').first().waitFor({ state: 'attached' });
  expect(Math.abs((await place()) - before)).toBeLessThan(2);
  expect(await isSame()).toBe(true);
});

test('samples, navigation and site.yaml change the open page in place', async () => {
  await open('js/ref/thing/');
  write('ref/_samples/first.js', 'first(22);\n');
  await page.locator('.code-panel', { hasText: 'first(22)' }).first().waitFor();
  write('ref/_navigation.mdx', '---\ntitle: Ref\nlinks:\n  - { title: The only thing, url: /ref/thing }\n---\n');
  await page.locator('.navigation', { hasText: 'The only thing' }).waitFor();
  write('site.yaml', 'title: Other things\nlanguages: [js, php]\naccent: "#aa3311"\n');
  await page.locator('.site-header', { hasText: 'Other things' }).waitFor();
  await page.waitForFunction(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent').includes('#aa3311'),
  );
  expect(await isSame()).toBe(true);
  renameSync(join(folder, 'content/ref/_navigation.mdx'), join(folder, 'navigation'));
});

test('the search dialog stays open, with its text', async () => {
  await open('js/ref/thing/');
  await page.keyboard.press('/');
  await page.locator('dialog.search input[type=search]').fill('thing');
  await page.locator('dialog.search [role=option]').first().waitFor();
  write('ref/thing.mdx', referenceWith({ text: 'A new text.' }));
  await page.getByText('A new text.').waitFor({ state: 'attached' });
  expect(await page.locator('dialog.search').evaluate((one: HTMLDialogElement) => one.open)).toBe(true);
  expect(await page.locator('dialog.search input[type=search]').inputValue()).toBe('thing');
  expect(await isSame()).toBe(true);
});

test('after a switch of the language, the page in the new language follows', async () => {
  await open('js/ref/thing/');
  await page.locator('.tabs a[data-language=php]').click();
  await page.waitForURL('**/php/ref/thing/');
  write('ref/thing.mdx', referenceWith({ text: 'Text after the switch.' }));
  await page.getByText('Text after the switch.').waitFor();
  await page.locator('.tabs a[data-language=js]').click();
  await page.waitForURL('**/js/ref/thing/');
  await page.getByText('Text after the switch.').waitFor();
  expect(await isSame()).toBe(true);
});

test('a removed page is loaded again, and the page says why', async () => {
  write('guides/short.mdx', '# Short\n');
  await dev.until(async () => (await dev.textAt('guides/short/')).includes('Short'));
  await open('guides/short/');
  renameSync(join(folder, 'content/guides/short.mdx'), join(folder, 'short'));
  await overlay('.notice').getByText('This address has no page any more.').waitFor();
  expect(await isSame()).toBe(false);
});

test('a changed picture, and a changed file of public, load the page again, once and with the reason', async () => {
  const picture = (colour: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>`;
  write('guides/square.svg', picture('red'));
  write('guides/square-guide.mdx', '# Square\n\n![A square](./square.svg)\n');
  write('../public/note.txt', 'one');
  await dev.until(async () => (await dev.textAt('guides/square-guide/')).includes('A square'));
  for (const [path, text, name] of [
    ['guides/square.svg', picture('green'), 'guides/square.svg'],
    ['../public/note.txt', 'two', 'note.txt'],
  ] as const) {
    await open('guides/square-guide/');
    write(path, text);
    await overlay('.notice').getByText(`${name} has changed.`).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    // The complete state follows the quick one.
    await dev.until(() => /Updated [^\n]*\n$/.test(dev.output()), 5);
    await page.waitForTimeout(500);
    expect(await isSame()).toBe(true);
  }
  const address = await page.locator('main img').getAttribute('src');
  expect(await (await fetch(new URL(address!, page.url()))).text()).toContain('green');
});

test('a mistake shows over the last good form of the page, and disappears when it is fixed', async () => {
  await open('guides/guide/');
  expect(await overlay('.panel').count()).toBe(0);
  write('guides/guide.mdx', guideWith('<Callout>'));
  const panel = overlay('.panel');
  await panel.waitFor();
  expect(await panel.innerText()).toMatch(/content\/guides\/guide\.mdx:\d+:\d+/);
  expect(await panel.locator('pre').first().innerText()).toContain('^');
  expect(await panel.locator('a').first().getAttribute('href')).toMatch(/^vscode:\/\/file\/.*\/guide\.mdx:\d+:\d+$/);
  expect(await page.getByText('Paragraph 39 of the guide.').count()).toBe(1);
  await page.reload();
  await panel.waitFor();
  expect(await page.getByText('Paragraph 39 of the guide.').count()).toBe(1);
  write('guides/guide.mdx', guideWith('All is well.'));
  await page.getByText('All is well.').waitFor({ state: 'attached' });
  await panel.waitFor({ state: 'detached' });
});

test('findings of samples show too; the panel is closed by Escape, and opens for new findings', async () => {
  await open('js/ref/thing/');
  write('ref/_samples/first.js', 'first(1;\n');
  await overlay('.panel').waitFor();
  expect(await overlay('.panel').innerText()).toContain('content/ref/_samples/first.js:1');
  await overlay('.close').focus();
  await page.keyboard.press('Escape');
  await overlay('.panel').waitFor({ state: 'hidden' });
  expect(await overlay('.count').getAttribute('aria-expanded')).toBe('false');
  write('ref/_samples/second.js', 'second(1;\n');
  await overlay('.panel').waitFor();
});

test.each(['light', 'dark'] as const)('the overlay has no violations of accessibility (%s)', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  write('guides/guide.mdx', guideWith('[gone](/nowhere) <Callout>'));
  for (const viewport of [
    { width: 1200, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto(`${dev.url}guides/guide/`);
    await overlay('.panel').waitFor();
    expect(await findViolations(page)).toEqual([]);
  }
});
