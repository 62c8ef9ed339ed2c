// Sizes and positions in a browser: nothing is wider than a small screen, code has enough room on a wide screen, lines
// of prose have a good length, and header and tabs have the same place on all pages.

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { setUpSite } from './set-up-site.ts';
import { openContext } from './shared-browser.ts';

const dotted = 'com.latchkey.spring.autoconfigure.LatchkeyClientFactoryConfigurationProperties';
const solid = `Unbroken${'Word'.repeat(24)}`;
/** A line of code with the given number of characters. */
const line = (count: number): string => `${'#'.repeat(count)}\n`;
const prose = (
  'The organization that a connection belongs to signs its people in, and says which of them ' +
  'may open the door on the ground floor of the old house by the river. '
).repeat(3);

const form = (language: string): string => `  ${language}:
    - key: Thing
      id: thing
      title: class ${solid}
      since: "${dotted}"
      properties:
        - key: ${dotted.replaceAll('.', '_')}
          type: Map<${solid}, ${dotted}>
          default: ${solid}
          since: ${dotted}
          deprecated: Use \`${solid}\`.
          description: |
            Words and \`${solid}\` and ${solid}.

            Possible values:

            - \`${solid}\`
            - \`${dotted}\`
        - key: state
          type: string
          description: (thing.state)
          properties:
            - key: ${solid}
              type: ${solid}
              description: Inside.
`;

const card = `<ExampleApps.Card title="${solid}" href="https://example.com">${solid}</ExampleApps.Card>`;

const files: Readonly<Record<string, string>> = {
  'site.yaml':
    `title: ${solid}\nlanguages: [curl, js, python, ruby, go, php, java, dotnet]\n` +
    `footer: ${solid}\nedit: https://example.com/{path}\nheader:\n` +
    `  - { title: ${solid}, url: https://example.com }\n`,
  'index.md': `# Home\n\n${prose}\n`,
  'ref/_navigation.mdx': `---\n${JSON.stringify({
    title: solid,
    links: [
      { title: solid, links: [{ title: solid, links: [{ title: 'Thing', url: '/ref/thing' }] }] },
      { title: 'Long', url: '/ref/long' },
      { title: 'Patch a thing', url: '/ref/patch' },
      { title: 'Options of a thing', url: '/ref/options' },
    ],
  })}\n---\n`,
  'ref/thing.mdx':
    `---\nshowNextPage: true\ndescriptions:\n  thing:\n    state: |\n      ${prose}\nreference:\n` +
    `${['curl', 'js', 'java'].map(form).join('')}---\n\n# Thing\n\n${prose}\n\n` +
    '<CodeBlock title="Thing" file="thing" referenceId="thing" />\n',
  'ref/patch.mdx':
    '---\nreference:\n  curl:\n' +
    '    - { key: patchThing, id: patch_thing, type: PATCH, title: /things, parameters: [] }\n' +
    '---\n\n# Patch a thing\n',
  'ref/options.mdx':
    '---\nreference:\n  curl:\n' +
    '    - { key: optionsThing, id: options_thing, type: OPTIONS, title: /things, parameters: [] }\n' +
    '---\n\n# Options of a thing\n',
  'ref/long.mdx': `---
showNextPage: true
---

# ${solid} ${dotted}

${prose}

## ${solid}

### ${dotted}

#### ${solid}

<Callout type="warning">${solid} and \`${solid}\` [${solid}](https://example.com)</Callout>

> [!NOTE]
> ${dotted} [A link](https://example.com)

- Words

  > [!TIP]
  > In a list.

- More words

> A quote: ${solid}

<Badge color="blue">${solid}</Badge> and <Badge>${dotted} with words</Badge>

| ${solid} | Column |
|---|---|
| \`${solid}\` | ${solid} |

- | ${dotted}

  One ${solid}.

- | ${solid}

  Two.

${solid}
: ${solid}

1. ${solid}
   - ${dotted}

<Event.Root>
<Event.Details name="${dotted}" comingSoon>
<Event.Description>
${solid}
</Event.Description>
</Event.Details>
</Event.Root>

<ExampleApps.Root>${card}</ExampleApps.Root>

<CodeBlock title="${dotted}">
  <CodeBlockTab title="${dotted}" file="thing" />
  <CodeBlockTab title="${solid}" file="other" />
</CodeBlock>

\`\`\`js title="${solid}"
const x = 1;
\`\`\`

<Whatever />
`,
  '_samples/thing.sh': line(64) + line(56),
  '_samples/thing.js': line(64).replaceAll('#', '/'),
  '_samples/thing.java': line(64).replaceAll('#', '/'),
  '_samples/other.json': '{}\n',
};

