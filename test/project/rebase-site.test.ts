// The base path of a finished site: another one gives the bytes of a build with it, and back gives the first bytes.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rebasePage } from '../../src/project/rebase-site.ts';
import { filesBelow } from '../cli/files-below.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { setUpSitesByBase } from './sites-by-base.ts';

const { content, sites } = setUpSitesByBase();

test('only the 404 page and the marker differ', async () => {
  const [one, two] = [await filesBelow(sites.get('/')!), await filesBelow(sites.get('/pr-7/')!)];
  expect([...one.keys()].filter((path) => one.get(path) !== two.get(path))).toEqual(['.stele.json', '404.html']);
});

test('text, scripts and addresses of other hosts stay', () => {
  const html =
    '<!DOCTYPE html><html lang="en" data-root="/"><script>x="/"; href="/"</script><a title="/" href="//o.example/"' +
    ' ><a href="/g/?a=%22>#b">href="/c"</a><a href="https://o.example/">o</a>';
  expect(rebasePage(html, '/', '/p/')).toBe(
    html.replace('data-root="/"', 'data-root="/p/"').replace('"/g/?', '"/p/g/?'),
  );
});

test("a site's own 404 page stays, and a folder that is no site is refused", async () => {
  const folder = join(temporaryFolder(), 'site');
  cpSync(sites.get('/')!, folder, { recursive: true });
  writeFileSync(join(folder, '404.html'), '<p><a href="/">Home</a>');
  const own = await runStele(['rebase', folder, '--base', '/p/']);
  expect([own.code, own.stderr]).toEqual([0, expect.stringContaining("404.html is the site's own file.")]);
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toBe('<p><a href="/">Home</a>');
  const other = await runStele(['rebase', content, '--base', '/p/']);
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('is not a site that Stele built')]);
  removeFolder(join(folder, '..'));
});
