// Pages of several generators → the time from a click on a language's tab to the frame that shows that language,
// without a hover before the click. The generators take turns.

import type { Browser, Page } from 'playwright-core';
import { languageIds, type LanguageId } from '../language-forms.ts';
import { openSlowed, spreadOf, type Spread } from '../measure-switch.ts';

/** A served page with a tab per language. */
export interface SwitchPage {
  readonly name: string;
  readonly address: string;
  /** Selector of a language's tab. */
  readonly tab: (language: LanguageId) => string;
}

/** Words that only the sample of one language contains. */
export const sampleWords: Readonly<Record<LanguageId, string>> = {
  curl: 'curl --request',
  js: '@acme/sdk',
  python: 'os.environ',
  ruby: 'ENV.fetch',
  go: 'os.Getenv',
  php: '<?php',
  java: 'System.getenv',
  dotnet: 'Environment.GetEnvironmentVariable',
};

/**
 * Switches `count` times on each page. Returns milliseconds by the pages' names.
 * @throws Error if a page does not show the language within `patience` milliseconds
 */
export async function measurePeerSwitch(
  browser: Browser,
  pages: readonly SwitchPage[],
  count: number,
  patience = 10_000,
): Promise<ReadonlyMap<string, Spread>> {
  const times = new Map(pages.map(({ name }) => [name, [] as number[]]));
  const opened = new Map<SwitchPage, Page>();
  for (const page of pages) {
    const tab = await openSlowed(browser);
    await tab.goto(page.address, { waitUntil: 'load' });
    opened.set(page, tab);
  }
  for (let i = 0; i < count; i++) {
    const language = languageIds[(i * 3 + 1) % languageIds.length]!;
    for (const [page, tab] of opened) {
      await tab.evaluate(watchClick, { words: sampleWords[language], patience });
      await click(tab, page.tab(language));
      const time = await tab.evaluate(() => (globalThis as Watched).switchTime);
      if (time === undefined) throw new Error(`${page.name} does not show ${language} after a click on its tab.`);
      times.get(page.name)!.push(time);
      // Waits for the end of animations, so that each click is measured alone.
      await tab.waitForTimeout(250);
    }
  }
  for (const tab of opened.values()) await tab.context().close();
  return new Map([...times].map(([name, own]) => [name, spreadOf(own)]));
}

/** The pointer comes from the top left corner, and presses when it arrives. */
async function click(tab: Page, selector: string): Promise<void> {
  const box = await tab.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`There is no ${selector} on ${tab.url()}.`);
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tab.mouse.down();
  await tab.mouse.up();
  await tab.mouse.move(0, 0);
}

type Watched = typeof globalThis & { switchTime?: Promise<number | undefined> };

/** Runs in the page: the time from the next click to the first frame with a visible sample that contains `words`. */
function watchClick({ words, patience }: { readonly words: string; readonly patience: number }): void {
  const isShown = (): boolean =>
    [...document.querySelectorAll('pre')].some((pre) => pre.textContent.includes(words) && pre.checkVisibility());
  (globalThis as Watched).switchTime = new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    // A message that is sent while a frame is prepared arrives after the frame.
    const afterFrame = (): number => requestAnimationFrame(() => port2.postMessage(undefined));
    const end = setTimeout(() => done(undefined), patience);
    const onClick = ({ timeStamp }: Event): void => {
      port1.addEventListener('message', () => {
        const time = performance.now() - timeStamp;
        if (!isShown()) return void afterFrame();
        clearTimeout(end);
        port1.close();
        done(time);
      });
      port1.start();
      afterFrame();
    };
    // A label's click is followed by one of its radio button: only the first counts.
    document.addEventListener('click', onClick, { capture: true, once: true });
  });
}
