// `stele dev` connects to no other machine.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { setUpOfflineFolder } from './offline-folder.ts';
import { startDev } from './start-dev.ts';

vi.setConfig({ testTimeout: 120_000 });

const { folder, env, attempts } = setUpOfflineFolder();

test('dev connects to no other machine, at its start, for a page or after a change', async () => {
  const dev = await startDev(folder, { env });
  try {
    await dev.until(async () => (await dev.textAt('a/')).includes('id="a"'));
    await dev.textAt('@vite/client');
    writeFileSync(join(folder, 'content/b.mdx'), '# B\n');
    await dev.until(async () => (await dev.textAt('b/')).includes('id="b"'));
    expect(attempts()).toBe('');
  } finally {
    await dev.stop();
    rmSync(join(folder, 'content/b.mdx'));
  }
});
