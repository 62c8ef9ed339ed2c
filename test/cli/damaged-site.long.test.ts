// What may happen to a site, its record and its content between builds: the next build gives the bytes of a build from
// nothing.

import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCacheFile } from '../../src/disk/cache-file.ts';
import { setUpDoorsProject } from './doors-project.ts';
import { doorsSite } from './doors-site.ts';

const { at, run, write, build, expectClean } = setUpDoorsProject();

const page = 'dist/guides/open/index.html';

describe('a build after a build', () => {
  test('repairs a site that was changed by hand', { timeout: 240_000 }, async () => {
    await build();
    const bytes = readFileSync(at(page));
    const { atime, mtime } = statSync(at(page));
    const damages: Readonly<Record<string, () => void>> = {
      appended: () => appendFileSync(at(page), '!'),
      'changed with the same size and time': () => {
        writeFileSync(at(page), Buffer.from(bytes.map((byte, i) => (i === 100 ? byte ^ 1 : byte))));
        utimesSync(at(page), atime, mtime);
      },
      removed: () => unlinkSync(at(page)),
      'replaced by a link to itself elsewhere': () => {
        renameSync(at(page), at('moved.html'));
        symlinkSync(at('moved.html'), at(page));
      },
    };
    for (const [name, damage] of Object.entries(damages)) {
      damage();
      await build();
      expect(statSync(at(page)).isFile(), name).toBe(true);
      expect(readFileSync(at(page)).equals(bytes), name).toBe(true);
      await expectClean();
    }
  });

  test('leaves the last site whole if it fails', { timeout: 120_000 }, async () => {
    await build();
    const bytes = readFileSync(at('dist/404.html'));
    write('public/404.html', 'Own page');
    write(
      'content/site.yaml',
      `${doorsSite['content/site.yaml']}budgets: { pageBytes: 1 }\nseverities: { over-budget: error }\n`,
    );
    expect((await run('build')).code).toBe(1);
    expect(readFileSync(at('dist/404.html')).equals(bytes)).toBe(true);
    write('content/site.yaml', doorsSite['content/site.yaml']!);
    rmSync(at('public'), { recursive: true });
    await build();
    await expectClean();
  });

  test('takes no page of another site, base or cache', { timeout: 240_000 }, async () => {
    await build();
    expect(await build('--base', '/docs/', '--why', '404')).toContain('there is no earlier build');
    expect(readFileSync(at('dist/404.html'), 'utf8')).toContain('/docs/');
    await build();
    expect(readFileSync(at('dist/404.html'), 'utf8')).not.toContain('/docs/');
    const file = (await findCacheFile(at('content'), 'build'))!;
    const whole = readFileSync(file);
    for (const damaged of [whole.subarray(0, whole.length - 9), Buffer.from('x'), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      expect(await build()).toMatch(/^Built /m);
      await expectClean();
    }
    // A build without a cache reads and writes none.
    const record = readFileSync(file);
    expect(await build('--no-cache')).toMatch(/^Built (?!.*drawn anew)/m);
    expect(readFileSync(file).equals(record)).toBe(true);
    rmSync(at('dist'), { recursive: true });
    // The drawn pages are in the cache.
    expect(await build()).toMatch(/^Built .*, 0 of \d+ addresses drawn anew/m);
    await expectClean();
  });

  test('sees a file that keeps its size and time', { timeout: 120_000 }, async () => {
    await build();
    const { atime, mtime } = statSync(at('content/guides/open.mdx'));
    write('content/guides/open.mdx', doorsSite['content/guides/open.mdx']!.replace('Push', 'Pull'));
    utimesSync(at('content/guides/open.mdx'), atime, mtime);
    await build();
    expect(readFileSync(at(page), 'utf8')).toContain('Pull.');
    await expectClean();
  });
});

test('two builds at once leave a whole site and a record of it', { timeout: 120_000 }, async () => {
  await build();
  write('content/guides/open.mdx', '# Open\n\nOnce more.\n');
  const { runStele } = await import('../site/run-stele.ts');
  const runs = await Promise.all([1, 2].map(() => runStele(['build'], { cwd: at() })));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  await expectClean();
  await build();
  await expectClean();
  expect(existsSync(at('.dist.previous'))).toBe(false);
});
