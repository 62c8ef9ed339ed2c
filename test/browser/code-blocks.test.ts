// Code blocks in a real browser under a strict policy: tabs, wrapping, folding, copying, finding and printing.

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
  test('mouse and keyboard switch tabs', async () => {
    const page = await open({ javaScriptEnabled });
    expect(await shownCode(page)).toEqual(['app.get("/", answer);', 'line0();', wide, 'a();']);
    await page.getByText('app/page.tsx').click();
    expect((await shownCode(page))[0]).toBe('export default function Page() {}');
    await page.getByRole('radio', { name: 'app/page.tsx' }).press('ArrowRight');
    expect((await shownCode(page))[0]).toBe('{');
    expect(await page.getByRole('group', { name: 'Server' }).getByRole('radio', { checked: true }).count()).toBe(1);
    await closeContext(page.context());
  });

  test('long code is folded and opens with one click or key', async () => {
    const page = await open({ javaScriptEnabled });
    const last = page.getByText('line47();');
    expect(await last.isVisible()).toBe(false);
    await page.getByText('Show 28 more lines').click();
    expect(await last.isVisible()).toBe(true);
    await page.getByText('Show fewer lines').press('Enter');
    expect(await last.isVisible()).toBe(false);
    await closeContext(page.context());
  });
});

describe('copying', () => {
  test('gives the whole sample without marks and markers, also if a part is folded', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = async (block: string): Promise<string> => {
      await page.locator('.code', { hasText: block }).locator('.copy:visible').click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy('Server')).toBe('app.get("/", answer);\n\nlisten(3000);');
    expect(await copy('Long')).toBe(long.join('\n'));
    expect(await copy('Marked')).toBe('a();\nb();');
    await page.getByText('Response').click();
    expect(await copy('Server')).toBe('{\n\t"a": "<&>"\n}');
    await closeContext(page.context());
  });
});
