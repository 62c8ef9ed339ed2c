// Redirects of old routes (format.md 8.4): to pages, headings and addresses of other sites, in the tree of each
// language.

import { expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { movedTo } from '../../src/site/client/moved-to.ts';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

const pages = {
  'index.mdx': '# Home\n\n## Welcome\n',
  'docs/a.mdx': '# A\n\n## Keys\n\n### Ways\n',
  'café.mdx': '# Café\n',
};

function hrefs(redirects: string): readonly string[] {
  const compiled = compile({ ...pages, 'site.yaml': `title: S\nlanguages: [js]\nredirects:\n${redirects}` });
  expect(findings(compiled)).toEqual([]);
  const site = viewContent(compiled.resolved, { highlight: () => [] });
  return site.redirects.map(({ address, href }) => `${address.language ?? '-'} ${address.route} ${href}`);
}

test.each([
  ['a page', '/docs/a', '../../docs/a/'],
  ['the home page', '/', '../../'],
  ['a heading by its path', '/docs/a/keys/ways', '../../docs/a/#ways'],
  ['a heading by its hash', '/docs/a#keys', '../../docs/a/#keys'],
  ['a heading of the home page', "'#welcome'", '../../#welcome'],
  ['a query', '/docs/a?tab=2#keys', '../../docs/a/?tab=2#keys'],
  ['another host', 'https://example.com/x?y#z', 'https://example.com/x?y#z'],
  ['a page with letters beyond ASCII, composed or not', `"/cafe\\u0301"`, '../../caf%C3%A9/'],
])('to %s', (_name, to, href) => {
  expect(hrefs(`  /old/page: ${to}\n`)).toEqual([`- old/page ${href}`, `js old/page ${href}`]);
});

test('over several steps, with the last hash among them', () => {
  expect(hrefs('  /a: /b#keys\n  /b: /c\n  /c: /docs/a\n  /d: /e\n  /e: /docs/a#ways\n')).toEqual([
    '- a ../docs/a/#keys',
    'js a ../docs/a/#keys',
    '- b ../docs/a/',
    'js b ../docs/a/',
    '- c ../docs/a/',
    'js c ../docs/a/',
    '- d ../docs/a/#ways',
    'js d ../docs/a/#ways',
    '- e ../docs/a/#ways',
    'js e ../docs/a/#ways',
  ]);
});

test('a chain of ten thousand redirects takes no longer than ten thousand separate redirects', () => {
  const steps = Array.from({ length: 9999 }, (_, i) => `  /step-${i}: /step-${i + 1}\n`).join('');
  const site = `title: S\nredirects:\n${steps}  /step-9999: /docs/a\n`;
  expect(
    cpuTime(() => expect(compile({ ...pages, 'site.yaml': site }).resolved.redirects.size).toBe(10_000)),
  ).toBeLessThan(3000);
});

test('half characters, which no address can contain, give findings', () => {
  const site = 'title: S\nredirects:\n  "/half\\ud800": /\n  /a: "/b#half\\ud800"\n  /b: /docs/a\n';
  expect(findings(compile({ ...pages, 'site.yaml': site }))).toEqual([
    'error unusable-redirect site.yaml:3:3',
    'error dangling-link site.yaml:4:7',
  ]);
});

test('links may use an old route with a hash of the new page', () => {
  const files = {
    ...pages,
    'site.yaml': 'title: S\nlanguages: [js]\nredirects:\n  /old: /docs/a#keys\n  /away: https://example.com/\n',
    'b.mdx': '# B\n\n[one](/old) [two](/old#ways) [three](/away)\n',
  };
  const { resolved, diagnostics } = compile(files);
  expect(diagnostics).toEqual([]);
  expect([...resolved.pages.get('b')!.links.values()]).toEqual([
    { kind: 'page', route: 'docs/a', anchor: 'keys' },
    { kind: 'page', route: 'docs/a', anchor: 'ways' },
    { kind: 'external', url: 'https://example.com/' },
  ]);
});

test('an old route that differs from a page only in case or composition is that page', () => {
  for (const from of ['/Docs/A', '/DOCS/a/', '"/cafe\\u0301"']) {
    const site = `title: S\nredirects:\n  ${from}: /\n`;
    expect(findings(compile({ ...pages, 'site.yaml': site }))).toEqual(['error redirect-from-page site.yaml:3:3']);
  }
});

test.each([
  ['../door/', 'https://a.b/docs/old/', 'https://a.b/docs/door/'],
  ['../door/', 'https://a.b/docs/old/?v=2#door.id', 'https://a.b/docs/door/?v=2#door.id'],
  ['../door/#keys', 'https://a.b/docs/old/', 'https://a.b/docs/door/#keys'],
  ['../door/#keys', 'https://a.b/docs/old/#limits', 'https://a.b/docs/door/#limits'],
  ['../door/?a=1', 'https://a.b/docs/old/?v=2', 'https://a.b/docs/door/?a=1&v=2'],
  ['https://x.y/?a', 'https://a.b/docs/old/?v=%20#%C3%A9', 'https://x.y/?a&v=%20#%C3%A9'],
])('a redirect to %s from the address %s leads to %s', (target, from, to) => {
  expect(movedTo(target, from)).toBe(to);
});

test.each([
  ['two redirects to each other', '  /a: /b\n  /b: /a\n', ['3:7']],
  ['a redirect to itself', '  /a: /a\n', ['3:7']],
  ['a cycle with two redirects into it', '  /in: /a\n  /a: /b\n  /b: /c\n  /c: /a\n  /in2: /c\n', ['4:7']],
  ['three steps to a missing page', '  /a: /b\n  /b: /c\n  /c: /nowhere\n', ['5:7']],
  ['several redirects to the same wrong address', '  /a: /nowhere\n  /b: /nowhere\n', ['3:7', '4:7']],
  ['a hash that the last page lacks', '  /a: /b#nothing\n  /b: /docs/a\n', ['3:7']],
])('reports %s', (_name, redirects, places) => {
  const compiled = compile({ ...pages, 'site.yaml': `title: S\nredirects:\n${redirects}` });
  expect(findings(compiled)).toEqual(places.map((place) => `error dangling-link site.yaml:${place}`));
});
