// Each base path gives the bytes of a build with it.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../cli/files-below.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { setUpSitesByBase } from './sites-by-base.ts';

const { sites } = setUpSitesByBase();

test('each base path gives the bytes of a build with it, also from and to a deeper one', async () => {
  const folder = join(temporaryFolder(), 'site');
  cpSync(sites.get('/')!, folder, { recursive: true });
  for (const base of ['/pr-7/', '/a/b/', '/']) {
    const { code, stderr } = await runStele(['rebase', folder, '--base', base]);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`and is ${base}.`)]);
    expect(await filesBelow(folder)).toEqual(await filesBelow(sites.get(base)!));
  }
  removeFolder(join(folder, '..'));
});
