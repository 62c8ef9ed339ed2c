// The search index: it contains what was written, for each language, and does not depend on the order of files.

import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchRecords } from '../../src/compiler/model/index.ts';
import { listSearchParts, listSearchRecords } from '../../src/outputs/html/index.ts';
import { openProject, type Project } from '../../src/project/index.ts';
import {
  findSymbols,
  readSymbols,
  readTexts,
  makeSearchIndex,
  SearchIndexMaker,
  type SymbolFile,
  type TextFile,
} from '../../src/outputs/search/index.ts';
import { foldName, splitWords, stemOf } from '../../src/outputs/search/fold.ts';
import { countEdits } from '../../src/compiler/text/index.ts';
import { makeExcerpt } from '../../src/site/client/search/make-excerpt.ts';
import { compile, page, rowsOf, view } from '../compile.ts';
import { repository } from '../site/run-stele.ts';
import { addresses, searchIn } from './search-in.ts';

const indexOf = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  makeSearchIndex(listSearchRecords(compile(files).resolved)).files;

const parse = <T>(files: ReadonlyMap<string, string>, name: string): T =>
  JSON.parse(files.get(`_search/${name}`)!) as T;

describe('symbols of the example site', () => {
  let project: Project;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    project = await openProject(join(repository, 'content'));
    files = makeSearchIndex(listSearchRecords(project.resolved)).files;
  });

  test('are the rows of every page in every language, with their names in that language', async () => {
    for (const { id } of project.resolved.site.languages) {
      const { symbols, file } = readSymbols(parse(files, `${id}.json`));
      for (const [index, [route]] of file.pages.entries()) {
        const own = symbols.filter((symbol) => symbol.page === index && symbol.foreign === undefined);
        const rows = rowsOf(await view(project, route, id)).filter((row) => row.anchor && row.name && !row.nameHref);
        const drawn = rows.map((row) => `${row.anchor} ${row.name}`);
        const found = own.filter(({ parent }) => parent).map((symbol) => `${symbol.anchor} ${symbol.name.shown}`);
        expect(found.sort(), `${route} in ${id}`).toEqual([...new Set(drawn)].sort());
      }
    }
  });

  test('are found by their own name, in every language', () => {
    for (const { id } of project.resolved.site.languages) {
      const index = readSymbols(parse<SymbolFile>(files, `${id}.json`));
      const own = index.symbols.filter(({ foreign }) => foreign === undefined);
      for (const { shown } of new Set(own.map(({ name }) => name))) {
        const { hits } = findSymbols(index, { text: shown, accepts: () => true, limit: 10 });
        expect(
          hits.map(({ symbol }) => foldName(symbol.name.shown)),
          `${shown} in ${id}`,
        ).toContain(foldName(shown));
      }
    }
  });

  test('have the same bytes for the same content', async () => {
    const again = await openProject(join(repository, 'content'));
    expect([...makeSearchIndex(listSearchRecords(again.resolved)).files]).toEqual([...files]);
  });

  test('have the same bytes if pages come in parts', () => {
    const [first, ...others] = listSearchParts(project.resolved, 3);
    const maker = new SearchIndexMaker(first!);
    for (const { pages } of [first!, ...others]) maker.add(pages);
    expect(others.length).toBeGreaterThan(3);
    expect([...maker.finish().files]).toEqual([...files]);
  });
});

