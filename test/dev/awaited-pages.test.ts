// Work waits until open pages were drawn, but not for long.

import { expect, test } from 'vitest';
import { AwaitedPages } from '../../src/dev/awaited-pages.ts';

const timeOf = async (waiting: Promise<void>): Promise<number> => {
  const begun = performance.now();
  await waiting;
  return performance.now() - begun;
};

test('waits until all open pages were drawn', async () => {
  const pages = new AwaitedPages();
  await pages.wait(0);
  let isOver = false;
  const waiting = pages.wait(2).then(() => (isOver = true));
  pages.count();
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  pages.count();
  await waiting;
});

test('ends after a moment if a page does not ask for its new form, and when newer work waits', async () => {
  const pages = new AwaitedPages();
  expect(await timeOf(pages.wait(1))).toBeGreaterThan(100);
  const older = pages.wait(1);
  const newer = pages.wait(1);
  await older;
  pages.count();
  await newer;
});
