// The menu at the title in a real browser under a strict policy; and its link without a script.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type StaticHost } from '../../scripts/static-host.ts';
import { buildSite } from '../site/build-site.ts';
import { copyExample } from '../site/copy-example.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { policyOf } from './policy.ts';
import { closeContexts, inContext } from './shared-browser.ts';

/** Paragraphs of a page whose Markdown has two parts. */
const longSteps = Array.from({ length: 600 }, (_none, i) => `Step ${i} ${'word '.repeat(20)}`);

let folder: string;
let content: string;
let host: StaticHost;
beforeAll(async () => {
  content = join(temporaryFolder(), 'content');
  await copyExample(content);
  const url = 'https://assistant.example/new?q=Read%20{url}&again={url}#{url}';
  appendFileSync(join(content, 'site.yaml'), `assistants: [{ title: "Ask <i> & wait", url: '${url}' }]\n`);
  const guide = `---\ntitle: Long\n---\n\n${longSteps.join('\n\n')}\n`;
  writeFileSync(join(content, 'guides/long.md'), guide);
  ({ folder } = await buildSite(content));
  host = await serve(folder, { policy: policyOf(folder) });
}, 240_000);
afterAll(async () => {
  await closeContexts();
  await host.close();
  removeFolder(join(folder, '..'));
  removeFolder(join(content, '..'));
});

const path = 'python/reference/errors/';

test('copies the page as Markdown, and closes', () =>
  inContext({ permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
    const page = await context.newPage();
    await page.goto(host.url + path);
    await page.click('.twin');
    await page.waitForSelector('.page-menu:popover-open');
    expect(await page.locator('.page-menu button').allTextContents()).toEqual([
      'Copy page as Markdown',
      'View as Markdown',
      'Copy link',
    ]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy page as Markdown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.page-menu:popover-open', { state: 'detached' });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(readFileSync(join(folder, 'python/reference/errors.md'), 'utf8'));
    await page.click('.twin');
    await page.keyboard.press('Escape');
    expect(await page.locator('.page-menu:popover-open').count()).toBe(0);
  }));

test('copies all parts of a page whose Markdown is long', () =>
  inContext({ permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
    const page = await context.newPage();
    await page.goto(`${host.url}python/guides/long/`);
    await page.click('.twin');
    await page.waitForSelector('.page-menu:popover-open');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.page-menu:popover-open', { state: 'detached' });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.match(/^Step \d+ /gm)).toEqual(longSteps.map((step) => step.slice(0, step.indexOf('w'))));
    expect(copied).not.toContain('Part 2 of');
  }));

test('opens the page in an assistant of the site, with the keyboard', () =>
  inContext({}, async (context) => {
    await context.route('https://assistant.example/**', (route) => route.fulfill({ body: 'Hello' }));
    const page = await context.newPage();
    await page.goto(host.url + path);
    await page.focus('.twin');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.page-menu:popover-open');
    expect(await page.locator('.page-menu a').allTextContents()).toEqual(['Ask <i> & wait']);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    const opened = context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const assistant = await opened;
    await assistant.waitForURL(/assistant/);
    const twin = encodeURIComponent(`${host.url}python/reference/errors.md`);
    expect(assistant.url()).toBe(`https://assistant.example/new?q=Read%20${twin}&again=${twin}#${twin}`);
    expect(await assistant.evaluate(() => window.opener)).toBeNull();
    expect(await page.locator('.page-menu:popover-open').count()).toBe(0);
  }));

test('without a script it is a link to the Markdown', () =>
  inContext({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(host.url + path);
    await page.click('.twin');
    expect(page.url()).toBe(`${host.url}python/reference/errors.md`);
  }));

test.each([
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('stays beside the title and in the page, %i pixels wide, %s', (width, colorScheme) =>
  inContext({ viewport: { width, height: 800 }, colorScheme }, async (context) => {
    const page = await context.newPage();
    for (const route of [path, 'guides/keys/', '']) {
      await page.goto(host.url + route);
      await page.click('.twin');
      await page.waitForSelector('.page-menu:popover-open');
      const boxes = await page.evaluate(() =>
        ['.twin', '.page-menu', 'h1', '.page-head nav'].map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return box && { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
        }),
      );
      if (env['STELE_SHOTS'])
        writeFileSync(
          join(env['STELE_SHOTS'], `menu-${width}-${colorScheme}-${route.replaceAll('/', '-')}.png`),
          await page.screenshot(),
        );
      const [link, menu, title] = boxes;
      expect(menu!.left).toBeGreaterThanOrEqual(0);
      expect(menu!.right).toBeLessThanOrEqual(width);
      expect(link!.bottom).toBeLessThanOrEqual(title!.top + 4);
    }
  }),
);
