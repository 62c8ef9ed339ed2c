// The folder `public`: its files are published unchanged at the top of the site, and replace Stele's own default files.

import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContent } from '../../src/project/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { findings } from '../compile.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
const roots: string[] = [];
const open = (): void => void roots.push((folder = temporaryFolder()));
const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};
const compiled = async (content = 'content') => {
  const read = await readContent(join(folder, content));
  return compileContent(read.content, read.diagnostics);
};
const published = async (content = 'content'): Promise<readonly string[]> => [
  ...(await compiled(content)).resolved.model.publicFiles.keys(),
];
afterAll(() => roots.forEach(removeFolder));

describe('which files are published', () => {
  beforeEach(open);

  test('all except hidden files; `.well-known` does not count as hidden', async () => {
    write({
      'content/a.mdx': '# A\n',
      'public/x.txt': '',
      'public/deep/y.html': '',
      'public/_headers': '',
      'public/.well-known/security.txt': '',
      'public/.well-known/.DS_Store': '',
      'public/deep/.well-known/z': '',
      'public/.git/config': '',
      'public/.env': '',
      'public/node_modules/p.js': '',
    });
    expect(await published()).toEqual([
      '.well-known/security.txt',
      '_headers',
      'deep/y.html',
      'node_modules/p.js',
      'x.txt',
    ]);
  });

  test('targets of links that stay in the folder; other links are reported at their place', async () => {
    write({ 'content/a.mdx': '# A\n', 'public/files/x.txt': '', 'secret.txt': 'secret' });
    symlinkSync('files', join(folder, 'public/same'));
    symlinkSync('../secret.txt', join(folder, 'public/out.txt'));
    symlinkSync('nowhere', join(folder, 'public/lost'));
    expect(await published()).toEqual(['files/x.txt', 'same/x.txt']);
    expect(findings(await compiled())).toEqual([
      'error unreadable-file ../public/lost',
      'error unreadable-file ../public/out.txt',
    ]);
    const said = (await runWarm(['check'], { cwd: folder })).stderr;
    expect(said).toContain(
      'public/out.txt error unreadable-file\n' +
        '  The file cannot be read: it is a symbolic link to `../secret.txt`, which is outside of the folder ' +
        '`public`.',
    );
    expect(said).not.toContain('content/..');
  });

  test('are beside the content folder, unless that is `public` itself, or `public` is a built site', async () => {
    write({
      'docs/content/a.mdx': '# A\n',
      'docs/public/mine.txt': '',
      'public/other.txt': '',
      'public/a.mdx': '# A\n',
    });
    expect(await published('docs/content')).toEqual(['mine.txt']);
    expect(await published('public')).toEqual([]);
    write({ 'docs/public/.stele.json': '{}' });
    expect(await published('docs/content')).toEqual([]);
  });

  test('with --untrusted only files that cannot run code', async () => {
    const [plain, active] = ['', ' onload="x()"'].map((more) => `<svg xmlns="http://www.w3.org/2000/svg"${more}/>`);
    write({
      'content/a.mdx': '# A\n',
      'public/x.html': '',
      'public/CNAME': 'x',
      'public/x.txt': '',
      'public/x.svg': plain!,
      'public/y.svg': active!,
      'public/vercel.json': '{}',
      'public/data.json': '{}',
    });
    const said = (await runWarm(['check', '--untrusted'], { cwd: folder })).stderr;
    expect(said.match(/^public\/\S+ error refused-code/gm)).toEqual(
      ['CNAME', 'vercel.json', 'x.html', 'y.svg'].map((name) => `public/${name} error refused-code`),
    );
  });

  test('with --untrusted no malformed SVG, since browsers run its scripts', async () => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>';
    write({
      'content/a.mdx': '# A\n',
      'public/cut.svg': `${script}<rect`,
      'public/root.SVG': '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    });
    writeFileSync(join(folder, 'public/utf16.svg'), Buffer.from(`\ufeff${script}</svg>`, 'utf16le'));
    writeFileSync(join(folder, 'public/large.svg'), `${script}${' '.repeat(4 * 1024 * 1024)}</svg>`);
    expect((await published()).length).toBe(4);
    const said = (await runWarm(['check', '--untrusted'], { cwd: folder })).stderr;
    expect(said.match(/^public\/\S+ error unreadable-image/gm)).toEqual(
      ['cut.svg', 'large.svg', 'root.SVG', 'utf16.svg'].map((name) => `public/${name} error unreadable-image`),
    );
  });
});

test('an image that browsers cannot show is reported at the page that shows it', async () => {
  open();
  write({ 'content/a.mdx': '# A\n\n![words](/x.png)\n', 'public/x.png': '', 'public/y.png': '' });
  expect(findings(await compiled())).toEqual(['error unreadable-image a.mdx:3:10']);
});

test('links and images of pages lead to the files, in every tree; a missing file is reported', async () => {
  open();
  write({
    'content/site.yaml': 'title: T\n',
    'content/guides/a.mdx':
      '# A\n\n[one](/files/one.pdf) [two](/files/two%20words.pdf) ![three](/files/three.svg) [four](/files/four.pdf)\n',
    'public/files/one.pdf': '',
    'public/files/two words.pdf': '',
    'public/files/three.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  expect(findings(await compiled())).toEqual(['error dangling-link guides/a.mdx:3:87']);
});

describe('a built site', () => {
  beforeAll(async () => {
    open();
    write({
      'content/site.yaml': 'title: T\nurl: https://example.com/\nlanguages: [js]\n',
      'content/index.mdx': '# Home\n\n[one](/files/one.pdf)\n',
      'content/guides/a.mdx': '# A\n\n[one](/files/one.pdf#page=2)\n',
      'public/files/one.pdf': 'pdf',
      'public/.well-known/security.txt': 'Contact: x',
      'public/robots.txt': 'mine',
      'public/404.html': 'not here',
      'public/favicon.ico': 'icon',
      'public/demo/index.html': '<script>1</script>',
    });
    const run = await runWarm(['build'], { cwd: folder });
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining('Built 2 pages')]);
  });
  const read = (path: string): string => readFileSync(join(folder, 'dist', path), 'utf8');

  test.each([
    ['files/one.pdf', 'pdf'],
    ['.well-known/security.txt', 'Contact: x'],
    ['robots.txt', 'mine'],
    ['404.html', 'not here'],
    ['favicon.ico', 'icon'],
    ['demo/index.html', '<script>1</script>'],
  ])('contains %s unchanged', (path, text) => expect(read(path)).toBe(text));

  test('links to the addresses of the files', () => {
    expect(read('index.html')).toContain('href="./files/one.pdf"');
    expect(read('js/guides/a/index.html')).toContain('href="../../../files/one.pdf#page=2"');
  });

  test('has none of the files in sitemap, search and routes, and none of Stele’s own `public`', () => {
    expect(read('sitemap.xml')).not.toContain('demo');
    const index = readdirSync(join(folder, 'dist/_search'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(index.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join()).not.toMatch(
      /demo|one\.pdf/,
    );
    expect(read('_routes.json')).not.toContain('demo');
    expect(existsSync(join(repository, 'public/.well-known/security.txt'))).toBe(true);
    expect(read('.well-known/security.txt')).not.toContain('Latchkey');
  });
});