const site = setUpSite(files);

/** Open pages by their options. Tests share them: each sets the size and the address. */
const shared = new Map<string, Page>();

async function withPage<T>(path: string, width: number, work: (page: Page) => Promise<T>, options = {}): Promise<T> {
  const key = JSON.stringify(options);
  const page = shared.get(key) ?? (await (await openContext(options)).newPage());
  shared.set(key, page);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(site.url + path);
  return work(page);
}

/** Elements that are partly outside the window, except those inside a scrolling element. */
function overhanging(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element.parentElement))
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

/** The narrowest screen: a page that fits it also fits wider screens. */
const width = 320;

describe('on a screen of 320 px', () => {
  test.each(['', 'js/ref/long/', 'js/ref/thing/', 'ruby/ref/thing/', 'js/ref/thing/#thing.state', '404.html'])(
    'no element of /%s is wider than the screen',
    async (path) => {
      for (const javaScriptEnabled of [true, false]) {
        await withPage(
          path,
          width,
          async (page) => {
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
            expect(await overhanging(page)).toEqual([]);
          },
          { javaScriptEnabled },
        );
      }
    },
  );

  test('the results of a search and the navigation fit the screen', () =>
    withPage('js/ref/long/', width, async (page) => {
      await page.click('.search-button');
      await page.locator('.search input[type=search]').fill('unbroken');
      await page.locator('.search [role=option]').first().waitFor();
      expect(await page.evaluate(() => document.querySelector('.search .body')!.scrollWidth <= innerWidth)).toBe(true);
      await page.keyboard.press('Escape');
      await page.click('.menu');
      const drawer = page.locator('.navigation');
      expect(await drawer.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    }));
});

describe('code beside a table', () => {
  /** Whether a line of code with the given number of characters fits without scrolling. */
  const fits = (page: Page, count: number): Promise<boolean> =>
    page.evaluate((characters) => {
      const pre = document.querySelector('.entity-panels pre')!;
      const probe = document.createElement('span');
      probe.textContent = 'x'.repeat(characters);
      pre.querySelector('code')!.replaceChildren(probe);
      return pre.scrollWidth <= pre.clientWidth;
    }, count);

  test.each([
    [1280, 56],
    [1440, 64],
    [1920, 72],
  ])('at %i px shows lines of %i characters without scrolling', (width, count) =>
    withPage('curl/ref/thing/', width, async (page) => {
      const [table, panels] = await page.$$eval('.entity-tables, .entity-panels', (parts) =>
        parts.map((part) => part.getBoundingClientRect()).sort((a, b) => a.x - b.x),
      );
      expect(panels!.left).toBeGreaterThan(table!.right);
      expect(await fits(page, count)).toBe(true);
    }),
  );

  test.each([1100, 760, 390])('is above the table at %i px', (width) =>
    withPage('curl/ref/thing/', width, async (page) => {
      const [panels, table] = [
        await page.locator('.entity-panels').boundingBox(),
        await page.locator('.entity-tables').boundingBox(),
      ];
      expect(panels!.y + panels!.height).toBeLessThan(table!.y);
    }),
  );
});

test.each([1280, 1440, 1920])('at %i px lines of prose have 60 to 75 characters', (width) =>
  withPage('curl/ref/thing/', width, async (page) => {
    const counts = await page.$$eval('.prose > p, .rows > li > p.text', (paragraphs) =>
      paragraphs.map((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        return { length: paragraph.textContent!.length, lines };
      }),
    );
    const long = counts.filter(({ length }) => length > 400);
    expect(long.length).toBeGreaterThanOrEqual(2);
    for (const { length, lines } of long) {
      expect(length / lines).toBeGreaterThan(56);
      expect(length / lines).toBeLessThanOrEqual(75);
    }
  }),
);

test.each([1440, 1000, 390])('at %i px header and tabs have the same place on every page', async (width) => {
  const places = [];
  for (const path of ['curl/', 'curl/ref/thing/', 'curl/ref/long/', 'dotnet/ref/thing/']) {
    places.push(
      await withPage(path, width, (page) =>
        page.$$eval(
          '.site-header, .brand, .site-header .sections, .search-button, .theme, .tabs, .tabs li:first-child',
          (parts) =>
            parts.map((part) => {
              const { y, height, x } = part.getBoundingClientRect();
              // The row of tabs scrolls to the current one on small screens.
              return [part.className || part.tagName, part.tagName === 'LI' && innerWidth < 800 ? 0 : x, y, height];
            }),
        ),
      ),
    );
  }
  for (const place of places) expect(place).toEqual(places[0]);
});

test('verbs in the navigation have one line each, and their titles form a column', () =>
  withPage('curl/ref/long/', 1440, async (page) => {
    const verbs = await page.$$eval('.navigation .verb', (marks) =>
      marks.map((mark) => ({
        text: mark.textContent?.trim(),
        lines: mark.getClientRects().length,
        height: mark.getBoundingClientRect().height,
        right: mark.getBoundingClientRect().right,
      })),
    );
    expect(verbs.map(({ text }) => text)).toEqual(['PATCH', 'OPT']);
    for (const { lines, height } of verbs) expect([lines, height]).toEqual([1, 20]);
    expect(verbs[0]!.right).toBe(verbs[1]!.right);
  }));

test('the target row keeps its background after a switch of the language', () =>
  withPage(
    'curl/ref/thing/#thing.state',
    1440,
    async (page) => {
      const background = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.getElementById('thing.state')!).backgroundColor);
      const before = await background();
      expect(before).not.toBe('rgba(0, 0, 0, 0)');
      await page.click('.tabs [data-language=java]');
      await page.waitForURL(`${site.url}java/ref/thing/#thing.state`);
      await expect.poll(background).toBe(before);
      // The background goes away when the address has another target.
      await page.evaluate(() => (location.hash = '#thing'));
      await expect.poll(background).toBe('rgba(0, 0, 0, 0)');
    },
    { reducedMotion: 'reduce' },
  ));

