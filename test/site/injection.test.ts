// Each string of the content is shown literally, and none of it runs. One site has every payload at each place where an
// author can write a string; it is compared with the same site with harmless strings.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { attribute, elementsOf, parseHtml, rawText, type Element, type Node } from './html.ts';
import { hiddenPlaces, markOf, pagePlaces, payloads, sitePlaces } from './injection-content.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { compareTwin, twinFileOf } from './twins/compare-twin.ts';
import { splitTwin } from './twins/twin-blocks.ts';
import { buildWith } from './build-injected.ts';

const work = temporaryFolder();
let harmless: string;
let hostile: string;

beforeAll(async () => {
  harmless = await buildWith(join(work, 'harmless'), ['some words', 'some words', 'some words']);
  hostile = await buildWith(join(work, 'hostile'), payloads);
}, 120_000);
afterAll(() => removeFolder(work));

const pages = new Map<string, Node>();
function pageAt(folder: string, path: string): Node {
  const file = join(folder, path, 'index.html');
  const page = pages.get(file) ?? parseHtml(readFileSync(file, 'utf8'));
  pages.set(file, page);
  return page;
}

test('there are at least 40 places and 30 payloads', () => {
  expect(pagePlaces.length + sitePlaces.length).toBeGreaterThanOrEqual(40);
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(30);
});

/**
 * A text in which smart and plain punctuation are equal and white space is collapsed. Backslashes are removed, since
 * escapes inside of tags are shown.
 */
function folded(text: string): string {
  return text
    .replace(/\\/g, '')
    .replace(/['"“”‘’`]+/g, '"')
    .replace(/–|—|--/g, '-')
    .replace(/…|\.\.\./g, '.')
    .replace(/\s+/g, ' ');
}

function shownOn(page: Node): string {
  const attributes = [...elementsOf(page)].flatMap((element) => element.attrs.map(({ value }) => value));
  return folded(`${rawText(page)} ${attributes.join(' ')}`);
}

/** The structure of a page, without the elements that depend on the length of a name or the colours of code. */
function structureOf(page: Node): readonly string[] {
  return [...elementsOf(page)]
    .filter(({ tagName }) => !['wbr', 'span'].includes(tagName))
    .map(
      ({ tagName, attrs }) =>
        `${tagName} ${attrs
          .map(({ name }) => name)
          .sort()
          .join(' ')}`,
    );
}

describe.each(payloads.map((payload, i) => [payload, i] as const))('%s', (payload, i) => {
  test.each(['', 'js/'])('adds no element or attribute to the page in the tree %j', (tree) => {
    // The number of entries in the navigation differs, so only the page's own part is compared.
    const own = (folder: string, at: number): readonly string[] =>
      structureOf(mainOf(pageAt(folder, `${tree}docs/p${at}`)));
    expect(own(hostile, i)).toEqual(own(harmless, 0));
  });

  test('is shown literally', () => {
    const shown = shownOn(pageAt(hostile, `js/docs/p${i}`));
    const markdown = shownOn(pageAt(hostile, 'js/docs/markdown'));
    const missing = [...pagePlaces, ...sitePlaces].filter((place) => {
      if (hiddenPlaces.has(place)) return false;
      // In Markdown, a character reference is its character.
      const isRead = ['raw text', 'markdown html'].includes(place);
      // Comments, styles and scripts are left out of Markdown.
      if (isRead && /<(?:script|style)|<!--/i.test(payload)) return false;
      const words = isRead
        ? payload.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace('&#60;', '<').replace('&#62;', '>')
        : payload;
      return !(place.startsWith('markdown') ? markdown : shown).includes(folded(markOf(place, i) + words));
    });
    expect(missing).toEqual([]);
  });
});

test('no twin lets a string out of its place', () => {
  const paths = ['js/docs/markdown/', ...payloads.map((_, i) => `js/docs/p${i}/`)];
  expect(paths.flatMap((path) => compareTwin(hostile, path) ?? [])).toEqual([]);
  for (const path of paths) {
    const { front } = splitTwin(readFileSync(join(hostile, twinFileOf(hostile, path)), 'utf8'));
    expect(Object.keys(parseYaml(front) as object)).toEqual(
      ['title', 'description', 'canonical', 'language', 'entities'].filter(
        (key) => front.includes(`\n${key}: `) || front.startsWith(`${key}: `),
      ),
    );
  }
});

function mainOf(page: Node): Node {
  return [...elementsOf(page)].find(({ tagName }) => tagName === 'main')!;
}

test('no page of the site has an element that the harmless site lacks', () => {
  const known = new Set(
    ['', 'js', 'docs/p0', 'js/docs/p0', 'docs/markdown'].flatMap((path) => structureOf(pageAt(harmless, path))),
  );
  const all = ['', 'js/'].flatMap((tree) => [
    `${tree}docs/markdown`,
    tree,
    ...payloads.map((_, i) => `${tree}docs/p${i}`),
  ]);
  const foreign = all.flatMap((path) =>
    structureOf(pageAt(hostile, path))
      .filter((element) => !known.has(element))
      .map((element) => `${path}: ${element}`),
  );
  expect(foreign).toEqual([]);
});

test('every address has a safe scheme', () => {
  const addresses = payloads.flatMap((_, i) => [...elementsOf(pageAt(hostile, `js/docs/p${i}`))].flatMap(addressesIn));
  expect(addresses.length).toBeGreaterThan(500);
  expect(
    addresses.filter(
      (address) => !/^(?:https?|mailto|tel):$/.test(new URL(address, 'https://site.example/a/b/').protocol),
    ),
  ).toEqual([]);
});

function addressesIn(element: Element): readonly string[] {
  return ['href', 'src', 'action', 'data', 'formaction', 'poster', 'srcset'].flatMap(
    (name) => attribute(element, name) ?? [],
  );
}
