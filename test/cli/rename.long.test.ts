// `stele rename` as a command, on the example.

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { copyExample } from '../site/copy-example.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

test('renames a description in all files of the example, and changes nothing else', async () => {
  await copyExample(join(folder, 'content'));
  const before = await filesBelow(folder);
  const dry = await run('rename', 'connection.id', 'connection.identifier', '--dry-run');
  expect([dry.code, dry.stdout]).toEqual([0, '']);
  expect(dry.stderr).toMatch(/^Would rename connection\.id to connection\.identifier: \d+ places in 3 files\.$/m);
  expect(await filesBelow(folder)).toEqual(before);

  const ended = await run('rename', '(connection.id)', '(connection.identifier)');
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(/^content\/reference\/sso\/connection\/index\.mdx: \d+ places$/m);
  const after = await filesBelow(folder);
  for (const [path, text] of after) {
    const was = text
      .replaceAll('(connection.identifier)', '(connection.id)')
      .replace('    identifier: The unique', '    id: The unique');
    expect(was).toBe(before.get(path));
  }
  expect((await run('rename', 'connection.identifier', 'connection.id')).code).toBe(0);
  expect(await filesBelow(folder)).toEqual(before);
  expect((await run('check')).stderr).toMatch(/no findings/);
});
