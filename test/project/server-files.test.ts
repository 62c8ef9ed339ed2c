// The files for hosts: written only when asked for, with headers that the pages satisfy and redirects that keep the
// reader's query and hash, and moved to another path by `stele rebase`.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebaseSite } from '../../src/project/index.ts';
import { serverFiles } from '../../src/compiler/source/index.ts';
import { policyOf } from '../browser/policy.ts';
import { filesBelow } from '../cli/files-below.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

const content = join(temporaryFolder(), 'content');
const sites = new Map<string, string>();
const settings =
  'title: Doors\nlanguages: [js]\nimageHosts: [images.example.com]\n' +
  'redirects:\n  /old: /guides/door\n  /old/keys: /guides/door#keys\n  /früher: https://example.com/\n';

function write(hosts: string): void {
  mkdirSync(join(content, 'guides'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), settings + hosts);
  writeFileSync(join(content, 'index.mdx'), '# Home\n');
  writeFileSync(join(content, 'guides/door.mdx'), '# Door\n\n## Keys\n');
}

async function build(name: string, args: readonly string[] = []): Promise<void> {
  sites.set(name, (await buildSite(content, { args })).folder);
}

beforeAll(async () => {
  write('');
  await build('none');
  write('hosts: [netlify, vercel, nginx, apache]\n');
  for (const base of ['/', '/v1.2/']) await build(base, ['--base', base]);
});
afterAll(() => [join(content, '..'), ...[...sites.values()].map((site) => join(site, '..'))].forEach(removeFolder));

const read = (site: string, path: string): string => readFileSync(join(sites.get(site)!, path), 'utf8');

test('are written only when site.yaml asks for them', () => {
  for (const path of serverFiles) {
    expect([path, existsSync(join(sites.get('none')!, path))]).toEqual([path, false]);
    expect([path, existsSync(join(sites.get('/')!, path))]).toEqual([path, true]);
  }
});

test('name the policy under which tests open all pages, and no other', () => {
  const policy = policyOf(sites.get('/')!).replace(
    "img-src 'self' data:",
    "img-src 'self' data: https://images.example.com",
  );
  expect(read('/', '_headers')).toContain(
    `\n/*\n  Content-Security-Policy: ${policy}\n  X-Content-Type-Options: nosniff\n`,
  );
  expect(read('/', '_host/nginx.conf')).toContain(`add_header Content-Security-Policy "${policy}" always;`);
  expect(read('/', '.htaccess')).toContain(`Header always set Content-Security-Policy "${policy}"`);
});

test('name redirects in every tree, but leave those with a hash to their pages', () => {
  expect(read('/', '_redirects')).toBe(`# Written by Stele
/fr%C3%BCher https://example.com/ 301!
/fr%C3%BCher/ https://example.com/ 301!
/js/fr%C3%BCher https://example.com/ 301!
/js/fr%C3%BCher/ https://example.com/ 301!
/old /guides/door/ 301!
/old/ /guides/door/ 301!
/js/old /js/guides/door/ 301!
/js/old/ /js/guides/door/ 301!
`);
  expect(JSON.parse(read('/v1.2/', 'vercel.json'))).toMatchObject({
    redirects: expect.arrayContaining([
      { source: '/v1.2/js/old{/}?', destination: '/v1.2/js/guides/door/', permanent: true },
    ]),
  });
  expect(read('/', '_host/nginx.conf')).toContain('location = /old/ { return 301 /guides/door/$is_args$args; }\n');
  expect(read('/', '.htaccess')).toContain('RedirectMatch permanent "^/früher/?$" "https://example.com/"\n');
});

test('get another path with stele rebase, there and back', async () => {
  const folder = join(temporaryFolder(), 'site');
  cpSync(sites.get('/')!, folder, { recursive: true });
  for (const base of ['/v1.2/', '/']) {
    await rebaseSite(folder, base);
    expect(await filesBelow(folder)).toEqual(await filesBelow(sites.get(base)!));
  }
  removeFolder(join(folder, '..'));
});

test('are those of `public`, if it has them', async () => {
  const own = join(content, '../public');
  mkdirSync(own);
  writeFileSync(join(own, '_headers'), '/*\n  X-Own: 1\n');
  await build('public');
  expect(read('public', '_headers')).toBe('/*\n  X-Own: 1\n');
  await rebaseSite(sites.get('public')!, '/p/');
  expect(read('public', '_headers')).toBe('/*\n  X-Own: 1\n');
  expect(read('public', '_redirects')).toContain('/p/old /p/guides/door/ 301!');
});
