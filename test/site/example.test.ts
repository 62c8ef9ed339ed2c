// The built example site: every link and anchor and the rules of clean HTML.

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, byTag, elementsOf, hasClass, parseHtml, rawText, type Element, type Node } from './html.ts';
import { builtExample } from './built-example.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { serve } from '../../scripts/static-host.ts';
import { compareTwin } from './twins/compare-twin.ts';

let folder: string;
let stderr: string;
let pages: readonly { readonly path: string; readonly tree: Node; readonly html: string }[];

beforeAll(async () => {
  ({ folder, stderr } = await builtExample());
  pages = (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => {
      const html = readFileSync(join(folder, path), 'utf8');
      return { path, html, tree: parseHtml(html, { scripts: false }) };
    });
  for (const { html, tree } of pages) treesByHtml.set(html, tree);
}, 120_000);

/** The faults of each page that has any. */
function faultsOf(
  find: (page: (typeof pages)[number]) => readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    pages.map((page) => [page.path, find(page)] as const).filter(([, faults]) => faults.length > 0),
  );
}

const attributesOf = (
  tree: Node,
): readonly { readonly element: Element; readonly name: string; readonly value: string }[] =>
  [...elementsOf(tree)].flatMap((element) => element.attrs.map(({ name, value }) => ({ element, name, value })));

test('the build has no findings, and reports what it built', () => {
  expect(stderr.split('\n').slice(-5)).toEqual([
    expect.stringMatching(
      /^Built \d+ pages, 8 languages, \d+ entities in [\d.]+ s(?:, \d+ of \d+ addresses drawn anew)?\.$/,
    ),
    expect.stringMatching(/^\d+ names in samples lead to the reference, 0 could mean several things and do not\.$/),
    expect.stringMatching(/^The site has \d+ files\.$/),
    expect.stringMatching(/^Look at it: stele preview --out /),
    '',
  ]);
  expect(stderr).not.toMatch(/warning|error|advice/i);
});

