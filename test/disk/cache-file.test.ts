// A bad cache only costs time, whatever file is in its place and whatever the content folder is.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  openSync,
  closeSync,
  ftruncateSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findCacheFile, placeParts, readCacheFile, readCacheParts, writeCacheFile } from '../../src/disk/cache-file.ts';
import { findCacheFolder } from '../../src/disk/cache-folder.ts';
import { describeIgnored, forgetIgnored } from '../../src/disk/ignored-caches.ts';
import { checkContent } from '../../src/project/index.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { cpuTimeUntil } from '../cpu-time.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  mkdirSync(content);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'caches'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  removeFolder(folder);
});

describe('a cache is', () => {
  test('in the project around the content', async () => {
    mkdirSync(join(folder, 'node_modules'));
    expect(await findCacheFolder(content)).toBe(join(folder, 'node_modules/.cache/stele'));
  });

  test('not in the content, whose writer could put results into it', async () => {
    mkdirSync(join(content, 'node_modules/.cache/stele'), { recursive: true });
    expect(await findCacheFolder(content)).not.toContain(content);
    mkdirSync(join(folder, 'node_modules'));
    expect(await findCacheFolder(content)).toBe(join(folder, 'node_modules/.cache/stele'));
  });

  test.skipIf(process.platform !== 'linux')(
    'in the cache folder of the operating system if there is no project',
    async () => {
      expect(await findCacheFolder(content)).toBe(join(folder, 'caches/stele'));
      vi.stubEnv('XDG_CACHE_HOME', 'not/absolute');
      expect(await findCacheFolder(content)).toBe(join(homedir(), '.cache/stele'));
      vi.stubEnv('XDG_CACHE_HOME', undefined);
      vi.stubEnv('HOME', '');
      expect(await findCacheFolder(content)).toBeUndefined();
    },
  );

  test.skipIf(process.platform !== 'linux')('used in the cache folder of the operating system', async () => {
    writeFileSync(join(content, 'a.mdx'), '---\ntitel: A\n---\n# A\n');
    const first = await checkContent(content, true);
    const file = (await findCacheFile(content, 'check'))!;
    expect(dirname(file)).toBe(join(folder, 'caches/stele'));
    expect(existsSync(file)).toBe(true);
    expect((await checkContent(content, true)).diagnostics.length).toBe(first.diagnostics.length);
  });

  test.skipIf(process.platform !== 'linux')(
    'missing where nothing can be written, and the command works without it',
    async () => {
      writeFileSync(join(folder, 'caches'), 'a file');
      writeFileSync(join(content, 'a.mdx'), '# A\n');
      expect((await runStele(['check', '--content', content])).stderr).toBe('1 page checked: no findings.\n');
      expect(readFileSync(join(folder, 'caches'), 'utf8')).toBe('a file');
    },
  );
});

describe('in place of a cache', () => {
  /** Things in place of a cache. Each is ignored; none lets the command hang, fail or run out of memory. */
  const things: Readonly<Record<string, (file: string) => void>> = {
    'a named pipe': (file) => void execFileSync('mkfifo', [file]),
    'a folder': (file) => mkdirSync(file),
    'a link to a file': (file) => {
      writeFileSync(`${file}.real`, 'theirs');
      symlinkSync(`${file}.real`, file);
    },
    'a link to itself': (file) => symlinkSync(file, file),
    'a link to a device': (file) => symlinkSync('/dev/zero', file),
    'a file of 3 GiB': (file) => {
      const descriptor = openSync(file, 'w');
      ftruncateSync(descriptor, 3 * 1024 ** 3);
      closeSync(descriptor);
    },
  };

  test.skipIf(process.platform === 'win32').each(Object.entries(things))('%s is ignored', async (_name, put) => {
    const file = join(folder, 'cache.json');
    put(file);
    const time = await cpuTimeUntil(async () => {
      expect(await readCacheFile(file, 'key')).toBeUndefined();
      await writeCacheFile(file, 'key', 'text');
    });
    expect(time).toBeLessThan(2000);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
    if (existsSync(`${file}.real`)) expect(readFileSync(`${file}.real`, 'utf8')).toBe('theirs');
  });

  test.skipIf(process.platform === 'win32')('a socket is ignored', async () => {
    const file = join(folder, 'cache.json');
    const server = createServer();
    await new Promise<void>((done) => server.listen(file, done));
    expect(await readCacheFile(file, 'key')).toBeUndefined();
    await writeCacheFile(file, 'key', 'text');
    expect(String(await readCacheFile(file, 'key'))).toBe('text');
    server.close();
  });

  test.skipIf(process.platform === 'win32').each(Object.entries(things))(
    '%s does not change the findings of a check',
    async (_name, put) => {
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(content, 'a.mdx'), '---\ntitel: A\n---\n# A\n');
      mkdirSync(join(content, '_samples'));
      writeFileSync(join(content, '_samples/a.js'), 'a(;\n');
      const fresh = await checkContent(content, false);
      for (const kind of ['check', 'samples', 'colours'] as const) {
        const file = (await findCacheFile(content, kind))!;
        mkdirSync(dirname(file), { recursive: true });
        put(file);
      }
      const found = await checkContent(content, true);
      expect(found.diagnostics.map(({ message }) => message)).toEqual(fresh.diagnostics.map(({ message }) => message));
    },
  );
});

