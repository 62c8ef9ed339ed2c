// The navigation is the last part of a page's HTML. While it has not arrived, its place is reserved: nothing moves when
// it comes, and its current link is in view from the first frame on.

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

/** Collects layout shifts, and the scroll positions of page and navigation in each frame. */
function watchFrames(): void {
  const watch = { shift: 0, scrolls: [] as string[] };
  Object.assign(globalThis, { watch });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watch.shift += (entry as unknown as { readonly value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    const links = document.querySelectorAll('.navigation a');
    const tops = [scrollY, links[0]?.closest('.navigation')!.scrollTop ?? 'none'].join(' ');
    if (watch.scrolls.at(-1) !== tops) watch.scrolls.push(tops);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const frames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));

/** The boxes of the parts of the content. */
const places = (page: Page): Promise<unknown> =>
  page.$$eval('main > *, main > * > *', (parts) =>
    parts.map((part) => {
      const { x, y, width } = part.getBoundingClientRect();
      return [part.className || part.tagName, x, y, width];
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
const cases = [...screens.flatMap((screen) => kinds.map((kind) => ({ ...kind, screen }))), short];

test.each(cases)('nothing of the $name page moves when its navigation arrives: $screen.width px', async (each) => {
  const { name, screen: viewport, route } = each;
  await site.withPage(
    '404.html',
    { viewport },
    async (page) => {
      await page.goto(`${address}${fullLanguage}/${route}`, { waitUntil: 'commit' });
      await page.locator('.page-foot').waitFor({ state: 'attached' });
      await page.waitForFunction(() => getComputedStyle(document.querySelector('.frame')!).display === 'grid');
      await frames(page);
      expect(await page.locator('.navigation').count()).toBe(0);
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
      // The page stays at its top, and the navigation appears where its current link is in view.
      expect(scrolls).toHaveLength(2);
      expect(scrolls[0]).toBe('0 none');
      if (viewport.height === 400 && name === 'method') expect(Number(scrolls[1]!.slice(2))).toBeGreaterThan(0);
      const current = page.locator('.navigation [aria-current=page]');
      if (viewport.width > 760 && (await current.count()) > 0) {
        const { y, height } = (await current.boundingBox())!;
        expect(y + height).toBeLessThanOrEqual(viewport.height);
      }
    },
    (page) => page.addInitScript(watchFrames),
  );
});
