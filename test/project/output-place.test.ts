// Where a site may be written: files of others are never removed, links stay, and a folder that cannot be replaced is
// refused before any page is drawn.

import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heal, listSiteFiles, openOutput, OutputRefused, writeMarker } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let out: string;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'dist');
  content = join(folder, 'content');
  mkdirSync(content);
});
afterEach(() => removeFolder(folder));

/** Builds a site of one page. `meanwhile` runs before the site replaces the last one. */
async function build(
  text: string,
  { at = out, meanwhile = () => {}, tell = (_words: string): void => {} } = {},
): Promise<void> {
  const output = await openOutput(at, content, tell);
  try {
    mkdirSync(join(output.folder, 'guides'));
    writeFileSync(join(output.folder, 'guides/index.html'), text);
    await writeMarker(output.folder, { pages: 1, version: '0', base: '/' }, await listSiteFiles(output.folder));
    meanwhile();
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

const shown = (at = out): string => readFileSync(join(at, 'guides/index.html'), 'utf8');
const beside = (): readonly string[] => readdirSync(folder).sort();

describe('files that Stele did not write are named and kept:', () => {
  test.each([
    ['.git/HEAD', '.git/'],
    ['CNAME', 'CNAME'],
    ['.nojekyll', '.nojekyll'],
    ['guides/notes.txt', 'guides/notes.txt'],
    ['pictures/a.png', 'pictures/'],
  ])('%s, which is there before the build', async (path, named) => {
    await build('one');
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), 'mine');
    const refusal = await build('two').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OutputRefused);
    expect((refusal as Error).message).toContain(
      `contains a file that Stele did not write: \`${named}\`. A build would remove it.`,
    );
    expect((refusal as Error).message).toContain('Put files that belong to the site into the folder `public`');
    expect([readFileSync(join(out, path), 'utf8'), shown(), beside()]).toEqual(['mine', 'one', ['content', 'dist']]);
  });

  test('a file that is written during the build', async () => {
    await build('one');
    const meanwhile = (): void => writeFileSync(join(out, 'guides/report.pdf'), 'mine');
    await expect(build('two', { meanwhile })).rejects.toThrow(
      /`guides\/report\.pdf`\. It appeared while the site was built/,
    );
    expect([readFileSync(join(out, 'guides/report.pdf'), 'utf8'), shown(), beside()]).toEqual([
      'mine',
      'one',
      ['content', 'dist'],
    ]);
  });

  test('many files, which are counted', async () => {
    await build('one');
    for (let i = 1; i <= 7; i++) writeFileSync(join(out, `${i}.txt`), '');
    await expect(build('two')).rejects.toThrow(/`4\.txt`, `5\.txt` and 2 more\. A build would remove them\./);
  });

  test('CNAME in a site of an older version, which has no list of its files', async () => {
    await build('one');
    writeFileSync(join(out, '.stele.json'), '{\n  "generator": "stele",\n  "pages": 1\n}\n');
    await build('two');
    writeFileSync(join(out, '.stele.json'), '{\n  "generator": "stele",\n  "pages": 1\n}\n');
    writeFileSync(join(out, 'CNAME'), 'docs.example.com');
    await expect(build('three')).rejects.toThrow(/`CNAME`/);
  });

  test('files in a site that a killed build moved away, which are put back', async () => {
    await build('one');
    renameSync(out, join(folder, '.dist.previous'));
    await build('two');
    renameSync(out, join(folder, '.dist.previous'));
    writeFileSync(join(folder, '.dist.previous/CNAME'), 'mine');
    mkdirSync(out);
    await heal(out);
    expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('mine');
    expect(beside()).toEqual(['content', 'dist']);
  });
});

describe('an output folder that is a link', () => {
  test('stays a link, and the site is written to its target', async () => {
    mkdirSync(join(folder, 'www'));
    symlinkSync('www', out);
    await build('one');
    await build('two');
    expect([readlinkSync(out), shown(join(folder, 'www')), beside()]).toEqual([
      'www',
      'two',
      ['content', 'dist', 'www'],
    ]);
  });

  test('may lead through another link to a folder that does not exist yet', async () => {
    symlinkSync('next', out);
    symlinkSync(join(folder, 'deep/www'), join(folder, 'next'));
    await build('one');
    expect([lstatSync(out).isSymbolicLink(), shown(join(folder, 'deep/www'))]).toEqual([true, 'one']);
  });

  test('is refused if it leads to itself or into the content', async () => {
    symlinkSync('dist', out);
    await expect(build('one')).rejects.toThrow(/leads back to itself/);
    symlinkSync('content/site', join(folder, 'other'));
    await expect(build('one', { at: join(folder, 'other') })).rejects.toThrow(/is in the content folder/);
  });
});

