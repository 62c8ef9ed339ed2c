// The comparison of language switches: a click on a tab is timed to the frame with the language's sample, and a tab
// that shows nothing is an error and not a fast switch.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageIds } from '../../scripts/bench/language-forms.ts';
import { measurePeerSwitch, sampleWords } from '../../scripts/bench/peers/measure-peer-switch.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/static-host.ts';
import { temporaryFolder } from './run-script.ts';

let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** A page with a tab per language, which shows the sample of the language `delay` milliseconds after a click. */
function pageOf(delay: number): string {
  const escape = (text: string): string => text.replace('<', '&lt;');
  const tabs = languageIds.map((id) => `<button id="${id}" onclick="show('${id}')">${id}</button>`);
  const samples = languageIds.map((id) => `<pre class="${id}" hidden>${escape(sampleWords[id])}</pre>`);
  const show = `for (const pre of document.querySelectorAll('pre')) pre.hidden = pre.className !== id`;
  const script = `function show(id) { setTimeout(() => { ${show} }, ${delay}) }`;
  return `<!doctype html><title>Tabs</title>${tabs.join('')}${samples.join('')}<script>${script}</script>`;
}

async function measure(delay: number, patience: number): ReturnType<typeof measurePeerSwitch> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'index.html'), pageOf(delay));
  const host = await serve(folder);
  try {
    const page = { name: 'tabs', address: host.url, tab: (language: string) => `#${language}` };
    return await measurePeerSwitch(browser, [page], 3, patience);
  } finally {
    await host.close();
  }
}

test('a switch lasts until its language is shown', async () => {
  const times = (await measure(300, 10_000)).get('tabs')!;
  expect(times.median).toBeGreaterThanOrEqual(300);
  expect(times.high).toBeGreaterThanOrEqual(times.median);
});

test('a tab that shows nothing is an error', async () => {
  await expect(measure(100_000, 1000)).rejects.toThrow('tabs does not show js after a click on its tab.');
});
