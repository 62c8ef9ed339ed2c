// A cache that cannot be trusted is not used, and the user learns which one and why: in one line, once for each run.

import {
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
const caches = 'node_modules/.cache/stele';
const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
/** The cache of a check, by its path from the project. */
const cacheOf = (): string =>
  `${caches}/${readdirSync(join(folder, caches)).find((name) => name.startsWith('check-'))}`;

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  write('content/a.mdx', '---\ntitel: A\n---\n# A\n');
  expect((await run('check')).stderr).not.toContain('cache');
});
afterEach(() => removeFolder(folder));

/** What makes a cache untrusted, and the words of the note. */
const cases: Readonly<Record<string, readonly [words: string, change: (file: string) => unknown]>> = {
  'is cut': ['is incomplete or damaged', (file) => truncateSync(file, readFileSync(file).length - 1)],
  'is empty': ['is incomplete or damaged', (file) => truncateSync(file, 0)],
  'is written by half': [
    'is incomplete or damaged',
    (file) => {
      const { length } = readFileSync(file);
      truncateSync(file, length >> 1);
      truncateSync(file, length);
    },
  ],
  'has the format of another version': [
    'was written by another version of Stele or Node',
    (file) => writeFileSync(file, readFileSync(file, 'latin1').replace('stele-cache-2', 'stele-cache-1'), 'latin1'),
  ],
  'was moved here': [
    'was written under another name',
    async (file) => {
      const before = readdirSync(join(folder, caches));
      write('other/a.mdx', '# Another\n');
      await run('check', '--content', 'other');
      const other = readdirSync(join(folder, caches)).find((name) => !before.includes(name))!;
      copyFileSync(join(folder, caches, other), file);
      rmSync(join(folder, caches, other));
    },
  ],
  'is a folder': [
    'is not a regular file',
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
};

/** Runs a check, and expects one note about its cache and the right findings. */
async function expectNote(words: string): Promise<void> {
  const note = `The cache was not used where it cannot be trusted: ${cacheOf()} ${words}.`;
  const { stdout, stderr } = await run('check', '--format', 'json');
  expect(stderr.split('\n').filter((line) => line.includes('The cache'))).toEqual([note]);
  expect(JSON.parse(stdout)).toMatchObject({ note, summary: { errors: 1 } });
}

test.each(Object.entries(cases))('a cache that %s is not used, with a note', async (_name, [words, change]) => {
  await change(join(folder, cacheOf()));
  await expectNote(words);
});

test.skipIf(process.getuid?.() !== 0)('a cache of another user is not used, with a note', async () => {
  chownSync(join(folder, cacheOf()), 12_345, 12_345);
  await expectNote('belongs to another user');
});

test('a cache of other content is replaced without a note', async () => {
  write('content/a.mdx', '# A\n');
  const { stdout, stderr } = await run('check', '--format', 'json');
  expect(stderr).not.toContain('The cache');
  expect(JSON.parse(stdout)).not.toHaveProperty('note');
});

test('a build names each reason once, and replaces the files', async () => {
  write('content/a.mdx', '# A\n');
  await run('build');
  const pages = join(folder, caches, 'pages');
  for (const name of readdirSync(pages)) truncateSync(join(pages, name), 9);
  rmSync(join(folder, 'dist'), { recursive: true });
  const note =
    /^The cache was not used where it cannot be trusted: \d files, such as node_modules\/\.cache\/stele\/pages\/\w+\.pages, are incomplete or damaged\.$/gm;
  expect((await run('build')).stderr.match(note)).toHaveLength(1);
  rmSync(join(folder, 'dist'), { recursive: true });
  expect((await run('build')).stderr).not.toContain('The cache');
});
