// Content with code in every place, in a browser: none of it runs.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeContext, openContext } from '../browser/shared-browser.ts';
import { serve } from '../../scripts/static-host.ts';
import { payloads } from './injection-content.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { buildWith } from './build-injected.ts';

const work = temporaryFolder();
let hostile: string;

beforeAll(async () => {
  hostile = await buildWith(work, payloads);
});
afterAll(() => removeFolder(work));

test('in a browser no content runs, and no request goes to another host', async () => {
  const host = await serve(hostile, { base: '/' });
  // A small page is painted quickly.
  const page = await (await openContext({ viewport: { width: 320, height: 240 } })).newPage();
  try {
    const seen: string[] = [];
    await page.addInitScript(() => {
      window.alert = (text?: unknown) => console.error(`ran: ${String(text)}`);
    });
    page.on('console', (message) => seen.push(message.text()));
    page.on('dialog', (dialog) => {
      seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(host.url)) seen.push(`request: ${request.url()}`);
    });
    for (const path of ['', 'js/docs/markdown/', ...payloads.map((_, i) => `js/docs/p${i}/`)]) {
      await page.goto(host.url + path);
      expect(await page.evaluate(() => document.baseURI === location.href && window.length === 0)).toBe(true);
    }
    expect(seen).toEqual([]);
  } finally {
    await closeContext(page.context());
    await host.close();
  }
});
