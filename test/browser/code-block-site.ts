// A site of code blocks: tabs, long and wide code, marks, shell sessions and a diff.

import type { BrowserContextOptions, Page } from 'playwright-core';
import { setUpSite } from './set-up-site.ts';
import { openContext } from './shared-browser.ts';

/** Code that is wider than a small screen. */
export const wide = `send("${'wide '.repeat(24)}");`;
/** The lines of a sample that is folded. */
export const long = Array.from({ length: 48 }, (_, i) => (i === 40 ? '// the needle of the fold' : `line${i}();`));
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

/**
 * Builds the site and serves it under the strictest policy for the tests of a file.
 * @returns a function that opens a page in a context of its own: the page with most code blocks, unless a path is given
 */
export function setUpCodeBlocks(): (options?: BrowserContextOptions, path?: string) => Promise<Page> {
  const site = setUpSite(files);
  return async (options = {}, path = 'js/code/') => {
    const page = await (await openContext(options)).newPage();
    await page.goto(site.url + path);
    return page;
  };
}

/** The first line of each visible panel. */
export function shownCode(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.code-panel')]
      .filter((panel) => panel.checkVisibility({ contentVisibilityAuto: true }) && panel.offsetHeight > 20)
      .map((panel) => panel.querySelector('code')!.textContent!.split('\n')[0]!),
  );
}
