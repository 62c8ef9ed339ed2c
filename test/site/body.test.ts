// The body of a built page (format.md 5), tested with one small site that uses everything.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attribute,
  byId,
  byTag,
  elementsOf,
  hasClass,
  parseHtml,
  rawText,
  visibleText,
  type Element,
  type Node,
} from './html.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { runWarm } from './run-warm.ts';

const work = temporaryFolder();
const files: Readonly<Record<string, string>> = {
  'site.yaml': `title: Doors
languages: [js, go, ruby]
flags: [open]
sections: [{ title: Docs, path: /docs }]
redirects: { /docs/older: /docs/old, /docs/old: /docs/body }
severities: { unknown-component: 'off' }
`,
  'docs/_navigation.mdx': `---
title: Docs
links:
  - title: Body
    url: /docs/body
    links:
      - title: Two
        links:
          - title: Three
            links:
              - title: Four
                url: /docs/four
  - title: Elsewhere
    url: /other/page
  - title: Hidden
    url: /docs/hidden
    featureFlag: closed
  - title: Last
    url: /docs/last
---
`,
  'docs/body.mdx': `---
descriptions:
  door:
    id: |
      A footnote[^a] in a table.

      ## Not a heading of the page

      [^a]: Said in words.
reference:
  js:
    - key: Door
      id: door
      properties:
        - key: id
          type: string
          description: (door.id)
        - key: other
          type: string
          description: (door.id)
  go:
    - key: Door
      id: door
      properties:
        - key: ID
          type: string
          description: (door.id)
  ruby:
    - key: Door
      id: door
      properties:
        - key: id
          type: String
          description: (door.id)
externalAssets: { console: https://example.com/console }
showNextPage: true
---

### The title is of level three

Straight "quotes" -- and 'others'... but not \`"code" -- ...\`.

# A heading of level one

##### Skipped {{ "url": "short-cut" }}

## (1) First step

## Footnote label

Term
: What it *means*.

> A note.

- | First tab

  In the "first".

- | Second tab

  In the second.

A footnote[^1]. An asset: {externalAssets.console}. A literal: {'{braces}'}{3}.

[^1]: At the foot.

\`\`\`js
const text = "straight"; // -- ...
\`\`\`

<Callout type="warning">Mind the **gap**.</Callout>

<Badge color="Green">New</Badge>

<GlossaryMarker>D</GlossaryMarker>

<PropsTable data={[{ name: 'id', required: true }]} />

<Event.Root>
  <Event.Details name="door.opened" comingSoon />
  <Event.Description>Somebody opened a door.</Event.Description>
</Event.Root>

<ExampleApps.Root>
  <ExampleApps.Card title="App" href="/docs/four">What it shows</ExampleApps.Card>
</ExampleApps.Root>

<Widget x={1}>Kept **content**</Widget>

<LanguageSelector languages={['go', 'js']}>

Only in two languages.

<CodeBlock file="only" />

</LanguageSelector>

![A door](door.png "Its picture")

[Route](/docs/four), [heading path](/docs/four/one/two), [hash](/docs/four#two), [here](#short-cut),
[path here](/docs/body/a-heading-of-level-one/short-cut),
[a field](/docs/body#door.id), [old](/docs/old), [beside](./four.mdx-notes.txt), [query](/docs/four?a=1#two).
`,
  'docs/four.mdx': '# Four\n\n## One\n\n### Two\n\n## Unlisted {{ "visibility": "no-quick-nav" }}\n\n## Three\n',
  'docs/four.mdx-notes.txt': 'Notes.\n',
  'docs/door.png': '',
  'docs/last.md': '---\nshowNextPage: true\n---\n\n# Last\n\nText with {braces}, <b>tags</b> and "quotes".\n',
  'docs/hidden.mdx': '---\nfeatureFlag: closed\n---\n\n# Hidden\n\n[Nowhere](/nowhere)\n',
  'docs/shown.mdx': '---\nfeatureFlag: open\n---\n\n# Shown\n',
  'docs/_samples/only.js': 'js();\n',
  'docs/_samples/only.go': 'go()\n',
  'other/page.mdx': '# Page\n',
};

