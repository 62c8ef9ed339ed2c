// The HTML page of a diff in a browser: before and after side by side, filters by language, kind and impact. It has no
// script, so all of it also works without JavaScript.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatHtmlDiff } from '../../src/outputs/diff/index.ts';
import { diffOf } from '../diff/diff-of.ts';
import { replace, site, siteWith, within } from '../diff/rules.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { closeContexts, inContext } from './shared-browser.ts';

const folder = temporaryFolder();
const file = join(folder, 'diff.html');

beforeAll(() => {
  const head = siteWith([
    within('js', 'key: id,', 'key: uid,'),
    within('python', 'default: 10', 'default: 20'),
    replace('door.mdx', 'A note.', 'A short note.'),
    replace('help.mdx', 'Ask the doorkeeper', 'Ask the keeper of doors'),
  ]);
  const side = { name: 'main', kind: 'revision', errors: 0 };
  writeFileSync(file, formatHtmlDiff({ base: side, head: side, diff: diffOf(site, head) }));
});
afterAll(async () => {
  await closeContexts();
  removeFolder(folder);
});

const shown = (page: Page): Promise<readonly string[]> =>
  page
    .locator('article:visible .facts')
    .evaluateAll((all) => all.map((facts) => facts.textContent.split(' ').slice(0, 2).join(' ')));
const headings = (page: Page): Promise<readonly string[]> => page.locator('h2:visible').allTextContents();

test.each([true, false])('with JavaScript %s, all changes are shown until a filter is chosen', (hasScripts) =>
  inContext({ javaScriptEnabled: hasScripts }, async (context) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    const all = ['breaking output-renamed', 'risk default-changed', 'text body-changed', 'text description-changed'];
    expect((await shown(page)).toSorted()).toEqual(all);
    const choose = async (filter: string, value: string): Promise<readonly string[]> => {
      await page.selectOption(`#${filter}`, value);
      return (await shown(page)).toSorted();
    };
    expect(await choose('language', 'js')).toEqual([all[0], all[2], all[3]]);
    expect(await choose('impact', 'text')).toEqual([all[2], all[3]]);
    expect(await headings(page)).toEqual(['Text (2)']);
    expect(await choose('kind', 'description-changed')).toEqual([all[3]]);
    await choose('impact', '');
    await choose('kind', '');
    expect(await choose('language', '')).toEqual(all);
    const [before, after] = [page.locator('article td').nth(0), page.locator('article td').nth(1)];
    expect([await before.locator('del').textContent(), await after.locator('ins').textContent()]).toEqual([
      'id',
      'uid',
    ]);
    const [left, right] = [(await before.boundingBox())!, (await after.boundingBox())!];
    expect([left.y === right.y, left.x + left.width <= right.x + 1]).toEqual([true, true]);
    expect(complaints).toEqual([]);
  }),
);

test('on a phone nothing is wider than the page, and before stands above after', () =>
  inContext({ viewport: { width: 360, height: 800 } }, async (context) => {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const cells = page.locator('article td');
    expect((await cells.nth(0).boundingBox())!.y).toBeLessThan((await cells.nth(1).boundingBox())!.y);
    const labels = await cells.evaluateAll((all) =>
      all.slice(0, 2).map((cell) => getComputedStyle(cell, '::before').content),
    );
    expect(labels).toEqual(['"Before"', '"After"']);
  }));