test('a callout has its kind as a title, with a different icon for each kind', () =>
  withPage('js/ref/long/', 1440, async (page) => {
    const kinds = await page.$$eval('.callout', (callouts) =>
      callouts.map((callout) => {
        const title = callout.querySelector('.callout-title')!;
        const { content, borderRadius } = getComputedStyle(title, '::before');
        return [title.textContent, callout.getAttribute('role'), content[1], borderRadius];
      }),
    );
    expect(kinds).toEqual([
      ['Warning', 'note', '!', '4px'],
      ['Note', 'note', 'i', '50%'],
      ['Tip', 'note', '✓', '50%'],
    ]);
    expect(
      await page.$$eval('.callout a', (links) => links.map((link) => getComputedStyle(link).textDecorationLine)),
    ).toEqual(['underline', 'underline']);
  }));

test('a callout in a list has space above and below', () =>
  withPage('js/ref/long/', 1440, async (page) => {
    const [above, callout, below] = await page
      .locator('li:has(> .callout)')
      .evaluate(
        (item) =>
          [
            item.querySelector('p')!.getBoundingClientRect().bottom,
            item.querySelector('.callout')!.getBoundingClientRect(),
            item.nextElementSibling!.getBoundingClientRect().top,
          ] as const,
      );
    expect(callout.top - above).toBeGreaterThanOrEqual(8);
    expect(below - callout.bottom).toBeGreaterThanOrEqual(8);
  }));
