// The quality of the search on the example site: queries of readers with the hit that must be first.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listSearchRecords } from '../../src/outputs/html/index.ts';
import { openProject } from '../../src/project/index.ts';
import { makeSearchIndex } from '../../src/outputs/search/index.ts';
import { repository } from '../site/run-stele.ts';
import { addresses, searchIn, type Search } from './search-in.ts';

interface Query {
  readonly query: string;
  /** Language of the reader's tree. */
  readonly language: string;
  /** Route of the reader's page; absent: the home page. */
  readonly on?: string;
  /** Language in which the hit opens, if the reader's language has no form of it. */
  readonly in?: string;
  /** Route and anchor of the hit that must be first. */
  readonly first: string;
}

const file = join(repository, 'test/fixtures/search/queries.json');
const queries = JSON.parse(readFileSync(file, 'utf8')) as readonly Query[];
/** The largest number of queries for which another hit may be first. */
const maxMisses = 3;

describe('queries on the example site', () => {
  let search: Search;

  beforeAll(async () => {
    const { resolved } = await openProject(join(repository, 'content'));
    search = searchIn(makeSearchIndex(listSearchRecords(resolved)).files);
  });

  test('are enough, of each kind and language', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(new Set(queries.map(({ language }) => language)).size).toBe(8);
    expect(new Set(queries.map(({ query, language }) => `${language} ${query}`)).size).toBe(queries.length);
  });

  test('almost all have the right hit first', async () => {
    const misses: string[] = [];
    for (const { query, language, on = '', in: tree = language, first } of queries) {
      const [found = 'nothing'] = addresses(await search(query, { language, tree: language, route: on }));
      const [route = '', anchor] = first.split('#');
      const wanted = `${tree}/${route}/${anchor === undefined ? '' : `#${anchor}`}`;
      if (found !== wanted) misses.push(`${query} (${language}): ${found} instead of ${wanted}`);
    }
    if (misses.length > 0) console.warn(misses.join('\n'));
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(maxMisses);
  });
});
