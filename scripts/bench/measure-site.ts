// A built site → its size, and whether every page of an entity has the entity's table.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityPlan } from './plan-site.ts';

export interface SiteMeasures {
  readonly files: number;
  readonly bytes: number;
  /** HTML files. */
  readonly pages: number;
  /** Number of entity pages, in all trees, with rows of the entity. */
  readonly pagesWithTables: number;
  /** The expected number: one per entity in the default tree and in each language's tree. */
  readonly expectedPagesWithTables: number;
}

/** @param languages ids of the site's languages: the names of its trees */
export async function measureSite(
  site: string,
  entities: readonly EntityPlan[],
  languages: readonly string[],
): Promise<SiteMeasures> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  const trees = ['', ...languages];
  let pagesWithTables = 0;
  for (const entity of entities) {
    for (const tree of trees) {
      const html = await readFile(join(site, tree, entity.route, 'index.html'), 'utf8').catch(() => '');
      if (hasRows(html, entity)) pagesWithTables++;
    }
  }
  return {
    files: files.length,
    bytes,
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    pagesWithTables,
    expectedPagesWithTables: entities.length * trees.length,
  };
}

/** Rows are recognised by their anchors, which begin with the entity's id in every language. */
function hasRows(html: string, { id }: EntityPlan): boolean {
  return html.includes(`id="${id}.`);
}
