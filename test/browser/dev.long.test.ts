// The local servers in a real browser: an open page reloads after a save, and the 404 page has its styles at any depth.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFromSite, openServer } from '../../src/serve/index.ts';
import { startDev, type RunningDev } from '../cli/start-dev.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { closeContext, closeContexts, openContext } from './shared-browser.ts';

const base = '/docs/v2/';
let folder: string;
let built: string;
let dev: RunningDev;
let preview: string;
beforeAll(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/door.mdx'), '# Door\n\nText one.\n');
  built = (await buildSite(join(folder, 'content'), { args: ['--base', base] })).folder;
  preview =
    (await openServer((request, response) => answerFromSite(request, response, { folder: built, base }), { port: 0 })) +
    base;
  dev = await startDev(folder, { args: ['--base', base] });
});
afterAll(async () => {
  await closeContexts();
  await dev.stop();
  removeFolder(folder);
  removeFolder(join(built, '..'));
});

/** Opens a page. Returns it with the list of its errors, which grows while the page is open. */
async function openPage(url: string): Promise<{ page: Page; errors: string[] }> {
  const page = await (await openContext()).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== url) errors.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, errors };
}

test('an open page reloads after each save, also if the editor replaces the file', async () => {
  const { page, errors } = await openPage(`${dev.url}door/`);
  await page.getByText('Text one.').waitFor();
  writeFileSync(join(folder, 'content/door.mdx'), '# Door\n\nText two.\n');
  await page.getByText('Text two.').waitFor();
  writeFileSync(join(folder, 'draft'), '# Door\n\nText three.\n');
  renameSync(join(folder, 'draft'), join(folder, 'content/door.mdx'));
  await page.getByText('Text three.').waitFor();
  writeFileSync(join(folder, 'content/window.mdx'), '# Window\n');
  await dev.until(async () => (await dev.textAt('window/')).includes('Window'));
  expect(errors).toEqual([]);
  await closeContext(page.context());
});

test.each([
  ['dev', () => dev.url],
  ['preview', () => preview],
])('the 404 page of %s has its styles and runs its scripts at any depth', async (_name, url) => {
  for (const path of ['nowhere', 'nowhere/deep/down/', 'door/x/y.html']) {
    const { page, errors } = await openPage(url() + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).margin), path).toBe('0px');
    expect(errors).toEqual([]);
    await closeContext(page.context());
  }
});

test('the search of a dev server finds the current content', async () => {
  const { page, errors } = await openPage(`${dev.url}door/`);
  await page.keyboard.press('/');
  await page.locator('dialog.search input[type=search]').fill('door');
  await page.locator('dialog.search [role=option]').first().waitFor();
  expect(errors).toEqual([]);
  await closeContext(page.context());
});