describe('twins', () => {
  const routes = ['', 'reference/sso/connection/', 'reference/organization/', 'guides/body/'];
  const some = routes.flatMap((route) => ['', 'python/', 'curl/'].map((tree) => tree + route));
  let copy: string;
  beforeAll(() => {
    copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
  });
  afterAll(() => removeFolder(copy));

  test('say the same as their pages', () => {
    expect(some.flatMap((path) => compareTwin(folder, path) ?? [])).toEqual([]);
  });

  test.each([
    ['a word', 'optional', 'needed'],
    ['a link', 'sso.md', 'sess.md'],
    ['a name', '`organization_id`', '`organization`'],
    ['code', '"object": "connection"', '"object": "connections"'],
    ['a heading', '### Properties', '#### Properties'],
  ])('are not equal if %s differs', (_what, from, to) => {
    const file = join(copy, 'python/reference/sso/connection.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(from, to));
    expect(compareTwin(copy, 'python/reference/sso/connection/')).toBeDefined();
    writeFileSync(file, text);
  });
});

describe('every page', () => {
  test('has no id twice', () => {
    expect(
      faultsOf(({ tree }) => {
        const ids = attributesOf(tree)
          .filter(({ name }) => name === 'id')
          .map(({ value }) => value);
        return ids.filter((id, i) => ids.indexOf(id) !== i);
      }),
    ).toEqual({});
  });

  test('has no style, no handler, no unsafe address, and no script that is not Stele’s', () => {
    expect(
      faultsOf(({ tree }) => [
        ...attributesOf(tree)
          .filter(({ name }) => name === 'style' || name.startsWith('on'))
          .map(({ name, value }) => `${name}=${value}`),
        ...attributesOf(tree)
          .filter(
            ({ name, value }) => ['href', 'src'].includes(name) && /^\s*(?:javascript|data|vbscript):/i.test(value),
          )
          .map(({ value }) => value),
        ...byTag(tree, 'style').map(() => '<style>'),
      ]),
    ).toEqual({});
    const inline = new Set(
      pages.flatMap(({ tree }) =>
        byTag(tree, 'script')
          .filter((script) => attribute(script, 'src') === undefined)
          .map((script) => rawText(script)),
      ),
    );
    // The scripts that run before the first paint, and the rules for prefetching.
    expect(inline.size).toBe(3);
    for (const text of inline) expect(text.length).toBeLessThan(900);
  });

  test('redirects readers to their language from pages without a language only', () => {
    expect(pages.filter(({ html }) => html.includes('data-neutral')).length).toBeGreaterThan(30);
    expect(
      faultsOf(({ html }) =>
        html.includes('location.replace(') === / data-neutral[ =>]/.test(html) ? [] : ['a redirect, or none'],
      ),
    ).toEqual({});
  });

  test('uses relative addresses of this site, and loads nothing from other sites', () => {
    expect(
      faultsOf(({ path, tree }) => {
        if (path === '404.html') return [];
        const loaded = [...byTag(tree, 'script'), ...byTag(tree, 'link'), ...byTag(tree, 'img')].flatMap((element) => [
          attribute(element, 'src'),
          attribute(element, 'href'),
        ]);
        const linked = byTag(tree, 'a').map((element) => attribute(element, 'href'));
        return [
          ...loaded.filter((url) => url !== undefined && !/^\.{1,2}\//.test(url)),
          ...linked.filter((url) => url?.startsWith('/')),
        ].map(String);
      }),
    ).toEqual({});
  });

  test('has the link to llms.txt before the content, and the content before the language tabs and the navigation', () => {
    const hasAll = ({ tree }: { readonly tree: Node }): boolean =>
      ['tabs', 'navigation'].every((name) => [...elementsOf(tree)].some((element) => hasClass(element, name)));
    const kinds = pages.filter(hasAll).map(({ path }) => path);
    for (const path of ['index.html', 'js/guides/body/index.html', 'js/reference/sso/connection/index.html'])
      expect(kinds).toContain(path);
    expect(
      faultsOf(({ path, tree }) => {
        const elements = [...elementsOf(tree)];
        const [llms, main, tabs, navigation] = [
          elements.findIndex((element) => attribute(element, 'href')?.endsWith('llms.txt')),
          elements.findIndex(({ tagName }) => tagName === 'main'),
          elements.findIndex((element) => hasClass(element, 'tabs')),
          elements.findIndex((element) => hasClass(element, 'navigation')),
        ];
        const isLinked = elements.some((element) => hasClass(element, 'to-languages'));
        const isLlmsFirst = path === '404.html' || (llms >= 0 && llms < main);
        return [
          ...(isLlmsFirst ? [] : ['the link to llms.txt is missing or late']),
          ...(tabs < 0 || main < tabs ? [] : ['the language tabs are before the content']),
          ...(navigation < 0 || Math.max(main, tabs) < navigation ? [] : ['the navigation is not last']),
          ...(isLinked === tabs >= 0 ? [] : ['the link to the language tabs does not fit the page']),
        ];
      }),
    ).toEqual({});
  });

  test('has one h1 and skips no level', () => {
    expect(
      faultsOf(({ tree }) => {
        const levels = [...elementsOf(tree)]
          .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
          .map(({ tagName }) => Number(tagName[1]));
        const skips = levels
          .filter((level, i) => i > 0 && level > levels[i - 1]! + 1)
          .map((level) => `skips to h${level}`);
        return [...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']), ...skips];
      }),
    ).toEqual({});
  });

  test('marks one language, and links to its form in each of the eight languages', () => {
    expect(
      faultsOf(({ path, tree }) => {
        if (path === '404.html') return [];
        const row = byTag(tree, 'nav').find((nav) => attribute(nav, 'class') === 'tabs');
        const tabs = row === undefined ? [] : byTag(row, 'a');
        const current = tabs.filter((link) => attribute(link, 'aria-current') !== undefined);
        const own = path.split('/')[0]!;
        const ids = tabs.map((link) => attribute(link, 'data-language'));
        const isRight =
          tabs.length === 8 &&
          current.length === 1 &&
          attribute(current[0]!, 'data-language') === (ids.includes(own) ? own : ids[0]);
        return isRight ? [] : ['tabs'];
      }),
    ).toEqual({});
  });

  test('loads few files and bytes, compressed, before a reader does anything', () => {
    const sizes = new Map<string, number>();
    const sizeOf = (path: string): number => {
      const known = sizes.get(path) ?? gzipSync(readFileSync(path)).length;
      sizes.set(path, known);
      return known;
    };
    expect(
      faultsOf(({ path, tree, html }) => {
        const from = path === '404.html' ? folder : join(folder, path, '..');
        const filesOf = (tag: string, name: string, rel?: string): readonly string[] =>
          byTag(tree, tag)
            .filter((element) => rel === undefined || attribute(element, 'rel') === rel)
            .flatMap((element) => attribute(element, name) ?? [])
            .map((address) => join(from, address));
        const [styles, scripts] = [filesOf('link', 'href', 'stylesheet'), filesOf('script', 'src')];
        const sum = (files: readonly string[]): number => files.reduce((all, file) => all + sizeOf(file), 0);
        const all = gzipSync(html).length + sum(styles) + sum(scripts) + sum(filesOf('link', 'href', 'preload'));
        const requests = 1 + styles.length + scripts.length + byTag(tree, 'img').length;
        const isImported = scripts.some((file) =>
          /\bfrom\s*["']\.|\bimport\s*["'(]\./.test(readFileSync(file, 'utf8')),
        );
        return [
          ...(sum(styles) > 12_000 ? [`CSS ${sum(styles)}`] : []),
          ...(sum(scripts) > 7_000 ? [`JavaScript ${sum(scripts)}`] : []),
          // The page of keys lists the whole format, and must stay one page.
          ...(all > (path.includes('guides/keys/') ? 43_000 : 40_000) ? [`in all ${all}`] : []),
          ...(path.startsWith('ruby/reference/') && requests > 3 ? [`${requests} requests`] : []),
          ...(isImported ? ['scripts that ask for more scripts'] : []),
        ];
      }),
    ).toEqual({});
  });
});

test('a code block of twenty lines adds at most 1 KB to a page, compressed, for both themes', () => {
  const sizes = panelsOfTwentyLines()
    .map((panel) => ({ ...panel, bytes: gzipSync(panel.html).length - gzipSync(panel.without).length }))
    .sort((a, b) => a.bytes - b.bytes);
  const most = sizes.at(-1)!;
  const median = sizes[Math.floor(sizes.length / 2)]!.bytes;
  const brotli = brotliCompressSync(most.html).length - brotliCompressSync(most.without).length;
  console.log(
    `a code block of 18 to 22 lines, of ${sizes.length}: median ${median} bytes with gzip, at most ` +
      `${most.bytes}, that one ${brotli} with brotli`,
  );
  expect(sizes.length).toBeGreaterThan(20);
  expect(most.bytes).toBeLessThanOrEqual(1024);
  expect(brotli).toBeLessThanOrEqual(1024);
});

/** HTML of pages with and without each panel of 18 to 22 lines. */
function panelsOfTwentyLines(): readonly { readonly html: string; readonly without: string }[] {
  return pages.flatMap(({ html }) =>
    [...html.matchAll(/<div class="code-panel/g)].flatMap(({ index }) => {
      const panel = html.slice(index, endOfDiv(html, index));
      const code = [...panel.matchAll(/<code>([^]*?)<\/code>/g)].map(([, lines]) => lines).join('\n');
      const lines = code.split('\n').length;
      return lines < 18 || lines > 22 ? [] : [{ html, without: html.replace(panel, '') }];
    }),
  );
}

/** The end of the `div` that begins at an offset. */
function endOfDiv(html: string, start: number): number {
  let depth = 0;
  for (const match of html.slice(start).matchAll(/<(\/?)div\b/g)) {
    depth += match[1] === '' ? 1 : -1;
    if (depth === 0) return start + match.index + '</div>'.length;
  }
  throw new Error('a div has no end');
}

interface PageRead {
  readonly ids: ReadonlySet<string>;
  /** Addresses of links, scripts and all other files. */
  readonly addresses: readonly string[];
  /** Addresses of links that a reader follows. */
  readonly links: readonly string[];
}

/** The trees of `pages` by their text. A page under another path may have another text. */
const treesByHtml = new Map<string, Node>();

/** What was read of each page, by its text: most pages are the same under every path. */
const readPages = new Map<string, PageRead>();

function readPage(html: string): PageRead {
  const known = readPages.get(html);
  if (known !== undefined) return known;
  const tree = treesByHtml.get(html) ?? parseHtml(html, { scripts: false });
  const ids = attributesOf(tree).filter(({ name }) => name === 'id');
  const read = {
    ids: new Set(ids.map(({ value }) => value)),
    addresses: [...elementsOf(tree)].flatMap(
      (element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [],
    ),
    links: byTag(tree, 'a').map((link) => attribute(link, 'href')!),
  };
  readPages.set(html, read);
  return read;
}

describe.each(['/', '/a/b/'])('served under %s', (base) => {
  test('every link leads to a page, and every anchor to an element', async () => {
    const host = await serve(folder, { base });
    const found = new Map<string, PageRead>();
    const broken = new Set<string>();
    const seen = new Set<string>();
    const queue = [host.url];
    try {
      while (queue.length > 0) {
        const url = queue.pop()!;
        if (seen.has(url)) continue;
        seen.add(url);
        const response = await fetch(url);
        const body = await response.text();
        if (!response.ok) {
          broken.add(url);
          continue;
        }
        if (!response.headers.get('content-type')!.startsWith('text/html')) continue;
        const read = readPage(body);
        found.set(url, read);
        for (const address of read.addresses) {
          const target = new URL(address, url);
          if (target.origin !== host.origin) continue;
          target.hash = '';
          queue.push(target.href);
        }
      }
      for (const [url, { links }] of found) {
        for (const address of links) {
          const target = new URL(address, url);
          if (target.origin !== host.origin || target.hash === '') continue;
          const page = target.href.slice(0, -target.hash.length);
          if (found.get(page)?.ids.has(decodeURIComponent(target.hash.slice(1))) !== true)
            broken.add(`${url} → ${target.href}`);
        }
      }
    } finally {
      await host.close();
    }
    expect([...broken]).toEqual([]);
    // All pages in all languages are reached from the home page; no page links to the 404 page.
    expect(found.size).toBe(pages.length - 1);
  });
});

test('anchors of a page are the same in every language that has the field', () => {
  const anchorsOf = (language: string): ReadonlySet<string> => {
    const page = pages.find(({ path }) => path === `${language}/reference/sso/connection/index.html`)!;
    return new Set(
      attributesOf(page.tree)
        .filter(({ name, value }) => name === 'id' && value.startsWith('connection.'))
        .map(({ value }) => value),
    );
  };
  const wire = anchorsOf('curl');
  expect(wire.size).toBe(9);
  for (const language of ['js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet']) {
    expect([...anchorsOf(language)].filter((anchor) => !wire.has(anchor))).toEqual([]);
  }
});
