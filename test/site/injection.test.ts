// Whatever stands in a string of the content, it is shown as it is written: no string becomes an element of its own.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attribute, elementsOf, parseHtml, rawText, visibleText, type Element, type Node } from './html.ts';
import { buildSite, removeFolder, temporaryFolder } from './run-stele.ts';

/** Positions of strings in a page, each with a payload of its own number, so that a missing one is known. */
const payloads = [
  (n: number) => `<img src=x onerror=alert(${n})>`,
  (n: number) => `"><script>alert(${n})</script>`,
  (n: number) => `</title></code></pre><svg onload=alert(${n})>`,
];

const positions = [
  'title',
  'description',
  'breadcrumb',
  'text',
  'link title',
  'key',
  'type',
  'default',
  'since',
  'deprecated',
  'entity title',
  'entity since',
  'heading',
  'paragraph',
  'code',
  'fence title',
  'sample',
  'navigation',
  'site title',
  'footer',
  'label',
  'package',
  'markdown file',
];

let folder: string;
const work = temporaryFolder();

/** The content with payload `p` at every position; `n` counts positions. */
function contentWith(payload: (n: number) => string): Readonly<Record<string, string>> {
  const at = (position: string): string => payload(positions.indexOf(position));
  const yaml = (position: string): string => `'${at(position).replaceAll("'", "''")}'`;
  const prose = (position: string): string => at(position).replace(/[<{]/g, '\\$&');
  return {
    'site.yaml': `title: ${yaml('site title')}\nurl: https://example.com/docs\nfooter: ${yaml('footer')}\nlanguages:\n  - id: js\n    label: ${yaml('label')}\n    package: { name: ${yaml('package')}, version: '1' }\nsections: [{ title: Docs, path: /docs }]\n`,
    'docs/_navigation.mdx': `---\ntitle: Docs\nlinks:\n  - title: ${yaml('navigation')}\n    url: /docs/a\n  - title: M\n    url: /docs/m\n---\n`,
    'docs/a.mdx': `---
title: ${yaml('title')}
description: ${yaml('description')}
breadcrumb: { title: ${yaml('breadcrumb')} }
descriptions:
  thing:
    id: ${yaml('text')}
    link: '[text](https://example.com "${at('link title').replaceAll('"', '&quot;').replaceAll("'", "''")}")'
reference:
  js:
    - key: Thing
      id: thing
      title: ${yaml('entity title')}
      since: ${yaml('entity since')}
      properties:
        - key: ${yaml('key')}
          type: ${yaml('type')}
          default: ${yaml('default')}
          since: ${yaml('since')}
          deprecated: ${yaml('deprecated')}
          description: (thing.id)
        - key: link
          type: string
          description: (thing.link)
---

## ${prose('heading')}

${prose('paragraph')}

\`\`\`js title="${at('fence title').replaceAll('"', "'")}"
${at('code')}
\`\`\`

<CodeBlock file="thing" referenceId="thing" />
`,
    'docs/_samples/thing.js': `// ${at('sample')}\n`,
    'docs/m.md': `# M\n\n${at('markdown file')}\n`,
  };
}

beforeAll(async () => {
  for (const [i, payload] of payloads.entries()) {
    for (const [path, text] of Object.entries(contentWith(payload))) {
      const file = join(work, `content${i}`, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
    }
  }
});
afterAll(() => removeFolder(work));

test.each(payloads.map((payload, i) => [payload(0), payload, i] as const))('%s', async (_name, payload, i) => {
  ({ folder } = await buildSite(join(work, `content${i}`)));
  const pages = ['js/docs/a', 'js/docs/m'].map((path) =>
    parseHtml(readFileSync(join(folder, path, 'index.html'), 'utf8')),
  );
  removeFolder(join(folder, '..'));
  const made = pages.flatMap((page) => [...elementsOf(page)]).filter((element) => isForeign(element));
  expect(made.map(({ tagName }) => tagName)).toEqual([]);
  // White space folds and quotes may turn, but nothing of a payload is lost or eaten as markup.
  const shown = pages
    .map((page) => `${visibleText(page)} ${rawText(page)} ${attributesText(page)}`)
    .join(' ')
    .replace(/['“”‘’]/g, '"');
  const missing = positions.filter((_position, n) => !shown.includes(payload(n).replaceAll("'", '"')));
  expect(missing).toEqual([]);
});

function isForeign(node: Element): boolean {
  const isOurs =
    node.tagName === 'script' &&
    (attribute(node, 'src') !== undefined || rawText(node).startsWith('(d=>{') || isBreadcrumbList(node));
  return (
    ['img', 'iframe', 'object'].includes(node.tagName) ||
    (node.tagName === 'script' && !isOurs) ||
    node.attrs.some(({ name }) => name.startsWith('on'))
  );
}

/** Data, whole: a string that ended its script early would leave half of it. */
function isBreadcrumbList(node: Element): boolean {
  if (attribute(node, 'type') !== 'application/ld+json') return false;
  const { itemListElement } = JSON.parse(rawText(node)) as { itemListElement: readonly { name: string }[] };
  return itemListElement.length > 0;
}

function attributesText(page: Node): string {
  return [...elementsOf(page)].flatMap((element) => element.attrs.map(({ value }) => value)).join(' ');
}
