// Symbolic links, pipes and sockets in a content folder. Links that stay in the folder are followed; everything else
// gives a finding that names the target. No file outside of the folder is published, and reading never waits.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SiteData } from '../../src/compiler/model/index.ts';
import { copyAssets, openProject, readContent, writeChanges } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { cpuTimeUntil } from '../cpu-time.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  write('a.mdx', '# A\n');
});
afterEach(() => removeFolder(folder));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  symlinkSync(target, join(content, path));
}

const messages = async (): Promise<readonly string[]> =>
  (await readContent(content)).diagnostics.map(({ code, file, message }) => `${file} ${code}: ${message}`);
const pages = async (): Promise<readonly string[]> =>
  (await readContent(content)).content.pages.map(({ path }) => path);

describe('a link that stays in the content folder is followed:', () => {
  test('a page, a folder of pages with its navigation, and the site file', async () => {
    write('shared/_navigation.mdx', '---\ntitle: Shared\nlinks: []\n---\n');
    write('shared/b.mdx', '# B\n');
    write('config/site.yaml', 'title: Linked\n');
    link('c.mdx', 'shared/b.mdx');
    link('guides', 'shared');
    link('site.yaml', 'config/site.yaml');
    const { content: read, diagnostics } = await readContent(content);
    expect(diagnostics).toEqual([]);
    expect(read.pages.map(({ path }) => path)).toEqual(['a.mdx', 'c.mdx', 'guides/b.mdx', 'shared/b.mdx']);
    expect(read.navigation.map(({ path }) => path)).toEqual(['guides/_navigation.mdx', 'shared/_navigation.mdx']);
    expect(read.site?.text).toBe('title: Linked\n');
  });

  test('one folder of samples for two sections, by an absolute link too', async () => {
    write('examples/open.js', 'open();\n');
    link('reference/_samples', '../examples');
    link('guides/_samples', join(content, 'examples'));
    const { content: read, diagnostics } = await readContent(content);
    expect(diagnostics).toEqual([]);
    expect(read.samples.map(({ folder: home, stem }) => `${home} ${stem}`)).toEqual(['guides open', 'reference open']);
  });

  test('an image is published under the name of the link', async () => {
    write('assets/lock.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>');
    link('guides/images', '../assets');
    const { content: read } = await readContent(content);
    expect(read.assets).toContainEqual({
      path: 'guides/images/lock.svg',
      place: 'assets/lock.svg',
      svg: { path: 'guides/images/lock.svg', text: expect.stringContaining('<svg') },
    });
    await copyAssets(content, published(read.assets, 'guides/images/lock.svg'), join(folder, 'out'));
    expect(readFileSync(join(folder, 'out/_content/guides/images/lock.svg'), 'utf8')).toContain('<svg');
  });

  test('the content folder itself', async () => {
    symlinkSync(content, join(folder, 'docs'));
    const { content: read, diagnostics } = await readContent(join(folder, 'docs'));
    expect([read.name, read.pages.length, diagnostics]).toEqual(['docs', 1, []]);
    expect((await openProject(join(folder, 'docs'))).resolved.site.title).toBe('docs');
  });

  test('a command changes the target of a link, not the link', async () => {
    write('shared/b.mdx', 'old\n');
    link('guides', 'shared');
    link('c.mdx', 'shared/b.mdx');
    await writeChanges(content, [
      { path: 'guides/b.mdx', before: 'old\n', after: 'new\n' },
      { path: 'c.mdx', before: 'old\n', after: 'new\n' },
    ]);
    expect(readFileSync(join(content, 'shared/b.mdx'), 'utf8')).toBe('new\n');
    await expect(
      writeChanges(content, [
        { path: 'guides/b.mdx', before: 'new\n', after: 'one\n' },
        { path: 'c.mdx', before: 'new\n', after: 'two\n' },
      ]),
    ).rejects.toThrow('guides/b.mdx and c.mdx are the same file, through a link. Nothing was changed.');
    expect(readFileSync(join(content, 'shared/b.mdx'), 'utf8')).toBe('new\n');
  });
});

describe('reports a link that cannot be followed at its place, with its target:', () => {
  test.each([
    ['secret.mdx', '../outside/secret.mdx', 'which is outside of the content folder'],
    ['guides', '../outside', 'which is outside of the content folder'],
    ['reference/_samples', '../../outside', 'which is outside of the content folder'],
    ['site.yaml', '../outside/site.yaml', 'which is outside of the content folder'],
    ['picture.png', '../outside/picture.png', 'which is outside of the content folder'],
    ['top', '..', 'which is outside of the content folder'],
    ['gone.mdx', 'nowhere.mdx', 'which does not exist'],
    ['itself', 'itself', 'which leads back to itself'],
    ['deep/circle', '../../content', 'a folder that contains the link itself'],
    ['deep/here', '.', 'a folder that contains the link itself'],
    ['config.txt', '.git/config', 'which Stele does not read'],
    ['packages', 'node_modules/x', 'which Stele does not read'],
  ])('%s -> %s', async (path, target, problem) => {
    for (const file of ['secret.mdx', 'site.yaml', 'picture.png']) {
      mkdirSync(join(folder, 'outside'), { recursive: true });
      writeFileSync(join(folder, 'outside', file), 'secret');
    }
    write('.git/config', 'secret');
    write('node_modules/x/y.mdx', '# Y\n');
    link(path, target);
    expect(await messages()).toEqual([
      `${path} unreadable-file: The file cannot be read: it is a symbolic link to \`${target}\`, ${problem}.`,
    ]);
    expect(JSON.stringify((await readContent(content)).content)).not.toContain('secret');
  });

  test('a file `_samples`, which git writes in place of a link if links are disabled', async () => {
    write('reference/_samples', '../examples');
    expect(await messages()).toEqual([
      'reference/_samples unreadable-file: The file cannot be read: it is named `_samples` but is not a folder.',
    ]);
  });
});

