// Code blocks in a browser: wide code, colours, print, the keyboard, and the search of the browser.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type StaticHost } from '../../scripts/static-host.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { policyOf } from './policy.ts';
import { closeContext, closeContexts, openContext } from './shared-browser.ts';

const wide = `send("${'wide '.repeat(24)}");`;
const long = Array.from({ length: 48 }, (_, i) => (i === 40 ? '// the needle of the fold' : `line${i}();`));
const files = {
  'site.yaml': 'title: Code\nlanguages: [js]\n',
  'code.mdx': `# Code

<CodeBlock title="Server">
  <CodeBlockTab title="Express" file="express" />
  <CodeBlockTab title="app/page.tsx" file="page" />
  <CodeBlockTab title="Response" file="response" />
</CodeBlock>

<CodeBlock title="Long" file="long" />

<CodeBlock title="Wide" file="wide" />

\`\`\`js title="Marked"
a();
b(); // [!code focus]
\`\`\`
`,
  'prompts.mdx': `# Prompts

\`\`\`console
$ npm install @latchkey/node
added 3 packages
$ npm test
\`\`\`

\`\`\`sh
$ npm run build
\`\`\`

\`\`\`diff
-a
+b
\`\`\`

\`\`\`console
${Array.from({ length: 40 }, (_, i) => `$ echo ${i}\n${i}`).join('\n')}
\`\`\`
`,
  '_samples/express.js': '// region all\napp.get("/", answer); // [!code highlight]\n\nlisten(3000);\n// endregion\n',
  '_samples/page.js': 'export default function Page() {}\n// the needle of the tab\n',
  '_samples/response.json': '{\n\t"a": "<&>"\n}\n',
  '_samples/long.js': `${long.join('\n')}\n`,
  '_samples/wide.js': `${wide}\n`,
};

let root: string;
let folder: string;
let host: StaticHost;

beforeAll(async () => {
  root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  ({ folder } = await buildSite(root));
  host = await serve(folder, { policy: policyOf(folder) });
}, 120_000);

afterAll(async () => {
  await closeContexts();
  await host?.close();
  for (const path of [root, folder && join(folder, '..')]) if (path) removeFolder(path);
});

async function open(options: BrowserContextOptions = {}, path = 'js/code/'): Promise<Page> {
  const context = await openContext(options);
  const page = await context.newPage();
  await page.goto(host.url + path);
  return page;
}

/** The first line of each visible panel. */
const shownCode = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.code-panel')]
      .filter((panel) => panel.checkVisibility({ contentVisibilityAuto: true }) && panel.offsetHeight > 20)
      .map((panel) => panel.querySelector('code')!.textContent!.split('\n')[0]!),
  );

describe.each([
  ['off', false],
  ['on', true],
])('with JavaScript %s', (_name, javaScriptEnabled) => {
  test('wide code scrolls, also with the keyboard, and wraps on request', async () => {
    const page = await open({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const scroller = page.locator('pre', { hasText: 'wide' });
    const isScrolling = (): Promise<boolean> => scroller.evaluate((pre) => pre.scrollWidth > pre.clientWidth);
    expect(await isScrolling()).toBe(true);
    await scroller.focus();
    await scroller.press('ArrowRight');
    await expect.poll(() => scroller.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
    await page.locator('.code', { hasText: 'Wide' }).getByRole('checkbox', { name: 'Wrap' }).press('Space');
    expect(await isScrolling()).toBe(false);
    await closeContext(page.context());
  });

  test('the open tab is underlined, also in forced colours', async () => {
    const page = await open({ javaScriptEnabled, forcedColors: 'active' });
    const lines = await page.$$eval('.code-tabs > label', (labels) =>
      labels.map((label) => getComputedStyle(label).textDecorationLine),
    );
    expect(lines.slice(0, 3)).toEqual(['underline', 'none', 'none']);
    await closeContext(page.context());
  });

  test('print shows every tab and every line', async () => {
    const page = await open({ javaScriptEnabled });
    await page.emulateMedia({ media: 'print' });
    expect(await shownCode(page)).toEqual([
      'app.get("/", answer);',
      'export default function Page() {}',
      '{',
      'line0();',
      wide,
      'a();',
    ]);
    expect(await page.getByText('line47();').evaluate((code) => code.getBoundingClientRect().height)).toBeGreaterThan(
      0,
    );
    expect(await page.getByText('Show 28 more lines').isVisible()).toBe(false);
    await closeContext(page.context());
  });
});

test('the keyboard reaches everything that scrolls, at every width', async () => {
  const page = await open();
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.code *')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.tabIndex < 0)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(unreachable).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await closeContext(page.context());
});

test('lines out of focus get their colours when the pointer is on the block', async () => {
  const page = await open();
  const line = page.locator('.has-focus .line').first();
  const colour = (): Promise<string> =>
    line.evaluate((element) => getComputedStyle(element.querySelector('span') ?? element).color);
  const before = await colour();
  await line.hover();
  expect(await colour()).not.toBe(before);
  await closeContext(page.context());
});

describe('copying', () => {
  test('gives only the commands of a block with prompts, and a diff unchanged', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] }, 'js/prompts/');
    const copied: string[] = [];
    for (const button of await page.locator('.copy').all()) {
      await button.click();
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied).toEqual([
      'npm install @latchkey/node\nnpm test',
      'npm run build',
      '-a\n+b',
      Array.from({ length: 40 }, (_, i) => `echo ${i}`).join('\n'),
    ]);
    const colours = await page.evaluate(() =>
      ['.prompt', '.output', 'kbd'].map((name) => getComputedStyle(document.querySelector(`code ${name}`)!).color),
    );
    expect(new Set(colours).size).toBe(3);
    await closeContext(page.context());
  });

  test('is not offered without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.locator('.copy:visible').count()).toBe(0);
    await closeContext(page.context());
  });
});

describe('the search of the browser', () => {
  test.each([
    ['in a tab that is not open', 'the needle of the tab'],
    ['in folded lines', 'the needle of the fold'],
  ])('finds text %s, and shows it', async (_place, needle) => {
    // An address with a text fragment searches like the search of the browser.
    const page = await open({}, `js/code/#:~:text=${encodeURIComponent(needle)}`);
    await page.locator('code', { hasText: needle }).waitFor({ state: 'visible' });
    expect(await page.getByText(needle).evaluate((code) => code.getBoundingClientRect().height)).toBeGreaterThan(0);
    await closeContext(page.context());
  });
});