describe('the index', () => {
  const entities = {
    js: 'properties:\n  - key: orgId\n    type: string\n    description: Whose it is.',
    go: 'properties:\n  - key: OrganizationID\n    type: string\n    description: Whose it is.',
  };
  const site = 'title: Test\nlanguages: [js, go, ruby]\n';

  test('finds a name that casing cannot derive in another language, with the spelling of that language', async () => {
    const path = '(thing.organization)';
    const both = { js: entities.js.replace('Whose it is.', path), go: entities.go.replace('Whose it is.', path) };
    const text = page(both, { descriptions: 'thing:\n  organization: Whose it is.\n' });
    const search = searchIn(indexOf({ 'site.yaml': site, 'reference/thing.mdx': text }));
    const { symbols } = await search('organization_id', { language: 'js' });
    expect(symbols[0]).toMatchObject({ otherSpelling: 'organization_id', symbol: { name: { shown: 'orgId' } } });
    const inGo = await search('orgId', { language: 'go' });
    expect(inGo.symbols[0]).toMatchObject({ otherSpelling: 'orgId', symbol: { name: { shown: 'OrganizationID' } } });
  });

  test('lists names of the reader’s language before equal names of others', async () => {
    const text = 'properties:\n  - key: WORD\n    type: string\n    description: (thing.owner)';
    const both = { js: text.replace('WORD', 'id'), go: text.replace('WORD', 'Owner') };
    const files = {
      'site.yaml': site,
      'reference/a.mdx': page(both, { descriptions: 'thing:\n  owner: Whose it is.\n' }),
      'reference/b.mdx': page({ js: 'properties:\n  - key: owner\n    type: string' }),
    };
    const { symbols } = await searchIn(indexOf(files))('owner', { language: 'js' });
    expect(symbols.map(({ symbol }) => symbol.name.shown)).toEqual(['owner', 'id']);
  });

  test('finds a page only in its languages; a search in all languages opens it in another language', async () => {
    const search = searchIn(
      indexOf({ 'site.yaml': site, 'reference/thing.mdx': page(entities, { body: '# Thing\n\nA marvellous text.' }) }),
    );
    expect(addresses(await search('marvellous', { language: 'ruby' }))).toEqual([]);
    const all = await search('marvellous', { language: 'ruby' }, { language: '' });
    expect(addresses(all)).toEqual(['js/reference/thing/']);
    expect(all.pages[0]!.onlyIn).toEqual(['JavaScript', 'Go']);
  });

  test('does not find a text that only another language shows', async () => {
    const other = {
      ...entities,
      go: entities.go.replace('Whose it is.', 'A peculiar text.').replace('OrganizationID', 'OrgID'),
    };
    const search = searchIn(indexOf({ 'site.yaml': site, 'reference/thing.mdx': page(other) }));
    expect(addresses(await search('peculiar', { language: 'js' }))).toEqual([]);
    expect(addresses(await search('peculiar', { language: 'go', tree: 'go' }))).toEqual([
      'go/reference/thing/#thing.org_id',
    ]);
  });

  test('gives words that only another language shows no weight', async () => {
    const text = (name: string, words: string): string =>
      `properties:\n  - key: ${name}\n    type: string\n    description: ${words}\n`;
    const files = {
      'site.yaml': site,
      'reference/a.mdx': page(
        { js: text('a', 'A token of nothing.'), go: text('b', 'The cancellation.') },
        { body: '# Token' },
      ),
      'reference/b.mdx': '# Methods\n\nEvery method takes a cancellation token, after all that it takes beside.',
    };
    expect(addresses(await searchIn(indexOf(files))('cancellation token', { language: 'js' }))[0]).toBe('reference/b/');
  });

  test('does not find pages that the navigation excludes, nor the pages below them', async () => {
    const files = {
      'docs/_navigation.mdx':
        '---\ntitle: Docs\nlinks:\n  - title: Hidden\n    url: /docs/a\n    excludeFromSearch: true\n' +
        '    links:\n      - title: Below\n        url: /docs/b\n  - title: Open\n    url: /docs/c\n---\n',
      'docs/a.mdx': '# Hidden\n\nsecretword\n',
      'docs/b.mdx': '# Below\n\nsecretword\n',
      'docs/c.mdx': '# Open\n\nsecretword\n',
    };
    expect(addresses(await searchIn(indexOf(files))('secretword'))).toEqual(['docs/c/']);
  });

  test('finds names that JavaScript objects have too, and letters of other scripts', async () => {
    const lists =
      'properties:\n' +
      ['__proto__', 'constructor', 'größe', '名前'].map((key) => `  - key: ${key}\n    type: string\n`).join('');
    const search = searchIn(
      indexOf({ 'reference/thing.mdx': page({ js: lists }, { body: '# Thing\n\n組織の識別子です。' }) }),
    );
    for (const [typed, shown] of [
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
      ['Größe', 'größe'],
      ['名前', '名前'],
    ] as const) {
      const { symbols } = await search(typed, { language: 'js' });
      expect(symbols[0]?.symbol.name.shown).toBe(shown);
    }
    expect(addresses(await search('識別子', { language: 'js' }))).toEqual(['reference/thing/']);
  });

  test('is one index for a site without languages, and empty for a site without pages', async () => {
    const files = indexOf({ 'docs/a.mdx': '# Alpha\n\nSome words.\n' });
    expect([...files.keys()].filter((path) => !/\.\w{10}\.json$/.test(path))).toEqual(['_search/all.json']);
    expect(addresses(await searchIn(files)('words'))).toEqual(['docs/a/']);
    const empty: SearchRecords = { languages: [], sections: [], pages: [] };
    expect(addresses(await searchIn(makeSearchIndex(empty).files)('words'))).toEqual([]);
  });

  test('accepts any query', async () => {
    const search = searchIn(indexOf({ 'site.yaml': site, 'reference/thing.mdx': page(entities) }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('(', '.*', '$1', '\\', '#/.', ' ')),
        async (text) => {
          const { symbols, pages } = await search(text, { language: 'js' });
          expect(symbols.length + pages.length).toBeLessThan(20);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('words', () => {
  test('are the same after writing and reading', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 30 }), (texts) => {
        const text = texts.join(' ');
        const records: SearchRecords = {
          languages: [],
          sections: [],
          pages: [{ route: 'a', title: '', texts: [{ text }], symbols: [] }],
        };
        const files = makeSearchIndex(records).files;
        const { words } = readTexts(parse<TextFile>(files, parse<SymbolFile>(files, 'all.json').texts));
        expect(words).toEqual(expect.arrayContaining([...splitWords(text)]));
        expect([...words].sort()).toEqual([...words]);
      }),
      { numRuns: 200 },
    );
  });

  test('are equal in all spellings of code', () => {
    for (const name of ['organization_id', 'organizationId', 'OrganizationID', 'organization-id', 'Organization Id']) {
      expect(foldName(name)).toBe('organizationid');
      expect(splitWords(name)).toEqual(['organization', 'id']);
    }
    expect(splitWords('getSSOProfile2Token')).toEqual(['get', 'sso', 'profile2', 'token']);
  });

  test('have one stem in all their forms', () => {
    const forms = [
      ['connection', 'connections', 'connected', 'connecting'],
      ['paginate', 'pagination', 'paginated'],
      ['policy', 'policies'],
      ['error', 'errors'],
      ['address', 'addresses'],
      ['verify', 'verifies', 'verified'],
    ];
    for (const words of forms) expect(new Set(words.map(stemOf)).size, words.join()).toBe(1);
    for (const [a, b] of [
      ['user', 'use'],
      ['event', 'even'],
      ['address', 'add'],
    ] as const)
      expect(stemOf(a)).not.toBe(stemOf(b));
  });

  test('have the edit distance that a simple implementation computes', () => {
    const plain = (a: string, b: string): number => {
      const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
      );
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          const same = a[i - 1] === b[j - 1] ? 0 : 1;
          rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
            rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
        }
      }
      return rows[a.length]![b.length]!;
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    const agrees = fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, most) => {
      expect(countEdits(a, b, most)).toBe(Math.min(plain(a, b), most + 1));
    });
    fc.assert(agrees, { numRuns: 1000 });
  });
});

describe('an excerpt', () => {
  test('is a part of the text, with its marks at the right places', () => {
    const text = fc
      .array(fc.constantFrom('organization', 'id', 'a', 'the', 'connection.'), { minLength: 1, maxLength: 120 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (whole) => {
        const marks = [...whole.matchAll(/id|connection/g)].map(
          ({ 0: word, index }) => [index, index + word.length] as const,
        );
        const pieces = makeExcerpt(whole, marks);
        const shown = pieces.map((piece) => piece.text).join('');
        expect(whole).toContain(shown.replace(/^…|…$/g, ''));
        expect(shown.length).toBeLessThan(200);
        if (marks.length > 0) expect(pieces.some(({ isMarked }) => isMarked)).toBe(true);
        for (const { text: piece, isMarked } of pieces) if (isMarked) expect(piece).toMatch(/^(?:id|connection)$/);
      }),
    );
  });
});
