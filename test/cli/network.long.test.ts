// A site can be built on a system without a network.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { person } from './offline-folder.ts';

const folder = temporaryFolder();
beforeAll(() => {
  mkdirSync(join(folder, 'content/_samples'), { recursive: true });
  writeFileSync(join(folder, 'content/site.yaml'), 'title: Site\nurl: https://docs.example.com/\nlanguages: [js]\n');
  writeFileSync(join(folder, 'content/a.mdx'), '# A\n\nA [link](https://example.com/).\n\n<CodeBlock file="open" />\n');
  writeFileSync(join(folder, 'content/_samples/open.js'), 'open();\n');
});
afterAll(() => removeFolder(folder));

test('check, build and export work on a system without a network', async (context) => {
  const unshare = ['unshare', '--net', '--map-root-user'] as const;
  context.skip(
    spawnSync(unshare[0], [...unshare.slice(1), 'true']).status !== 0,
    'this system does not allow a process without a network',
  );
  const stele = `${process.execPath} ${join(repository, 'src/cli/main.ts')}`;
  const script = `ip link set lo up; ${stele} check --no-cache && ${stele} build && ${stele} export > /dev/null`;
  chmodSync(folder, 0o755);
  const ended = spawnSync(unshare[0], [...unshare.slice(1), 'sh', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...person, INIT_CWD: folder },
    encoding: 'utf8',
  });
  expect([ended.status, ended.stderr.match(/rror.*/)?.[0]]).toEqual([0, undefined]);
});