describe('a cache is only read', () => {
  const file = () => join(folder, 'cache.json');
  beforeEach(() => writeCacheFile(file(), 'this program', 'one\ntwo'));

  test('with its key', async () => {
    expect(String(await readCacheFile(file(), 'this program'))).toBe('one\ntwo');
    expect(await readCacheFile(file(), 'another program')).toBeUndefined();
  });

  test('if it is complete: no byte is missing, added or changed', async () => {
    const whole = readFileSync(file());
    const damaged = [
      ...Array.from(whole.keys(), (length) => whole.subarray(0, length)),
      Buffer.concat([whole, Buffer.from('!')]),
      ...Array.from(whole.keys(), (at) => Buffer.from(whole.map((byte, i) => (i === at ? byte ^ 1 : byte)))),
    ];
    for (const bytes of damaged) {
      writeFileSync(file(), bytes);
      forgetIgnored();
      expect(await readCacheFile(file(), 'this program')).toBeUndefined();
      expect(describeIgnored(String)).toBeDefined();
    }
  });

  test('by another version only with its key; else the note names the version', async () => {
    /** Writes a cache as another version does. */
    const writeAs = (version: string, key: string): void => {
      const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
      const head = `stele-cache-2 ${version} cache.json ${hash(key)}`;
      writeFileSync(file(), `${head} ${hash(`${head}body`)}\nbody`);
    };
    forgetIgnored();
    writeAs('0.0.0/v1.0.0', 'this program');
    expect(String(await readCacheFile(file(), 'this program'))).toBe('body');
    expect(describeIgnored(String)).toBeUndefined();
    writeAs('0.0.0/v1.0.0', 'an older program');
    expect(await readCacheFile(file(), 'this program')).toBeUndefined();
    expect(describeIgnored(String)).toMatch(/cache\.json was written by another version of Stele or Node\.$/);
  });

  test.skipIf(process.platform === 'win32')('if this user wrote it', async () => {
    const user = process.getuid!();
    const asked = vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(user + 1);
    expect(await readCacheFile(file(), 'this program')).toBeUndefined();
    asked.mockRestore();
    expect(await readCacheFile(file(), 'this program')).toBeDefined();
  });
});

test('writing a cache removes drafts of killed processes and old caches, and no other file', async () => {
  const caches = join(folder, 'swept');
  mkdirSync(caches);
  const drafts = ['a.json.999999999-ab.draft', `a.json.${process.pid}-ab.draft`];
  for (const name of [...drafts, 'old.json', 'new.json']) writeFileSync(join(caches, name), '');
  utimesSync(join(caches, 'old.json'), 1, 1);
  await writeCacheFile(join(caches, 'a.json'), 'key', 'text');
  expect(readdirSync(caches).sort()).toEqual(['a.json', drafts[1], 'new.json']);
});

test('a cache that cannot be written leaves no file behind', async (context) => {
  context.skip(process.getuid?.() === 0, 'root may write everywhere');
  const caches = join(folder, 'read-only');
  mkdirSync(caches);
  chmodSync(caches, 0o500);
  await writeCacheFile(join(caches, 'a.json'), 'key', 'text');
  expect(readdirSync(caches)).toEqual([]);
  rmSync(caches, { recursive: true });
});

test('parts of a cache are read alone, and only if they are as they were written', async () => {
  forgetIgnored();
  const file = (await findCacheFile(content, 'texts'))!;
  const body = ['first', Buffer.from(''), 'sécond'];
  const parts = placeParts(body);
  await writeCacheFile(file, 'key', body);
  const read = async (indexes: readonly number[], key = 'key') =>
    (
      await readCacheParts(
        file,
        key,
        indexes.map((i) => parts[i]!),
      )
    )?.map(String);
  expect(await read([2, 0, 1])).toEqual(['sécond', 'first', '']);
  expect(await read([0], 'other')).toBeUndefined();
  expect(describeIgnored(String)).toBeUndefined();
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[bytes.length - 1] = 0;
  writeFileSync(file, changed);
  expect(await read([0])).toEqual(['first']);
  expect(await read([0, 2])).toBeUndefined();
  writeFileSync(file, bytes.subarray(0, -3));
  expect(await read([2])).toBeUndefined();
  expect(describeIgnored(String)).toContain('is incomplete or damaged');
  for (const length of [0, 5, 40]) {
    writeFileSync(file, bytes.subarray(0, length));
    expect(await read([0])).toBeUndefined();
  }
  forgetIgnored();
});
