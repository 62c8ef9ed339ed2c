// `stele rename` as a command: its changes, and its refusals, which change no file.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

describe('on a small site', () => {
  const page = '---\ndescriptions:\n  a:\n    id: Text.\n    b: Other.\n---\n# A\n';

  test('`--json` lists the changes as data', async () => {
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, 'content/a.mdx'), page);
    const { code, stdout, stderr } = await run('rename', 'a.id', 'a.name', '--dry-run', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const changed = [{ file: 'content/a.mdx', places: 1 }];
    expect(JSON.parse(stdout)).toEqual({ dryRun: true, from: 'a.id', to: 'a.name', changed });
  });

  test.each([
    [['rename', 'a.id'], /takes two paths/],
    [['rename', 'a.id', 'a.x', 'a.y'], /takes two paths/],
    [['rename', 'a.di', 'a.x'], /There is no description `a\.di`\. Did you mean `a\.id`\?/],
    [['rename', 'a.id', 'a.x', '--content', 'nowhere'], /There is no folder/],
  ] as const)('stele %j is refused and changes no file', async (args, message) => {
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, 'content/a.mdx'), page);
    const ended = await run(...args);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
    // One line, and possibly a second one with advice.
    expect(ended.stderr).toMatch(/^[^\n]+\n(?:→ [^\n]+\n)?$/);
    expect([...(await filesBelow(folder))]).toEqual([['content/a.mdx', page]]);
  });

  test('a rename keeps a byte order mark', async () => {
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, 'content/a.mdx'), `\ufeff${page}`);
    expect((await run('rename', 'a.id', 'a.x')).code).toBe(0);
    expect(await readFile(join(folder, 'content/a.mdx'), 'utf8')).toBe(`\ufeff${page.replace('id:', 'x:')}`);
  });
});
