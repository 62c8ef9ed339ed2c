// A site that is built with several base paths.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

export interface SitesByBase {
  /** The content folder. */
  readonly content: string;
  /** The folders of the built sites, by base path. */
  readonly sites: ReadonlyMap<string, string>;
}

/** Builds the site with the base paths `/`, `/pr-7/` and `/a/b/` for the tests of a file. */
export function setUpSitesByBase(): SitesByBase {
  const content = temporaryFolder();
  const sites = new Map<string, string>();
  beforeAll(async () => {
    mkdirSync(join(content, 'guides'));
    writeFileSync(join(content, 'index.mdx'), '# Home\n\nSee [the guide](/guides/one).\n');
    writeFileSync(join(content, 'guides/one.mdx'), '# One\n');
    writeFileSync(
      join(content, 'site.yaml'),
      'title: \'A href="/x" title\'\nlanguages: [js, python]\nsections: [{ title: Guides, path: /guides }]\n',
    );
    for (const base of ['/', '/pr-7/', '/a/b/'])
      sites.set(base, (await buildSite(content, { args: ['--base', base] })).folder);
  });
  afterAll(() => [content, ...[...sites.values()].map((site) => join(site, '..'))].forEach(removeFolder));
  return { content, sites };
}
