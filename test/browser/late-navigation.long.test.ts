// The language tabs and the navigation are the last parts of a page's HTML. While they have not arrived, their places
// are reserved: nothing moves when they come, and their current links are in view from the first frame on.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullLanguage, pageKindsIn } from '../../scripts/page-kinds.ts';
import { openExample, type OpenSite } from './open-site.ts';

let site: OpenSite;
let host: ReturnType<typeof createServer>;
let address: string;
/** Sends the rest of the page that was requested last. */
let sendRest: () => void;

beforeAll(async () => {
  site = await openExample();
  host = createServer((request, response) => {
    void fetch(new URL(request.url!, site.url)).then(async (answer) => {
      const type = answer.headers.get('content-type')!;
      response.writeHead(answer.status, { 'Content-Type': type });
      if (!type.startsWith('text/html')) return response.end(Buffer.from(await answer.arrayBuffer()));
      const html = await answer.text();
      const end = html.indexOf('</main>') + '</main>'.length;
      response.write(html.slice(0, end));
      sendRest = () => response.end(html.slice(end));
    });
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
}, 180_000);

afterAll(async () => {
  host?.closeAllConnections();
  host?.close();
  await site?.close();
});

/** Collects layout shifts, and the scroll positions of page, tabs and navigation in each frame. */
function watchFrames(): void {
  const watch = { shift: 0, scrolls: [] as string[] };
  Object.assign(globalThis, { watch });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watch.shift += (entry as unknown as { readonly value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    const links = document.querySelectorAll('.navigation a');
    const row = document.querySelector('.tabs [aria-current]')?.closest('ul');
    const navigation = links[0]?.closest('.navigation')!.scrollTop ?? 'none';
    const tops = [scrollY, navigation, row?.scrollLeft ?? 'none'].join(' ');
    if (watch.scrolls.at(-1) !== tops) watch.scrolls.push(tops);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const frames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));

/** The boxes of the parts of the header and the content. */
const places = (page: Page): Promise<unknown> =>
  page.$$eval('.site-header, .site-header > *, main, main > *, main > * > *', (parts) =>
    parts.map((part) => {
      const { x, y, width } = part.getBoundingClientRect();
      return [part.className || part.tagName, getComputedStyle(part).borderBottomWidth, x, y, width];
    }),
  );

const screens = [
  { width: 1440, height: 900 },
  // The navigation must scroll to its current link.
  { width: 1000, height: 400 },
  { width: 390, height: 844 },
];
const kinds = pageKindsIn(fullLanguage).filter(({ name }) => name !== 'not-found');
/** The navigation is higher than a short page: with it, the foot of a page with contents is lower. */
const short = { name: 'short guide', route: 'guides/builds/', screen: { width: 1440, height: 6000 } };
/** The row of tabs must scroll to its last one. */
const last = { name: 'last language', language: 'dotnet', route: '', screen: screens[2]! };
const cases = [...screens.flatMap((screen) => kinds.map((kind) => ({ ...kind, screen }))), short, last].map((each) => ({
  language: fullLanguage,
  ...each,
}));

test.each(cases)(
  'nothing of the $name page moves when its tabs and navigation arrive: $screen.width px',
  async (each) => {
    const { name, screen: viewport, language, route } = each;
    await site.withPage(
      '404.html',
      { viewport },
      async (page) => {
        await page.goto(`${address}${language}/${route}`, { waitUntil: 'commit' });
        await page.locator('.page-foot').waitFor({ state: 'attached' });
        await page.waitForFunction(() => getComputedStyle(document.querySelector('.frame')!).display === 'grid');
        await frames(page);
        expect(await page.locator('.tabs, .navigation').count()).toBe(0);
        const before = await places(page);
        sendRest();
        await page.waitForLoadState('load');
        await page.locator('.navigation').waitFor({ state: 'attached' });
        await frames(page);
        expect(await places(page)).toEqual(before);
        const { shift, scrolls } = await page.evaluate(
          () => (globalThis as unknown as { watch: { shift: number; scrolls: string[] } }).watch,
        );
        expect(shift).toBe(0);
        // The page stays at its top, and tabs and navigation appear where their current links are in view.
        expect(scrolls).toHaveLength(2);
        expect(scrolls[0]).toBe('0 none none');
        const [, navigation, tabs] = scrolls[1]!.split(' ').map(Number);
        if (viewport.height === 400 && name === 'method') expect(navigation).toBeGreaterThan(0);
        if (viewport.width < 500 && language === 'dotnet') expect(tabs).toBeGreaterThan(0);
        const bar = (await page.locator('.tabs').boundingBox())!;
        const header = (await page.locator('.site-header').boundingBox())!;
        const main = (await page.locator('main').boundingBox())!;
        expect(bar).toMatchObject({ x: 0, y: header.y + header.height, width: header.width });
        expect(bar.y + bar.height).toBe(main.y);
        const tab = (await page.locator('.tabs [aria-current]').boundingBox())!;
        expect(tab.x).toBeGreaterThanOrEqual(0);
        expect(tab.x + tab.width).toBeLessThanOrEqual(viewport.width);
        const current = page.locator('.navigation [aria-current=page]');
        if (viewport.width > 760 && (await current.count()) > 0) {
          const { y, height } = (await current.boundingBox())!;
          expect(y + height).toBeLessThanOrEqual(viewport.height);
        }
      },
      (page) => page.addInitScript(watchFrames),
    );
  },
);
