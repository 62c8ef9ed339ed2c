// Finds accessibility problems of a page in a browser: with axe, with the keyboard, and at narrow widths. axe is loaded
// through the debugger, so the page keeps its policy. No rule is disabled.

import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { within } from './shared-browser.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The state of axe in a page while it runs. */
interface Running {
  axe: typeof axe;
  violations?: AxeResults['violations'];
  error?: unknown;
  /** Functions that wait for a timer, in pages without scripts. */
  due?: (() => void)[];
}

/** The longest time that axe may take for a page, in milliseconds. Quiet, it takes about one second. */
const axeTime = 60_000;
/** The longest wait for transitions. They take 0.2 s, but a page that paints no frames never ends them. */
const transitionTime = 2_000;

/**
 * The violations that axe finds: each with its rule, elements and reasons. Also works in pages without scripts.
 * @throws BrowserHang with the step if the page does not answer
 */
export function findViolations(page: Page): Promise<readonly string[]> {
  let step = 'axe waits for transitions';
  const find = async (): Promise<readonly string[]> => {
    const isScripted = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
    if (isScripted) await page.evaluate(waitForTransitions, transitionTime);
    else await page.evaluate(queueTimers);
    step = 'axe is loaded';
    await page.evaluate(axe.source);
    step = 'axe runs';
    await page.evaluate((values) => {
      const running = globalThis as unknown as Running;
      running.axe.run(document, { runOnly: { type: 'tag', values } }).then(
        ({ violations }) => (running.violations = violations),
        (error: unknown) => (running.error = String(error)),
      );
    }, tags);
    return describeViolations(await waitForViolations(page));
  };
  return within(axeTime, () => `${step}, on ${page.url()}`, find());
}

function describeViolations(violations: AxeResults['violations']): readonly string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const reasons = [...any, ...all, ...none].map(({ message }) => message).join(' ');
      return `${id}: ${target.join(' ')}: ${reasons}`;
    }),
  );
}

/** Runs in the page. A colour that is still changing would be measured too early. */
async function waitForTransitions(most: number): Promise<void> {
  const ends = document.getAnimations().map((animation) => animation.finished.catch(() => {}));
  await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, most))]);
}

/** Runs in the page. Without scripts no timer fires, but axe waits for some. `waitForViolations` calls them instead. */
function queueTimers(): void {
  const due: (() => void)[] = [];
  const queue = (work: () => void, wait = 0): number => (wait < 1000 ? due.push(work) : 0);
  Object.assign(globalThis, { due, setTimeout: queue });
}

/** Ends with an error when the page is closed. */
async function waitForViolations(page: Page): Promise<AxeResults['violations']> {
  for (;;) {
    const { violations, error } = await page.evaluate(() => {
      const running = globalThis as unknown as Running;
      for (const work of running.due?.splice(0) ?? []) work();
      return { violations: running.violations, error: running.error };
    });
    if (error !== undefined) throw new Error(String(error));
    if (violations !== undefined) return violations;
    await page.waitForTimeout(20);
  }
}

/** Pixels by which a page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A stop of the Tab key: the focused element, and its faults. */
interface Stop {
  readonly name: string;
  readonly faults: readonly string[];
}

/** All stops of the Tab key on a page, from its beginning until the focus leaves it. */
export async function walkByTab(page: Page, most = 600): Promise<readonly Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: Stop[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`The focus is still in the page after ${most} stops: ${stops.at(-1)?.name}.`);
}

/** Runs in the page. Undefined if the focus has left the page. */
function describeFocus(): Stop | undefined {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return undefined;
  // A hidden control with a visible label: the label is measured.
  const label = focused instanceof HTMLInputElement && focused.offsetWidth <= 1 ? focused.labels?.[0] : undefined;
  const element = label ?? focused;
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);
  const name = `${element.tagName.toLowerCase()} “${words}”`;
  const faults: string[] = [];
  const style = getComputedStyle(element);
  const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
  if (!hasOutline && style.boxShadow === 'none') faults.push('no focus ring');
  // The bounding box of a link over two lines also covers other text, so only its first line counts.
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) return { name, faults: [...faults, 'no size'] };
  const [x, y] = [box.left + Math.min(box.width / 2, 12), box.top + box.height / 2];
  const isInside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  if (!isInside) faults.push(`outside the window at ${Math.round(x)}, ${Math.round(y)}`);
  const top = isInside ? document.elementFromPoint(x, y) : element;
  if (top !== null && !element.contains(top) && !top.contains(element)) {
    faults.push(`under ${top.tagName.toLowerCase()}.${top.className}`);
  }
  return { name, faults };
}

/** By rule, a change of the page that breaks it. The changes run in the page, which needs only a `main`. */
export const seeds: Readonly<Record<string, () => void>> = {
  'image-alt': () => document.querySelector('main')!.append(document.createElement('img')),
  'button-name': () => document.querySelector('main')!.append(document.createElement('button')),
  'link-name': () => {
    const link = document.createElement('a');
    link.href = '#';
    document.querySelector('main')!.append(link);
  },
  'html-has-lang': () => document.documentElement.removeAttribute('lang'),
  'document-title': () => document.querySelector('title')!.remove(),
  'meta-viewport': () =>
    document.querySelector('meta[name=viewport]')!.setAttribute('content', 'width=device-width, user-scalable=no'),
  'color-contrast': () => {
    const text = document.createElement('p');
    text.textContent = 'Words that can hardly be seen.';
    text.style.color = '#888';
    text.style.background = '#999';
    document.querySelector('main')!.append(text);
  },
  'aria-valid-attr-value': () => document.querySelector('main')!.setAttribute('aria-expanded', 'perhaps'),
  'aria-hidden-focus': () => document.querySelector('header')!.setAttribute('aria-hidden', 'true'),
  'target-size': () => {
    for (const name of ['one', 'two', 'three']) {
      const button = document.createElement('button');
      button.setAttribute('aria-label', name);
      Object.assign(button.style, {
        width: '8px',
        height: '8px',
        padding: '0',
        border: '0',
        margin: '0',
        fontSize: '0',
      });
      document.querySelector('main')!.append(button);
    }
  },
  'heading-order': () => {
    const heading = document.createElement('h6');
    heading.textContent = 'Levels too deep';
    document.querySelector('main')!.append(heading);
  },
  tabindex: () => document.querySelector('a')!.setAttribute('tabindex', '3'),
  'landmark-one-main': () => document.querySelector('main')!.setAttribute('role', 'group'),
};