/** A picture whose header says 3 × 2 pixels. */
/** 3 by 2 pixels, all of them clear. */
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000030000000208060000009d74661a0000000b49444154789c6360c00500001a' +
    '0001bc3ce0410000000049454e44ae426082',
  'hex',
);

let findings = '';
beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, 'content', path, '..'), { recursive: true });
    writeFileSync(join(work, 'content', path), path.endsWith('.png') ? png : text);
  }
  const { code, stderr } = await runWarm(['build'], { cwd: work });
  findings = stderr;
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => removeFolder(work));

const page = (path: string): Node => parseHtml(readFileSync(join(work, 'dist', path, 'index.html'), 'utf8'));
const mainOf = (path: string): Element => byTag(page(path), 'main')[0]!;
const withClass = (node: Node, name: string): readonly Element[] =>
  [...elementsOf(node)].filter((element) => hasClass(element, name));

describe('headings', () => {
  test('have one h1, skip no level, and are listed in the table of contents', () => {
    const main = mainOf('js/docs/body');
    const levels = [...elementsOf(main)]
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1).length).toBe(1);
    expect(levels.slice(1).every((level, i) => level <= levels[i]! + 1)).toBe(true);
    expect(visibleText(byTag(main, 'h1')[0]!)).toContain('The title is of level three');
    expect(byId(main, 'short-cut')!.tagName).toBe('h3');
    const contents = byTag(withClass(page('js/docs/four'), 'contents')[0]!, 'a').map((link) => attribute(link, 'href'));
    expect(contents).toEqual(['#one', '#two', '#three']);
    expect(visibleText(byId(main, '1-first-step')!).replace('#', '').trim()).toBe('1 First step');
  });

  test('and all other elements have unique ids, also in footnotes and descriptions', () => {
    const paths = readdirSync(join(work, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) {
      const ids = [...elementsOf(parseHtml(readFileSync(join(work, 'dist', path), 'utf8')))].flatMap(
        (element) => attribute(element, 'id') ?? [],
      );
      expect([path, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([path, []]);
    }
    expect(visibleText(byId(page('js/docs/body'), 'door.id')!)).toContain('A footnote (Said in words.) in a table.');
  });
});

describe('text', () => {
  test('has smart punctuation, but not in code', () => {
    const text = rawText(mainOf('js/docs/body'));
    expect(text).toMatch(/Straight “quotes” [–—] and ‘others’… but not "code" -- \.\.\./);
    expect(text).toContain('const text = "straight"; // -- ...');
  });

  test('has definitions, notes, tabs, footnotes, assets and literals', () => {
    const main = mainOf('js/docs/body');
    expect([visibleText(byTag(main, 'dt')[0]!), visibleText(byTag(main, 'dd')[0]!)]).toEqual([
      'Term',
      'What it means.',
    ]);
    expect(visibleText(byTag(main, 'blockquote')[0]!)).toBe('A note.');
    const [tabs] = withClass(main, 'tab-list');
    const radios = byTag(tabs!, 'input');
    expect([byTag(tabs!, 'label').map(visibleText), radios.map((radio) => attribute(radio, 'checked'))]).toEqual([
      ['First tab', 'Second tab'],
      ['', undefined],
    ]);
    expect(visibleText(tabs!)).toContain('In the “first”.');
    expect(visibleText(main)).toContain('An asset: https://example.com/console. A literal: {braces}3.');
    expect(visibleText(byId(main, '-fn-1')!)).toContain('At the foot.');
  });

  test('of a .md page is Markdown, in which tags and braces have no meaning', () => {
    expect(visibleText(mainOf('docs/last'))).toContain('Text with {braces}, <b>tags</b> and “quotes”.');
  });
});

test('the generic components are drawn', () => {
  const main = mainOf('js/docs/body');
  const [callout] = withClass(main, 'callout');
  expect([visibleText(callout!), hasClass(callout!, 'warning'), attribute(callout!, 'role')]).toEqual([
    'Warning Mind the gap.',
    true,
    'note',
  ]);
  expect(
    hasClass(
      withClass(main, 'badge').find((badge) => visibleText(badge) === 'New')!,
      'badge-green',
    ),
  ).toBe(true);
  expect(visibleText(withClass(main, 'glossary-marker')[0]!)).toBe('D');
  const [table] = byTag(main, 'table');
  expect([byTag(table!, 'th').map(visibleText), byTag(table!, 'td').map(visibleText)]).toEqual([
    ['Name', 'Required'],
    ['id', expect.any(String)],
  ]);
  expect(visibleText(withClass(main, 'event')[0]!)).toMatch(/^door\.opened .* Somebody opened a door\.$/);
  const [card] = withClass(main, 'card');
  expect([visibleText(card!), attribute(card!, 'href')]).toEqual(['App What it shows', '../../docs/four/']);
});

test('an unknown component is a labelled frame around its content, without a finding if site.yaml allows it', () => {
  const gap = withClass(mainOf('js/docs/body'), 'gap').find((element) => visibleText(element).includes('Widget'))!;
  expect(byTag(gap, 'strong').map(visibleText)).toEqual(['content']);
  expect(findings).not.toContain('unknown-component');
});

test('a switch of languages shows the reader’s language, else its first language with the name', () => {
  const selectorIn = (path: string): string => visibleText(withClass(mainOf(path), 'selector')[0]!);
  expect(selectorIn('go/docs/body')).toMatch(/go\(\)/);
  expect(selectorIn('js/docs/body')).toMatch(/js\(\);/);
  expect(selectorIn('ruby/docs/body')).toMatch(/Ruby.*Go.*go\(\)/);
  const links = byTag(withClass(mainOf('js/docs/body'), 'selector')[0]!, 'a').map((link) => attribute(link, 'href'));
  expect(links).toEqual(['../../../go/docs/body/', '../../../js/docs/body/']);
});

test('a picture has its size, its alternative text and its title', () => {
  const [picture] = byTag(mainOf('js/docs/body'), 'img');
  expect(Object.fromEntries(picture!.attrs.map(({ name, value }) => [name, value]))).toMatchObject({
    alt: 'A door',
    title: 'Its picture',
    width: '3',
    height: '2',
    src: '../../../_content/docs/door.png',
  });
});

test('links lead to routes, headings and fields in the reader’s language', () => {
  const links = new Map(byTag(mainOf('js/docs/body'), 'a').map((link) => [visibleText(link), attribute(link, 'href')]));
  expect(
    ['Route', 'heading path', 'hash', 'here', 'path here', 'a field', 'old', 'beside', 'query'].map((words) =>
      links.get(words),
    ),
  ).toEqual([
    '../../docs/four/',
    '../../docs/four/#two',
    '../../docs/four/#two',
    '#short-cut',
    '#short-cut',
    '#door.id',
    '../../docs/body/',
    '../../../_content/docs/four.mdx-notes.txt',
    '../../docs/four/?a=1#two',
  ]);
});

test('pages with a disabled feature flag do not exist, pages with an enabled one do', () => {
  expect([existsSync(join(work, 'dist/docs/hidden')), existsSync(join(work, 'dist/js/docs/shown/index.html'))]).toEqual(
    [false, true],
  );
  expect(readFileSync(join(work, 'dist/js/docs/body/index.html'), 'utf8')).not.toContain('Hidden');
  expect(findings).not.toContain('nowhere');
});

test('the navigation has four levels; previous and next follow its order and stay in the section', () => {
  const html = page('js/docs/last');
  const four = byTag(html, 'a').find((link) => visibleText(link) === 'Four' && attribute(link, 'rel') !== 'prev');
  expect(attribute(four!, 'href')).toBe('../../docs/four/');
  const neighbours = (path: string): readonly string[] =>
    withClass(page(path), 'page-foot').flatMap((foot) => byTag(foot, 'a').map(visibleText));
  expect(neighbours('js/docs/last').join(' ')).toMatch(/Four/);
  expect(neighbours('js/docs/body').join(' ')).toMatch(/Four/);
  expect(neighbours('js/docs/four')).toEqual([]);
});

test('old routes lead to the last page of their redirects, in every language', () => {
  for (const tree of ['', 'js/', 'go/', 'ruby/']) {
    for (const old of ['old', 'older']) {
      const html = readFileSync(join(work, 'dist', tree, 'docs', old, 'index.html'), 'utf8');
      const [, address] = /url=([^"]+)"/.exec(html)!;
      expect(new URL(address!, `https://example.com/${tree}docs/${old}/`).pathname).toBe(`/${tree}docs/body/`);
    }
  }
});
