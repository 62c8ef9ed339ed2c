// The same content gives the same bytes, wherever it is built.

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { builtExample } from './built-example.ts';
import { removeFolder, repository, runStele, temporaryFolder } from './run-stele.ts';

test('the same content gives the same bytes in another folder, time zone and locale', async () => {
  const other = temporaryFolder();
  try {
    const content = join(other, 'deep/er/content');
    mkdirSync(join(content, '..'), { recursive: true });
    cpSync(join(repository, 'content'), content, { recursive: true });
    cpSync(join(repository, 'public'), join(content, '../public'), { recursive: true });
    const out = join(other, 'elsewhere');
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_ENV: 'development',
      DEV: '1',
      BASE_URL: '/x/',
    };
    const run = await runStele(['build', '--content', content, '--out', out], { cwd: other, env });
    expect(run.code).toBe(0);
    expect(digestOf(out)).toEqual(digestOf((await builtExample()).folder));
  } finally {
    removeFolder(other);
  }
}, 120_000);

/** Every file of a folder with the hash of its bytes. */
function digestOf(root: string): Readonly<Record<string, string>> {
  const paths = (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => statSync(join(root, path)).isFile())
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      relative('.', path),
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  );
}
