// Builds after builds: they take pages over from the last site, and give the bytes of a build from nothing.
// Many random edits: incremental.long.test.ts.

import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { setUpDoorsProject, settle } from './doors-project.ts';

const { at, write, build, expectClean } = setUpDoorsProject();

const page = 'dist/guides/open/index.html';
const time = (path: string): number => statSync(at(path)).mtimeMs;

describe('a build after a build', () => {
  test('draws what an edit changes; other files keep their time', { timeout: 120_000 }, async () => {
    settle();
    expect(await build()).toMatch(/^Built /m);
    const before = time('dist/guides/close/index.html');
    const top = statSync(at('dist')).ino;
    expect(await build()).toMatch(/^Nothing has changed: 3 pages/m);
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n');
    expect(await build('--why', '/guides/open/')).toContain(
      'guides/open: drawn again, because its own file, or the texts, samples and links that it shows, have changed.',
    );
    expect(readFileSync(at(page), 'utf8')).toContain('Push harder.');
    for (const path of ['guides/close/index.html', 'js/guides/close/index.html', '404.html', 'favicon.ico']) {
      expect(Math.abs(time(`dist/${path}`) - before), path).toBeLessThan(10_000);
    }
    expect(time('dist/guides/close/index.html')).toBe(before);
    // The site itself was changed, and not replaced.
    expect(statSync(at('dist')).ino).toBe(top);
    await expectClean();
    expect(await build('--why', 'guides/close', '--verify')).toMatch(
      /not drawn again: nothing that it shows has changed\.\n(?:Drawing pages\n)?Verified: /,
    );
  });
});
