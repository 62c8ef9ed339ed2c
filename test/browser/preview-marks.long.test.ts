// The marks of a preview in a browser, under the strictest policy: the key `d` and the button show and hide them.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type StaticHost } from '../../scripts/static-host.ts';
import { stagePreview } from '../../src/ci/publish/stage-preview.ts';
import { marksCss, marksJs, marksScript, marksStyle } from '../../src/ci/publish/mark-rows.ts';
import { formatListPage, listCss, listPath, listStyle } from '../../src/ci/report/list-page.ts';
import { makeReport } from '../../src/ci/report/make-report.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { policyOf } from './policy.ts';
import { closeContext, closeContexts, inContext, openContext } from './shared-browser.ts';

const folder = temporaryFolder();
const route = 'reference/directory-sync/directory-user/';
let host: StaticHost;

beforeAll(async () => {
  const content = join(folder, 'content');
  cpSync(join(repository, 'content'), content, { recursive: true });
  const file = join(content, 'reference/directory-sync/directory-user/index.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replaceAll('key: job_title', 'key: job_name').replace('The primary email', 'The main email'),
  );
  const [base, head] = [(await buildSite(join(repository, 'content'))).folder, (await buildSite(content)).folder];
  const side = (sha: string, site: string) => ({ sha: sha.repeat(40), site, check: '', times: '' });
  const report = await makeReport(7, side('b', base), side('a', head), '');
  const home = readFileSync(join(head, 'index.html'), 'utf8');
  const pages = new Map([
    [`${listPath}index.html`, formatListPage(report, home)],
    [listStyle, listCss],
    [marksStyle, marksCss],
    [marksScript, marksJs],
  ]);
  const rows = new Map(report.rows.map((entry) => [`${entry.path}index.html`, entry]));
  const target = { remote: '', branch: '', pr: '7', sha: 'a'.repeat(40), ref: 'topic', isForeign: true };
  const list = { words: '12 changed pages', path: listPath };
  await stagePreview({ ...target, site: head, pages, rows, list }, join(folder, 'out'));
  host = await serve(join(folder, 'out'), { base: '/pr-7/', policy: policyOf(join(folder, 'out')) });
  for (const site of [base, head]) removeFolder(join(site, '..'));
}, 180_000);

afterAll(async () => {
  await closeContexts();
  await host?.close();
  removeFolder(folder);
});

test('rows have marks, which the key and the button switch, on all pages of the tab', () =>
  inContext({}, async (context) => {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${host.url}python/${route}`);
    const kinds = await page
      .locator('li[data-change]')
      .evaluateAll((all) => all.map((li) => `${li.getAttribute('data-change')} ${li.id}`));
    expect(kinds.sort()).toEqual(['added directory_user.job_name', 'changed directory_user.email', 'removed ']);
    const removed = page.locator('li[data-change=removed]');
    expect([await removed.textContent(), await removed.getAttribute('aria-hidden')]).toEqual(['job_title', 'true']);
    expect(await removed.isVisible()).toBe(true);
    await page.keyboard.press('d');
    expect(await removed.isVisible()).toBe(false);
    await page.reload();
    expect(await removed.isVisible()).toBe(false);
    await page.click('.preview-banner .marks');
    expect(await removed.isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.click('.preview-banner a');
    expect(page.url()).toBe(`${host.url}_preview/`);
    await page.click('td a >> nth=1');
    expect(await page.locator('main h1').count()).toBe(1);
  }));

test('without JavaScript the marks are shown and the list is a page', () =>
  inContext({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(`${host.url}python/${route}`);
    expect(await page.locator('li[data-change=removed]').isVisible()).toBe(true);
    await page.click('.preview-banner a');
    expect(await page.locator('h1').textContent()).toBe('Changed pages');
  }));

test.skipIf(process.env['STELE_SHOTS'] === undefined)('screenshots', async () => {
  for (const [name, width] of [
    ['wide', 1280],
    ['small', 390],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await openContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await page.goto(`${host.url}python/${route}`);
      await page.screenshot({
        path: join(process.env['STELE_SHOTS']!, `marks-${name}-${colorScheme}.png`),
        fullPage: true,
      });
      await page.goto(`${host.url}_preview/`);
      await page.screenshot({ path: join(process.env['STELE_SHOTS']!, `list-${name}-${colorScheme}.png`) });
      await closeContext(context);
    }
  }
});
