// A built site → how large it is, and whether every page of an entity really has that entity's table.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityPlan } from './plan-site.ts';

export interface SiteMeasures {
  readonly files: number;
  readonly bytes: number;
  /** HTML files. */
  readonly pages: number;
  /** Pages of entities in all trees that hold rows of that entity. */
  readonly pagesWithTables: number;
  /** As many as there must be: one per entity in the neutral tree and in each language's. */
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

/** Rows are known by their anchors, which begin with the entity's id in every language. */
function hasRows(html: string, { id }: EntityPlan): boolean {
  return html.includes(`id="${id}.`);
}
