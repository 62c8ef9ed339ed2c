// The interface in other languages: longer words overlap nothing, and a right-to-left page begins at the right.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { serveSite, type ServedSite } from './open-site.ts';

const files: Readonly<Record<string, string>> = {
  'ref/_navigation.mdx': '---\ntitle: Reference\nlinks:\n  - { title: Thing, url: /ref/thing }\n---\n',
  'ref/thing.mdx': `---
reference:
  js:
    - key: Thing
      id: thing
      title: interface Thing
      properties:
        - { key: id, type: string, description: The id. }
        - key: inner
          type: Inner
          description: More.
          properties:
            - { key: id, type: string, description: The id. }
---

# Thing

Words.

<CodeBlock title="A request" referenceId="thing">
  <CodeBlockTab title="Request" file="request" />
  <CodeBlockTab title="Response" file="response" />
</CodeBlock>
`,
  '_samples/request.js': `const thing = '${'x'.repeat(100)}';\n`,
  '_samples/response.json': '{}\n',
};

async function serveIn(lang: string, label: string): Promise<{ site: ServedSite; content: string }> {
  const content = temporaryFolder();
  const all = {
    ...files,
    'site.yaml': `title: Site\nlang: ${lang}\nlanguages:\n  - { id: js, label: ${label} }\n  - dotnet\n`,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return { site: await serveSite(content), content };
}

/** The boxes of all visible elements on the page of the entity. */
async function boxes(site: ServedSite, width: number, selector: string): Promise<readonly DOMRect[]> {
  const page: Page = await site.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.url}js/ref/thing/`);
  await page.locator('.fold-all').waitFor();
  const found = await page.$$eval(selector, (elements) =>
    elements
      .map((element) => element.getBoundingClientRect().toJSON() as DOMRect)
      .filter(({ width: wide }) => wide > 0),
  );
  await page.close();
  return found;
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom - 0.5 &&
  other.top < one.bottom - 0.5;

describe.each([
  { lang: 'de', label: 'JavaScript' },
  { lang: 'en', label: 'JavaScript for Node.js and browsers' },
])('in $lang, with “$label”', ({ lang, label }) => {
  let opened: Awaited<ReturnType<typeof serveIn>>;
  beforeAll(async () => {
    opened = await serveIn(lang, label);
  }, 120_000);
  afterAll(async () => {
    await opened?.site.close();
    if (opened !== undefined) removeFolder(opened.content);
  });

  test.each([1440, 1280, 768, 390, 360])('at %i px the parts of a code block’s head do not overlap', async (width) => {
    const [side] = await boxes(opened.site, width, '.code-side');
    const titles = await boxes(opened.site, width, '.code-title, .code-tabs > label');
    expect(titles.length).toBeGreaterThanOrEqual(3);
    expect(titles.filter((title) => overlap(title, side!))).toEqual([]);
    const parts = await boxes(opened.site, width, '.code-side > *');
    for (const [i, part] of parts.entries()) {
      expect(parts.slice(i + 1).filter((other) => overlap(part, other))).toEqual([]);
      expect(part.left).toBeGreaterThanOrEqual(side!.left - 0.5);
      expect(part.right).toBeLessThanOrEqual(side!.right + 0.5);
    }
  });
});

describe('from right to left', () => {
  let opened: Awaited<ReturnType<typeof serveIn>>;
  beforeAll(async () => {
    opened = await serveIn('ar', 'JavaScript');
  }, 120_000);
  afterAll(async () => {
    await opened?.site.close();
    if (opened !== undefined) removeFolder(opened.content);
  });

  test.each([1280, 390])('at %i px names are at the right of a table, and its button is at the left', async (width) => {
    const [button] = await boxes(opened.site, width, '.fold-all');
    const [table] = await boxes(opened.site, width, '.table');
    expect(button!.left).toBeCloseTo(table!.left, 0);
    const [name] = await boxes(opened.site, width, '.row-head .name');
    const [type] = await boxes(opened.site, width, '.row-head .type');
    expect(name!.right).toBeCloseTo(table!.right, 0);
    expect(type!.right).toBeLessThan(name!.left);
  });

  test('a name that begins with a punctuation mark keeps it at its beginning', async () => {
    const page = await opened.site.browser.newPage();
    await page.goto(`${opened.site.url}js/ref/thing/`);
    const [dot, letter] = await page.locator('.tabs [data-language=dotnet]').evaluate((link) => {
      const text = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode()!;
      return [0, 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(dot).toBeLessThan(letter!);
    await page.close();
  });
});
