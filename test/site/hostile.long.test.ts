// The site of an attacker, built and opened in a browser with scripts: no content runs, no request goes to another
// host, and its HTML has no hostile element, attribute or address.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeContext, openContext } from '../browser/shared-browser.ts';
import { serve } from '../../scripts/static-host.ts';
import { scriptOf } from '../../src/astro/inline-script.ts';
import { attribute, elementsOf, parseHtml, rawText, type Element, type Node } from './html.ts';
import { hostileSite, payloads } from './hostile-site.ts';
import { removeFolder, repository, runStele, temporaryFolder } from './run-stele.ts';

/** Elements of pages. None of them loads a document, runs a script of the content, or changes addresses. */
const known = new Set(
  `html head meta title link script body a header nav main article aside section footer div span p h1 h2 h3 h4 h5 h6
  ul ol li dl dt dd table thead tbody tr th td pre code kbd sub sup mark abbr b i strong em del u br hr wbr img svg
  path g circle rect button input label details summary figure figcaption blockquote dialog search form small
  time`.split(/\s+/),
);

/** Attributes whose values are addresses. */
const addressNames = [
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'cite',
  'ping',
  'xlink:href',
];

describe.each([0, 7])('a site whose payloads begin with number %i', (round) => {
  const work = temporaryFolder();
  const site = join(work, 'site');
  let paths: readonly string[] = [];

  beforeAll(async () => {
    for (const [path, text] of Object.entries(hostileSite(round))) {
      mkdirSync(dirname(join(work, 'content', path)), { recursive: true });
      writeFileSync(join(work, 'content', path), text);
    }
    const run = await runStele(['build', '--keep-going', '--content', join(work, 'content'), '--out', site]);
    if (run.code !== 1 || !/\nBuilt \d+ pages/.test(run.stderr))
      throw new Error(`build ended with ${run.code}: ${run.stderr.slice(-3000)}`);
    const entries = await readdir(site, { recursive: true, withFileTypes: true });
    paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(site, join(entry.parentPath, entry.name)));
  }, 300_000);
  afterAll(() => removeFolder(work));

  const pages = (): readonly string[] => paths.filter((path) => path.endsWith('.html'));
  /** As a browser without scripts reads it, so that what stands in `noscript` is checked too. */
  const parsed = (path: string): Node => parseHtml(readFileSync(join(site, path), 'utf8'), { scripts: false });

  test('has no HTML that runs or loads something', async () => {
    // Pages without a language have this script too, and the 404 page has not.
    const file = join(repository, 'src/site/client/choose-language.ts');
    const scripts = [...scriptsOf(parsed('404.html')), await scriptOf(readFileSync(file, 'utf8'), file)];
    const wrong = pages().flatMap((path) => {
      const page = parsed(path);
      const foreign = scriptsOf(page).filter((script) => !scripts.includes(script) && !isOwnScript(script));
      return [...[...elementsOf(page)].flatMap((element) => wrongIn(element)), ...foreign].map(
        (what) => `${path}: ${what}`,
      );
    });
    expect(pages().length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  test('publishes no file of a type that runs, and no picture that contains code', () => {
    const published = paths
      .filter((path) => path.startsWith('_content/'))
      .map((path) => path.slice('_content/'.length))
      .sort();
    expect(published.filter((path) => path.startsWith('files/'))).toEqual([
      'files/it\'s (a) "name".svg',
      'files/plain.svg',
    ]);
    const texts = paths
      .filter((path) => /\.(?:css|svg|webmanifest)$/.test(path))
      .map((path) => readFileSync(join(site, path), 'utf8'));
    expect(texts.filter((text) => /evil\.example|__hit/.test(text))).toEqual([]);
  });

  test('runs nothing in a browser, and requests nothing from another host', async () => {
    const host = await serve(site, { base: '/' });
    const page = await (await openContext()).newPage();
    try {
      const seen: string[] = [];
      page.on('dialog', (dialog) => void dialog.dismiss());
      page.on('request', (request) => {
        if (!request.url().startsWith(host.url)) seen.push(`request: ${request.url()}`);
      });
      const pictures = paths.filter((path) => path.endsWith('.svg'));
      // The pages of the languages differ little, so only some of each are opened.
      for (const path of [...pages().filter((page, i) => page.startsWith('things/') || i % 10 === 0), ...pictures]) {
        await page.goto(host.url + path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' });
        const hit = await page.evaluate(
          () => (window as { __hit?: unknown }).__hit !== undefined || Object.hasOwn(Object.prototype, '__hit'),
        );
        if (hit) seen.push(`ran: ${path}`);
      }
      await page.goto(host.url);
      await page.keyboard.press('/');
      await page.keyboard.type('onerror window');
      await page.waitForTimeout(1000);
      if (await page.evaluate(() => (window as { __hit?: unknown }).__hit !== undefined)) seen.push('ran: search');
      expect(seen).toEqual([]);
    } finally {
      await closeContext(page.context());
      await host.close();
    }
  }, 600_000);
});

test('the rounds try every payload', () => {
  expect(new Set(payloads).size).toBe(payloads.length);
});

/** Texts of inline scripts. Those of the site are the same on every page. */
function scriptsOf(page: Node): readonly string[] {
  return [...elementsOf(page)]
    .filter(
      (element) =>
        element.tagName === 'script' &&
        attribute(element, 'src') === undefined &&
        attribute(element, 'type') !== 'application/ld+json',
    )
    .map((element) => rawText(element));
}

/** The rule for prefetching differs by page; it is data, not code. */
function isOwnScript(script: string): boolean {
  return /^\s*\{"prefetch"|^\s*\{"prerender"/.test(script);
}

function wrongIn(element: Element): readonly string[] {
  const { tagName, attrs } = element;
  const names = attrs.map(({ name }) => name);
  const isRefresh = attribute(element, 'http-equiv') === 'refresh';
  // Old addresses lead on without scripts, too.
  const isInHead =
    element.parentNode !== null && 'tagName' in element.parentNode && element.parentNode.tagName === 'head';
  return [
    ...(known.has(tagName) || (tagName === 'noscript' && isInHead) ? [] : [`<${tagName}>`]),
    ...names.filter((name) => /^on|^style$|^srcdoc$|^is$/i.test(name)).map((name) => `<${tagName} ${name}>`),
    ...addressNames.flatMap((name) => wrongAddress(element, name)),
    ...(isRefresh && !/^0; url=(?:\.\.?\/|https:\/\/)[^\s"'<>]*$/.test(attribute(element, 'content') ?? '')
      ? [`refresh to ${attribute(element, 'content')}`]
      : []),
    ...(attribute(element, 'srcset') === undefined ? [] : ['srcset']),
  ];
}

/** Links may have any address with a safe scheme. Other addresses are loaded, so they must be of the site. */
function wrongAddress(element: Element, name: string): readonly string[] {
  const address = attribute(element, name);
  if (address === undefined) return [];
  const url = URL.canParse(address, 'https://site.example/a/b/c/d/')
    ? new URL(address, 'https://site.example/a/b/c/d/')
    : undefined;
  const isLink = element.tagName === 'a' || (element.tagName === 'link' && attribute(element, 'rel') === 'canonical');
  const isSafe =
    url !== undefined &&
    (isLink ? ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) : url.origin === 'https://site.example');
  return isSafe ? [] : [`<${element.tagName} ${name}="${address}">`];
}