describe('the folder `public` beside the content', () => {
  test('may not contain the site, since the next build would publish the site inside itself', async () => {
    for (const at of ['public/site', 'public/deep/site'])
      await expect(build('one', { at: join(folder, at) })).rejects.toThrow(/public, whose files every build copies/);
    mkdirSync(join(folder, 'public'));
    symlinkSync('public/site', out);
    await expect(build('one')).rejects.toThrow(OutputRefused);
    expect(readdirSync(join(folder, 'public'))).toEqual([]);
  });

  test('may be the site itself', async () => {
    await build('one', { at: join(folder, 'public') });
    expect(shown(join(folder, 'public'))).toBe('one');
  });
});

test('a mount point is refused before any page is drawn, with the advice to use another folder', async (context) => {
  mkdirSync(out);
  const mount = (...args: readonly string[]): boolean => {
    try {
      execFileSync('mount', args, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  // A mount of the same disk: only the system's list of mounts distinguishes it from a folder.
  mkdirSync(join(folder, 'real place'));
  context.skip(!mount('--bind', join(folder, 'real place'), out), 'mounting needs root');
  try {
    await expect(build('one')).rejects.toThrow(`Choose a folder in it: --out ${join(out, 'site')}`);
    await build('one', { at: join(out, 'site') });
    expect(shown(join(out, 'site'))).toBe('one');
  } finally {
    execFileSync('umount', [out]);
  }
  expect(mount('-t', 'tmpfs', 'none', out)).toBe(true);
  try {
    await expect(build('one')).rejects.toThrow(/is a mount point/);
  } finally {
    execFileSync('umount', [out]);
  }
});

test.skipIf(process.platform === 'win32')(
  'does not wait for a named pipe in place of the lock or the marker',
  async () => {
    execFileSync('mkfifo', [join(folder, '.dist.lock')]);
    await build('one');
    expect(beside()).toEqual(['content', 'dist']);
    writeFileSync(join(out, '.stele.json'), '');
    execFileSync('rm', [join(out, '.stele.json')]);
    execFileSync('mkfifo', [join(out, '.stele.json')]);
    await expect(build('two')).rejects.toThrow(/contains files that are not part of a site/);
  },
);

test('folders that were made for a site are removed if the site is not written', async () => {
  const deep = join(folder, 'a/b/dist');
  await (await openOutput(deep, content)).discard();
  expect(beside()).toEqual(['content']);
  mkdirSync(join(folder, 'a'));
  await (await openOutput(deep, content)).discard();
  expect(beside()).toEqual(['a', 'content']);
});

describe('two builds of one folder', () => {
  test('the second one waits, and reports that it waits', async () => {
    const first = await openOutput(out, content);
    const words: string[] = [];
    let isOpen = false;
    const second = openOutput(out, content, (said) => words.push(said)).finally(() => void (isOpen = true));
    await new Promise((done) => setTimeout(done, 500));
    expect([isOpen, words]).toEqual([false, [`Waiting: process ${process.pid} is building into ${out}.`]]);
    await first.discard();
    await (await second).discard();
    expect(beside()).toEqual(['content']);
  });

  test.each([
    [
      'of a process that has ended',
      () => `{"pid":999999999,"began":"1","host":${JSON.stringify(hostname())},"id":"x"}`,
    ],
    [
      'of a process whose number another process has now',
      () => `{"pid":${process.pid},"began":"1","host":${JSON.stringify(hostname())},"id":"x"}`,
    ],
    ['that is damaged', () => '{"pid'],
    ['that is empty', () => ''],
    ['that has other content', () => 'null'],
  ])('a lock %s is ignored', async (_name, text) => {
    writeFileSync(join(folder, '.dist.lock'), text());
    await build('one');
    expect(beside()).toEqual(['content', 'dist']);
  });

  test('the next build ignores the lock of a killed build, and no file of it stays', async () => {
    const code = `
      const { openOutput } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/project/index.ts'))});
      await openOutput(${JSON.stringify(out)}, ${JSON.stringify(content)});
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const start = async (signal: NodeJS.Signals): Promise<void> => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((done) => child.stdout!.once('data', done));
      const ended = new Promise((done) => child.once('exit', (_code, by) => done(by)));
      child.kill(signal);
      expect(await ended).toBe(signal);
    };
    await start('SIGKILL');
    expect(existsSync(join(folder, '.dist.lock'))).toBe(true);
    await build('one');
    expect(beside()).toEqual(['content', 'dist']);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      await start(signal);
      expect([signal, ...beside()]).toEqual([signal, 'content', 'dist']);
    }
  });

  test('a signal during the swap takes effect after the last site is removed', async () => {
    await build('one');
    const project = join(import.meta.dirname, '../../src/project/index.ts');
    const code = `
      const { openOutput, writeMarker } = await import(${JSON.stringify(project)});
      const output = await openOutput(${JSON.stringify(out)}, ${JSON.stringify(content)});
      await writeMarker(output.folder, { pages: 0, version: 'next' });
      const done = output.commit();
      process.kill(process.pid, 'SIGTERM');
      await done;
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
    expect(await new Promise((done) => child.once('exit', (_code, by) => done(by)))).toBe('SIGTERM');
    expect([readFileSync(join(out, '.stele.json'), 'utf8').includes('next'), ...beside()]).toEqual([
      true,
      'content',
      'dist',
    ]);
  });
});
