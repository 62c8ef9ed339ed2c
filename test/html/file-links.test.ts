// Links to files outside of prose: in the header, the navigation and breadcrumbs. Files are at the top of the site, so
// a page in the tree of a language needs one `../` more than the page of the same route in the default tree.

import { expect, test } from 'vitest';
import type { SectionFileLink } from '../../src/compiler/model/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { contentOf } from '../../src/project/index.ts';
import { fromOtherRoot } from '../../src/site/client/from-other-root.ts';
import { findings, view } from '../compile.ts';

function compile(files: Readonly<Record<string, string>>): Compilation {
  const { content, diagnostics } = contentOf(
    'content',
    Object.entries(files).map(([path, text]) => ({ path, text })),
    [{ path: 'files/x.pdf' }, { path: 'files/evil.html' }],
    [{ path: 'openapi.json' }, { path: 'down load/ä.zip' }],
  );
  return compileContent(content, diagnostics);
}

const site = (header: string): string => `title: S\nlanguages: [js]\nheader:\n  - title: API\n    url: ${header}\n`;
const page = (front = ''): string => `---\ntitle: A\n${front}---\n\nText.\n`;
const navigation = (links: unknown): string => `---\n${JSON.stringify({ title: 'Ref', links })}\n---\n`;

test.each([
  ['/openapi.json', 'openapi.json'],
  ['/openapi.json?v=2#/paths', 'openapi.json?v=2#/paths'],
  ['"/down%20load/a\\u0308.zip"', 'down%20load/%C3%A4.zip'],
  ['/files/x.pdf#page=3', '_content/files/x.pdf#page=3'],
])('the header links to %s', async (url, path) => {
  const compiled = compile({ 'site.yaml': site(url), 'ref/a.md': page() });
  expect(findings(compiled)).toEqual([]);
  expect((await view(compiled, 'ref/a')).header.at(-1)!.href).toBe(`../../${path}`);
  expect((await view(compiled, 'ref/a', 'js')).header.at(-1)!.href).toBe(`../../../${path}`);
  expect((await view(compiled, '', 'js')).header.at(-1)!.href).toBe(`../${path}`);
  expect((await view(compiled, '')).header.at(-1)!.href).toBe(`./${path}`);
  const data = viewContent(compiled.resolved, { highlight: () => [] });
  expect(data.viewNotFound('/docs/').header.at(-1)!.href).toBe(`/docs/${path}`);
});

test('navigation and breadcrumbs link to files, which are published', async () => {
  const compiled = compile({
    'site.yaml': 'title: S\nlanguages: [js]\n',
    'ref/a.md': page('breadcrumb: { title: Up, url: /files/x.pdf }\n'),
    'ref/_navigation.mdx': navigation([{ title: 'A', url: '/ref/a', links: [{ title: 'API', url: '/openapi.json' }] }]),
  });
  expect(findings(compiled)).toEqual([]);
  const { navigation: tree, breadcrumb } = await view(compiled, 'ref/a', 'js');
  expect(tree[0]!.links).toEqual([{ title: 'API', href: '../../../openapi.json', isCurrent: false, links: [] }]);
  expect(breadcrumb).toEqual([{ title: 'Up', href: '../../../_content/files/x.pdf' }]);
  expect(viewContent(compiled.resolved, { highlight: () => [] }).assets).toEqual(['files/x.pdf']);
});

test('the navigation file of a large section has paths from the top of the site, for all languages', async () => {
  const pages = Array.from({ length: 160 }, (_, i) => `p${i}`);
  const compiled = compile({
    'site.yaml': 'title: S\nlanguages: [js]\n',
    ...Object.fromEntries(pages.map((name) => [`ref/${name}.md`, page()])),
    'ref/_navigation.mdx': navigation([
      { title: 'API', url: '/openapi.json#x' },
      { title: 'PDF', url: '/files/x.pdf' },
      ...pages.map((name) => ({ title: name, url: `/ref/${name}` })),
    ]),
  });
  expect(findings(compiled)).toEqual([]);
  const data = viewContent(compiled.resolved, { highlight: () => [] });
  const links = JSON.parse(data.writeNavigation().get('_navigation/ref.json')!) as readonly SectionFileLink[];
  expect(links.slice(0, 3).map(([, target]) => target)).toEqual(['/openapi.json#x', '/_content/files/x.pdf', 'ref/p0']);
  expect(data.assets).toEqual(['files/x.pdf']);
  const letters = (await view(compiled, 'ref/_all', 'js')).letters!.flatMap((letter) => letter.links);
  expect(letters.find(({ title }) => title === 'API')!.href).toBe('../../../openapi.json#x');
});

test('a file of a type that runs, a relative address and a missing file give findings', () => {
  for (const [url, found, near] of [
    ['/files/evil.html', 'error unpublished-file site.yaml:5:10', undefined],
    ['openapi.json', 'error dangling-link site.yaml:5:10', '/openapi.json'],
    ['./files/x.pdf#page=2', 'error dangling-link site.yaml:5:10', '/files/x.pdf#page=2'],
    ['/files/y.pdf', 'error dangling-link site.yaml:5:10', undefined],
    ['/../openapi.json', 'error dangling-link site.yaml:5:10', undefined],
  ] as const) {
    const compiled = compile({ 'site.yaml': site(url), 'ref/a.md': page() });
    expect(findings(compiled)).toEqual([found]);
    if (near !== undefined) expect(compiled.diagnostics[0]!.hint).toContain(`\`${near}\``);
  }
});

test('links of pages keep the query and the hash of a file', async () => {
  const compiled = compile({ 'ref/a.md': `${page()}\n[one](/files/x.pdf#page=3) [two](/openapi.json?v=2)\n` });
  expect([...compiled.resolved.pages.get('ref/a')!.links.values()]).toEqual([
    { kind: 'asset', path: 'files/x.pdf', suffix: '#page=3' },
    { kind: 'asset', path: 'openapi.json', isPublic: true, suffix: '?v=2' },
  ]);
});

test.each([
  ['/public/openapi.json', '/openapi.json'],
  ['../public/openapi.json#/paths', '/openapi.json#/paths'],
  ['/openapi.jsn', undefined],
  ['/opnapi.json', '/openapi.json'],
  ['x.pdf', '/files/x.pdf'],
  ['/static/x.PDF', '/files/x.pdf'],
  ['/_content/files/x.pdf', '/files/x.pdf'],
  ['/download/ä.zip', '/down%20load/ä.zip'],
  ['/ref/b.pdf', undefined],
  ['/ref/a.html', '/ref/a'],
])('the finding of a link to the missing file %s suggests %s', (url, near) => {
  const { diagnostics } = compile({ 'ref/a.md': page(), 'ref/b.md': `# B\n\n[x](${url})\n` });
  expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['dangling-link', near && `Did you mean \`${near}\`?`],
  ]);
});

test.each([
  ['../../openapi.json', '../../', '../../../', '../../../openapi.json'],
  ['../../../openapi.json#/paths/', '../../../', '../../', '../../openapi.json#/paths/'],
  ['./_content/x.pdf?a/', './', '../', '../_content/x.pdf?a/'],
  ['../../guides/start/', '../../', '../../../', '../../guides/start/'],
  ['../../guides/start/?a=1#b', '../../', '../../../', '../../guides/start/?a=1#b'],
  ['./', './', '../', './'],
  ['#a', './', '../', '#a'],
  ['https://example.com/x', '../', '../../', 'https://example.com/x'],
])('the link %s with the path to the top %s becomes, with %s, %s', (href, old, next, moved) => {
  expect(fromOtherRoot(href, old, next)).toBe(moved);
});
