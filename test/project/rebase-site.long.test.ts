// Each base path gives the bytes of a build with it.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../cli/files-below.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

const content = temporaryFolder();
/** The built sites, by base path. */
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

test('each base path gives the bytes of a build with it, also from and to a deeper one', async () => {
  const folder = join(temporaryFolder(), 'site');
  cpSync(sites.get('/')!, folder, { recursive: true });
  for (const base of ['/pr-7/', '/a/b/', '/']) {
    const { code, stderr } = await runStele(['rebase', folder, '--base', base]);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`and is ${base}.`)]);
    expect(await filesBelow(folder)).toEqual(await filesBelow(sites.get(base)!));
  }
  removeFolder(join(folder, '..'));
});