test('reports each cycle of links at the link that closes it', async () => {
  write('one/a.mdx', '# A\n');
  write('two/b.mdx', '# B\n');
  link('one/two', '../two');
  link('two/one', '../one');
  expect(await pages()).toEqual(['a.mdx', 'one/a.mdx', 'one/two/b.mdx', 'two/b.mdx', 'two/one/a.mdx']);
  expect((await messages()).map((message) => message.split(' ')[0])).toEqual(['one/two/one', 'two/one/two']);
});

test('folders that all link to each other give a finding, and not all paths through them are followed', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `folder-${i}`);
  for (const name of names) {
    write(`${name}/page.mdx`, '# Page\n');
    for (const other of names) if (other !== name) link(`${name}/${other}`, `../${other}`);
  }
  let found: readonly string[] = [];
  expect(await cpuTimeUntil(async () => (found = await messages()))).toBeLessThan(10_000);
  expect(found.some((message) => message.includes('links lead to more than 20000 files'))).toBe(true);
});

test('reports pipes and sockets with any name, and does not wait for them', async () => {
  execFileSync(
    'mkfifo',
    ['pipe.mdx', 'site.yaml', 'picture.png'].map((name) => join(content, name)),
  );
  link('linked.mdx', 'pipe.mdx');
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(content, 'socket'), done));
  try {
    expect(await messages()).toEqual([
      'linked.mdx unreadable-file: The file cannot be read: it is a named pipe.',
      'picture.png unreadable-file: The file cannot be read: it is a named pipe.',
      'pipe.mdx unreadable-file: The file cannot be read: it is a named pipe.',
      'site.yaml unreadable-file: The file cannot be read: it is a named pipe.',
      'socket unreadable-file: The file cannot be read: it is a socket.',
    ]);
  } finally {
    server.close();
  }
});

describe('a file is not published if between reading and publishing it is replaced by', () => {
  const become: Readonly<Record<string, () => void>> = {
    'a link out of the folder': () => {
      rmSync(join(content, 'images/a.png'));
      link('images/a.png', join(folder, 'secret'));
    },
    'a link to another file of the folder': () => {
      rmSync(join(content, 'images/a.png'));
      link('images/a.png', '../a.mdx');
    },
    'a file of a folder that became a link': () => {
      renameSync(join(content, 'images'), join(folder, 'elsewhere'));
      link('images', '../elsewhere');
    },
    'a pipe': () => {
      rmSync(join(content, 'images/a.png'));
      execFileSync('mkfifo', [join(content, 'images/a.png')]);
    },
  };
  test.each(Object.entries(become))('%s', async (_name, change) => {
    writeFileSync(join(folder, 'secret'), 'secret');
    write('images/a.png', 'picture');
    const { assets } = (await readContent(content)).content;
    change();
    await expect(copyAssets(content, published(assets, 'images/a.png'), join(folder, 'out'))).rejects.toThrow(
      'images/a.png of the content folder was replaced after it was read. Nothing was written: run the command again.',
    );
    expect(existsSync(join(folder, 'out/_content/images/a.png'))).toBe(false);
  });
});

/** A site that shows one file, as far as publishing reads it. */
function published(assets: readonly { readonly path: string; readonly place?: string }[], path: string): SiteData {
  const placeOf = (wanted: string): string => assets.find((asset) => asset.path === wanted)?.place ?? wanted;
  return { assets: [path], placeOf } as unknown as SiteData;
}

test('a link that is not followed gives the only finding, since missing files may be behind it', async () => {
  mkdirSync(join(folder, 'outside'));
  write(
    'site.yaml',
    'title: T\nlanguages: [js]\nlogo: images/a.svg\nsections: [{ title: R, path: /ref }]\n' +
      'header: [{ title: X, url: /ref/a }]\nredirects: { /old: /ref/a }\n',
  );
  write('a.mdx', '# A\n\n[x](/ref/a) [y](ref/b.mdx#c) [h](/ref/a/b) ![z](images/a.svg)\n\n<CodeBlock file="open" />\n');
  for (const path of ['ref', 'images', '_samples']) link(path, '../outside');
  const { diagnostics } = await openProject(content);
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'unreadable-file _samples',
    'unreadable-file images',
    'unreadable-file ref',
  ]);
});
