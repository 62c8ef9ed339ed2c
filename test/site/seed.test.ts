// One real page of the format, built alone: each cell of the table of each language is compared with the file, which
// this test reads without code of src. The page is part of the public corpus, which is downloaded and never committed.
// STELE_SEED names another content folder with that page.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchCorpus } from '../../scripts/corpus/fetch-corpus.ts';
import {
  attribute,
  byId,
  byTag,
  elementsOf,
  hasClass,
  parseHtml,
  visibleText,
  type Element,
  type Node,
} from './html.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';

const path = 'reference/sso/connection/index.mdx';
const content = process.env['STELE_SEED'] === undefined ? await takeExcerpt() : resolve(process.env['STELE_SEED']);
const isSkipped = content === undefined;
const file = isSkipped
  ? '---\nreference: { curl: [{ properties: [] }] }\n---\n'
  : readFileSync(join(content, path), 'utf8');

/**
 * Copies the page into its own folder, with the heading and the link of the version for which the format was written.
 */
async function takeExcerpt(): Promise<string | undefined> {
  const corpus = await fetchCorpus((reason) => console.warn(reason));
  if (corpus === undefined) return undefined;
  const text = readFileSync(join(corpus, path), 'utf8')
    .replace('\n## Connection', '\n# Connection')
    .replace('(/reference/organization-domain)', '(/reference/domain-verification)');
  const folder = join(temporaryFolder(), 'excerpt');
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  return folder;
}

interface Property {
  readonly key: string;
  readonly type: string;
  readonly description: string;
  readonly optional?: boolean;
}
interface Frontmatter {
  readonly descriptions: Readonly<Record<string, unknown>>;
  readonly reference: Readonly<
    Record<string, readonly { readonly title: string; readonly properties: readonly Property[] }[]>
  >;
}

const frontmatter = parse(file.split(/^---$/m)[1]!) as Frontmatter;
const languages = Object.keys(frontmatter.reference);
const wireNames = new Map(
  frontmatter.reference['curl']![0]!.properties.map(({ key, description }) => [stem(description), key]),
);

/** `(connection.state.titlecase)` → `connection.state`: the path of the field's description in every language. */
function stem(placeholder: string): string {
  return placeholder.slice(1, -1).replace(/\.(?:lowercase|titlecase)$/, '');
}

function textAt(placeholder: string): string {
  let value: unknown = frontmatter.descriptions;
  for (const key of placeholder.slice(1, -1).split('.')) value = (value as Record<string, unknown>)[key];
  return String(value);
}

/** Replaces typographic punctuation by that of a keyboard, which the file has. */
function withPlainMarks(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, '--').replace(/…/g, '...');
}

/** The visible text of simple Markdown like that of this file: links and code as their text, without list marks. */
function words(markdown: string): string {
  return withPlainMarks(markdown)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`/g, '')
    .replace(/^- /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

let folder: string;
let stderr: string;
const pageAt = (path: string): Node => parseHtml(readFileSync(join(folder, path, 'index.html'), 'utf8'));

beforeAll(async () => {
  if (content !== undefined) ({ folder, stderr } = await buildSite(content));
});
afterAll(() => {
  if (folder !== undefined) removeFolder(join(folder, '..'));
});
beforeEach((context) => context.skip(isSkipped, 'the registry is not reachable'));

test('is built without site.yaml, samples, and the pages that it links to; each missing part is a warning', () => {
  expect(stderr).toMatch(/Built 1 page, 8 languages, 1 entity/);
  expect(stderr).not.toMatch(/ error /);
  expect(stderr.match(/ warning \S+/g)).toEqual([
    ' warning no-samples',
    ' warning unused-description',
    ...Array.from({ length: 4 }, () => ' warning dangling-link'),
  ]);
});

describe.each(['', ...languages])('the page at /%s', (tree) => {
  const language = tree === '' ? 'curl' : tree;
  const entity = frontmatter.reference[language]![0]!;
  const rowsOf = (page: Node): readonly Element[] =>
    [...elementsOf(page)].filter((node) => node.tagName === 'li' && attribute(node, 'id')?.startsWith('connection.'));
  const page = (): Node => pageAt(join(tree, 'reference/sso/connection'));

  test('shows exactly the properties of the file, in their order', () => {
    const shown = rowsOf(page()).map((row) => {
      const head = byTag(row, 'p')[0]!;
      const part = (name: string): string =>
        [...elementsOf(head)]
          .filter((node) => hasClass(node, name))
          .map(visibleText)
          .join(' ');
      const text = [...elementsOf(row)].find((node) => hasClass(node, 'text'))!;
      const folded = byTag(text, 'summary').map(visibleText);
      return {
        anchor: attribute(row, 'id'),
        name: part('name'),
        type: part('type'),
        words: part('word'),
        text: withPlainMarks(folded.reduce((all, summary) => all.replace(`${summary} `, ''), visibleText(text))),
      };
    });
    expect(shown).toEqual(
      entity.properties.map(({ key, type, description, optional }) => ({
        anchor: `connection.${wireNames.get(stem(description))}`,
        name: key,
        type,
        words: optional === true ? 'optional' : '',
        // A list of values has the label “One of” if its author wrote that these are the possible values.
        text: words(textAt(description)).replace('Possible values: ', 'One of '),
      })),
    );
  });

  test('begins with the title in the language, and marks the tab of the language', () => {
    const signature = [...elementsOf(page())].find((node) => hasClass(node, 'signature-code'))!;
    expect(visibleText(signature)).toBe(entity.title);
    const row = [...elementsOf(page())].find((node) => hasClass(node, 'tabs'))!;
    const tabs = [...elementsOf(row)].filter((node) => attribute(node, 'data-language') !== undefined);
    expect(tabs.map((tab) => attribute(tab, 'data-language'))).toEqual([
      'curl',
      'js',
      'python',
      'ruby',
      'go',
      'php',
      'java',
      'dotnet',
    ]);
    expect(
      tabs.filter((tab) => attribute(tab, 'aria-current') !== undefined).map((tab) => attribute(tab, 'data-language')),
    ).toEqual([language]);
  });

  test('shows no name or title that only other languages have', () => {
    const own = new Set([entity.title, ...entity.properties.flatMap(({ key, type }) => [key, type])]);
    const foreign = languages
      .flatMap((other) => frontmatter.reference[other]!)
      .flatMap(({ title, properties }) => [title, ...properties.flatMap(({ key, type }) => [key, type])])
      // Names that are also words of the prose prove nothing.
      .filter(
        (name) => /[a-z][A-Z]|_|\\|\.|\[|</.test(name) && !own.has(name) && ![...own].some((one) => one.includes(name)),
      );
    const text = visibleText(page()).split(/[\s,]+/);
    expect(foreign.length).toBeGreaterThan(10);
    expect(foreign.filter((name) => text.includes(name))).toEqual([]);
  });

  test('has one h1 without the id of the entity', () => {
    const headings = byTag(page(), 'h1');
    expect(headings.map((heading) => [visibleText(heading), attribute(heading, 'id')])).toEqual([
      ['Connection', 'connection-2'],
    ]);
    expect(byId(page(), 'connection')?.tagName).toBe('section');
  });

  test('shows a broken link as text', () => {
    const body = byTag(page(), 'article')[0]!;
    expect(visibleText(body)).toContain('OAuth 2.0 and SAML.');
    const links = byTag(body, 'a')
      .map((link) => attribute(link, 'href'))
      .filter((href) => !/^#|#connection\.|\.md$/.test(href ?? ''));
    expect(links).toEqual([]);
  });
});
