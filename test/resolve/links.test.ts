// Links by exact route, heading path and hash (format.md 5.7). They are checked, and equal in the trees of all
// languages.

import { describe, expect, test } from 'vitest';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const glossary = '# Glossary\n\n## SAML\n\n### Single logout\n\n## SAML\n\n#### Skipped\n';
const site = 'title: Site\nlanguages: [js, go]\n';

const lists = (text: string): string => `properties:\n  - key: id\n    type: string\n    description: '${text}'\n`;

async function linked(url: string): Promise<string | undefined> {
  const files = {
    'site.yaml': site,
    'docs/glossary.mdx': glossary,
    'docs/x/a.mdx': page({ js: lists(`[text](${url})`) }),
  };
  expect(findings(compile(files))).toEqual([]);
  return /href="([^"]*)"/.exec(rowsOf(await view(compile(files), 'docs/x/a', 'js'))[0]!.html)?.[1];
}

test.each([
  ['/docs/glossary', '../../../docs/glossary/'],
  ['/docs/glossary/', '../../../docs/glossary/'],
  ['/docs/glossary#saml', '../../../docs/glossary/#saml'],
  ['/docs/glossary/saml', '../../../docs/glossary/#saml'],
  ['/docs/glossary/saml/single-logout', '../../../docs/glossary/#single-logout'],
  ['/docs/glossary/saml-2', '../../../docs/glossary/#saml-2'],
  ['/docs/glossary/saml-2/skipped', '../../../docs/glossary/#skipped'],
  ['/docs/glossary?from=here#saml', '../../../docs/glossary/?from=here#saml'],
  ['/docs/glossary?a=$&$1#saml', '../../../docs/glossary/?a=$&#x26;$1#saml'],
  ['../glossary', '../../../docs/glossary/'],
  ['../glossary.mdx', '../../../docs/glossary/'],
  ['/docs/glossary.mdx#saml', '../../../docs/glossary/#saml'],
  ['a.mdx#thing.id', '#thing.id'],
  ['/docs/x/a', '../../../docs/x/a/'],
  ['#thing', '#thing'],
  ['#thing.id', '#thing.id'],
  ['/', '../../../'],
  ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
])('%s leads to %s', async (url, href) => {
  expect(await linked(url)).toBe(href);
});

test('the lists of a method are anchors', () => {
  const list = '  - key: id\n    type: string\n    description: Words.\n';
  const lists = `parameters:\n${list}returns:\n${list}`;
  const body = '# A\n\n[in](#thing.parameters), [out](/a#thing.returns), [an object has none](#thing.properties)\n';
  expect(findings(compile({ 'a.mdx': page({ js: lists }, { body }) }))).toEqual(['warning dangling-link a.mdx:18:72']);
  const taken = page({ js: lists }, { body: '# A\n\n<div id="thing.returns">x</div>\n' });
  expect(findings(compile({ 'a.mdx': taken }))).toEqual(['error duplicate-anchor a.mdx:18:9']);
});

test('a link is the same in the tree of each language', async () => {
  const files = { 'site.yaml': site, 'b.mdx': '# B\n', 'a.mdx': page({ js: lists('[b](/b)'), go: lists('[b](/b)') }) };
  const html = await Promise.all(
    ['js', 'go', undefined].map(async (language) => rowsOf(await view(compile(files), 'a', language))[0]!.html),
  );
  expect(new Set(html)).toEqual(new Set(['<p><a href="../b/">b</a></p>']));
});

describe('a link that leads nowhere', () => {
  test.each(['/nowhere', '/docs/glossary#nowhere', '/docs/glossary/single-logout', '#nowhere', ''])('%s', (url) => {
    const files = { 'site.yaml': site, 'docs/glossary.mdx': glossary, 'docs/x/a.mdx': `# A\n\n[text](${url})\n` };
    expect(findings(compile(files))).toEqual([`error dangling-link docs/x/a.mdx:3:${url === '' ? 1 : 8}`]);
  });

  test('gives a warning in a folder without site.yaml, and is drawn as text', async () => {
    const files = { 'a.mdx': page({ js: lists('see [text](/nowhere)') }) };
    expect(findings(compile(files))).toEqual(['warning dangling-link a.mdx:9:36']);
    expect(rowsOf(await view(compile(files), 'a', 'js'))[0]!.html).toBe('<p>see text</p>');
  });

  test('is reported once, at the place of its text, however many pages show it', () => {
    const files = {
      'b.mdx': '---\ndescriptions:\n  shared: >\n    One line,\n    then [text](/nowhere).\n---\n# B\n',
      'a.mdx': page({
        js:
          'properties:\n  - key: a\n    type: x\n    description: (shared)\n  - key: b\n    type: x\n' +
          '    description: (shared)\n',
      }),
    };
    expect(findings(compile(files))).toEqual(['warning dangling-link b.mdx:5:17']);
  });
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#10;script:alert(1)',
  'java&Tab;script:alert(1)',
  '&#x6A;avascript&colon;alert(1)',
  '  javascript:alert(1)',
  'javascript&#0000058;alert(1)',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'ftp://example.com/',
  'view-source:https://example.com/',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example/',
  '\\\\\\\\evil.example/',
])('an unsafe link %s is refused and drawn as text', async (url) => {
  const files = { 'a.mdx': page({ js: lists(`[text](<${url}>)`) }) };
  expect(findings(compile(files)).map((finding) => finding.split(' ').slice(0, 2).join(' '))).toEqual([
    'error unsafe-link',
  ]);
  expect(rowsOf(await view(compile(files), 'a', 'js'))[0]!.html).toBe('<p>text</p>');
});
