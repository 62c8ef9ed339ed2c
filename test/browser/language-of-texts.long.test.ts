// The interface in other languages: longer words overlap nothing, and a right-to-left page begins at the right.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { openContext } from './shared-browser.ts';
import { serveSite } from './open-site.ts';

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

/** A site and its page of the entity, which tests share: they only change its size. */
interface Opened {
  readonly page: Page;
  close(): Promise<void>;
}

async function openIn(lang: string, label: string): Promise<Opened> {
  const content = temporaryFolder();
  const all = {
    ...files,
    'site.yaml': `title: Site\nlang: ${lang}\nlanguages:\n  - { id: js, label: ${label} }\n  - dotnet\n`,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const site = await serveSite(content);
  const page = await (await openContext()).newPage();
  await page.goto(`${site.url}js/ref/thing/`);
  await page.locator('.fold-all').waitFor();
  const close = async (): Promise<void> => {
    await site.close();
    removeFolder(content);
  };
  return { page, close };
}

/** The boxes of all visible elements. */
async function boxes(page: Page, width: number, selector: string): Promise<readonly DOMRect[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.$$eval(selector, (elements) =>
    elements
      .map((element) => element.getBoundingClientRect().toJSON() as DOMRect)
      .filter(({ width: wide }) => wide > 0),
  );
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom - 0.5 &&
  other.top < one.bottom - 0.5;

describe.each([
  { lang: 'de', label: 'JavaScript', theme: 'Dunkles Design', open: 'Alle öffnen' },
  { lang: 'en', label: 'JavaScript for Node.js and browsers', theme: 'Dark theme', open: 'Expand all' },
])('in $lang, with “$label”', ({ lang, label, theme, open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openIn(lang, label);
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
  });

  test('the words that scripts set are in the language of the page', async () => {
    expect(await opened.page.locator('.theme').getAttribute('title')).toBe(theme);
    expect(await opened.page.locator('.fold-all').textContent()).toBe(open);
  });

  test.each([1440, 1280, 768, 390, 360])('at %i px the parts of a code block’s head do not overlap', async (width) => {
    const [side] = await boxes(opened.page, width, '.code-side');
    const titles = await boxes(opened.page, width, '.code-title, .code-tabs > label');
    expect(titles.length).toBeGreaterThanOrEqual(3);
    expect(titles.filter((title) => overlap(title, side!))).toEqual([]);
    const parts = await boxes(opened.page, width, '.code-side > *');
    for (const [i, part] of parts.entries()) {
      expect(parts.slice(i + 1).filter((other) => overlap(part, other))).toEqual([]);
      expect(part.left).toBeGreaterThanOrEqual(side!.left - 0.5);
      expect(part.right).toBeLessThanOrEqual(side!.right + 0.5);
    }
  });
});

describe('from right to left', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openIn('ar', 'JavaScript');
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
  });

  test.each([1280, 390])('at %i px names are at the right of a table, and its button is at the left', async (width) => {
    const [button] = await boxes(opened.page, width, '.fold-all');
    const [table] = await boxes(opened.page, width, '.table');
    expect(button!.left).toBeCloseTo(table!.left, 0);
    const [name] = await boxes(opened.page, width, '.row-head .name');
    const [type] = await boxes(opened.page, width, '.row-head .type');
    expect(name!.right).toBeCloseTo(table!.right, 0);
    expect(type!.right).toBeLessThan(name!.left);
  });

  test('a name that begins with a punctuation mark keeps it at its beginning', async () => {
    const [dot, letter] = await opened.page.locator('.tabs [data-language=dotnet]').evaluate((link) => {
      const text = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode()!;
      return [0, 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(dot).toBeLessThan(letter!);
  });
});
