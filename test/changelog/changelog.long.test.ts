// `stele changelog` in a repository with tags: its pages have no findings, its feeds are valid XML, and both stay the
// same until there is a new tag.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sax, { type SAXParser } from 'sax';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder = '';
const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const git = (day: number, ...args: readonly string[]): string => {
  const date = `2027-03-${String(day).padStart(2, '0')}T12:00:00Z`;
  return runGit(folder, args, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
};
const release = (day: number, tag: string, ...more: readonly string[]): void => {
  git(day, 'add', '.');
  git(day, 'commit', '-q', '--allow-empty', '-m', tag);
  git(day, 'tag', ...more, tag);
};

const door = (js: string, ruby: string): string =>
  `---\ntitle: Door\nreference:\n  js:\n    - key: Door\n      id: door\n      properties:\n${js}` +
  `  ruby:\n    - key: Door\n      id: door\n      properties:\n${ruby}---\n`;
const property = (key: string, type: string): string =>
  `        - { key: ${key}, type: ${type}, description: A text. }\n`;
const site = 'title: Doors\nlanguages: [js, ruby]\nurl: https://doors.example.com/docs/\n';

beforeAll(() => {
  folder = temporaryFolder();
  git(1, 'init', '-q', '-b', 'main');
  // The caches of the folder are in it.
  mkdirSync(join(folder, 'node_modules'));
  write('.git/info/exclude', 'node_modules\n');
  write('content/site.yaml', site);
  write('content/door.mdx', door(property('id', 'string'), property('id', 'String') + property('note', 'String')));
  write('content/gone.md', '# Gone\n');
  release(1, 'v1.0.0');
  const hostile = '{a} <b> [c](javascript:d) & *e* @f #1 | `g` https://h.example ]]>';
  write('content/door.mdx', door(property('id', 'string'), property('id', 'String')));
  write('content/gone.md', `# ${hostile.replaceAll('`', '')}\n\nOther words.\n`);
  write('content/hostile.md', `---\ntitle: ${JSON.stringify(hostile)}\n---\n`);
  release(2, 'v1.1.0{#x}');
  write('content/hostile.md', `---\ntitle: ${JSON.stringify(`${hostile} more`)}\n---\n`);
  write('content/door.mdx', door(property('id', 'string') + property('size', 'number'), property('id', 'String')));
  git(3, 'rm', '-q', '-f', 'content/gone.md');
  release(3, 'v2.0.0');
});
afterAll(() => removeFolder(folder));

test('writes pages without findings, with what readers of each language see', { timeout: 60_000 }, async () => {
  const ended = await run('changelog');
  expect([ended.code, ended.stderr]).toEqual([
    0,
    'Wrote content/changelog/js.md\nWrote content/changelog/ruby.md\nWrote public/changelog/js.xml\n' +
      'Wrote public/changelog/ruby.xml\nWrote public/changelog.xml\nThe changelog of 3 versions is written.\n',
  ]);
  const checked = await run('check');
  expect([checked.code, checked.stdout, checked.stderr]).toEqual([0, '', expect.stringMatching(/no findings/)]);
  const built = await runStele(['build'], { cwd: folder });
  expect([built.code, built.stderr]).toEqual([0, expect.stringMatching(/Built 4 pages, 2 languages/)]);
  expect(read('dist/ruby/changelog/js/index.html')).toContain('id="version-v2-0-0"');
  expect(read('dist/ruby/changelog/js/index.html')).toContain(
    '<link rel="alternate" type="application/atom+xml" href="../../../changelog/js.xml">',
  );
  expect(read('dist/door/index.html')).not.toContain('atom+xml');
  expect(read('dist/changelog.xml')).toBe(read('public/changelog.xml'));
  const [js, ruby] = [read('content/changelog/js.md'), read('content/changelog/ruby.md')];
  expect([...js.matchAll(/^## (\S+)/gm)].map(([, tag]) => tag)).toEqual(['v2.0.0', 'v1.1.0\\{\\#x\\}', 'v1.0.0']);
  expect(js).toContain('The property `door.size` is new. See [Door](/door#door.size).');
  expect(js).not.toContain('door.note');
  expect(ruby).toContain('The property `door.note` is gone. See [Door](/door#door).');
  expect(ruby).not.toContain('door.size');
  // A page that is gone has an entry without a link.
  expect(ruby).toContain('- The page `/gone` is gone, and its address leads nowhere.\n');
  expect(ruby.indexOf('### Breaking')).toBeLessThan(ruby.indexOf('### Additions'));
});

test('writes valid feeds with absolute links', () => {
  for (const path of ['public/changelog.xml', 'public/changelog/js.xml', 'public/changelog/ruby.xml']) {
    const texts: Record<string, string[]> = {};
    const links: (string | undefined)[] = [];
    const parser: SAXParser = sax.parser(true);
    // sax takes its listeners as properties.
    Object.assign(parser, {
      onerror: (error: Error) => {
        throw error;
      },
      onopentag: ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
        (texts[name] ??= []).push('');
        if (name === 'link') links.push(String(attributes['href']));
      },
      ontext: (text: string) => {
        const name = parser.tag?.name ?? '';
        texts[name]?.push((texts[name].pop() ?? '') + text.trim());
      },
    });
    parser.write(read(path)).close();
    expect(texts['updated']).toEqual(['03', '03', '02', '01'].map((day) => `2027-03-${day}T12:00:00Z`));
    expect(new Set(texts['id']).size).toBe(4);
    expect(links).toHaveLength(5);
    for (const address of [...links, ...texts['id']!])
      expect(address).toMatch(/^https:\/\/doors\.example\.com\/docs\//);
    for (const content of texts['content']!)
      expect(content.replace(/<\/?(?:h3|ul|li|p|code|a)\b[^>]*>/g, '')).not.toMatch(/<|javascript:d"/);
  }
  expect(read('public/changelog.xml')).toContain('JavaScript: The property');
});

test('writes the same files again, and only adds a new tag', async () => {
  const before = read('content/changelog/js.md');
  expect((await run('changelog', '--check')).stderr).toBe('The changelog of 3 versions is up to date.\n');
  release(4, 'v2.0.1', '-a', '-m', 'An annotated tag');
  const checked = await run('changelog', '--check');
  expect([checked.code, checked.stderr]).toEqual([
    1,
    expect.stringMatching(/^Would write content\/changelog\/js\.md\n/),
  ]);
  expect((await run('changelog', '--dry-run')).code).toBe(0);
  expect(read('content/changelog/js.md')).toBe(before);
  await run('changelog');
  const after = read('content/changelog/js.md');
  const start = before.indexOf('## v2');
  const added = '## v2.0.1 {{ "url": "version-v2-0-1" }}\n\n2027-03-04\n\nNothing changes.\n\n';
  expect(after).toBe(before.slice(0, start) + added + before.slice(start));
});

test('keeps what it has read of each tag, and reads a damaged cache again', async () => {
  const cache = join(folder, 'node_modules/.cache/stele');
  const kept = readdirSync(cache).filter((name) => name.startsWith('tag-'));
  expect(kept).toHaveLength(4);
  const times = kept.map((name) => statSync(join(cache, name)).mtimeMs);
  const page = read('content/changelog/js.md');
  await run('changelog');
  expect(kept.map((name) => statSync(join(cache, name)).mtimeMs)).toEqual(times);
  for (const name of kept) writeFileSync(join(cache, name), readFileSync(join(cache, name)).subarray(0, -10));
  await run('changelog');
  expect(read('content/changelog/js.md')).toBe(page);
});

test('names a tag that cannot be read, and says that its changes are unknown', async () => {
  git(5, 'mv', 'content', 'docs');
  release(5, 'v3.0.0');
  git(6, 'mv', 'docs', 'content');
  release(6, 'v3.0.1');
  const ended = await run('changelog');
  expect(ended.stderr).toMatch(/^v3\.0\.0 cannot be read, so its changes are unknown: There is no folder content in /);
  expect(read('content/changelog/js.md')).toMatch(
    /## v3\.0\.1 .*\n\n2027-03-06\n\nNothing changes\.\n\n## v3\.0\.0 .*\n\n2027-03-05\n\nWhat this version changes is unknown/,
  );
});

test('refuses to replace files of others, and says what is missing', async () => {
  const refused = async (...args: readonly string[]): Promise<string> => {
    const ended = await run('changelog', ...args);
    expect(ended.code).toBe(2);
    return ended.stderr;
  };
  expect(await refused('--tags', 'release-*')).toMatch(/No tag .* has the pattern release-\*\.\n→ Tag a version/);
  expect(await refused('--out', 'elsewhere')).toMatch(/--out must be a folder in the content folder/);
  write('content/news/js.md', '# News\n');
  expect(await refused('--out', 'content/news')).toMatch(/content\/news\/js\.md is not a file that stele changelog/);
  write('content/site.yaml', site.replace(/url: .*\n/, ''));
  expect(await refused()).toMatch(/site\.yaml has none\.\n→ Add it: `url: /);
  write('content/site.yaml', site);
  write('.git/shallow', git(6, 'rev-parse', 'HEAD'));
  expect(await refused()).toMatch(/This clone is shallow.*\n→ Fetch them: `git fetch --unshallow --tags`/);
});
