// A site that is built in three parts: `part-1-of-3`, `part-2-of-3` and `part-3-of-3`.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import type { CommandFolder } from './command-folder.ts';

/** Writes the site and builds its parts for the tests of a file. */
export function setUpSiteParts(): CommandFolder {
  let folder: string;
  const run: CommandFolder['run'] = (...args) => runWarm(args, { cwd: folder });
  beforeAll(async () => {
    folder = temporaryFolder();
    const content = join(folder, 'content');
    await mkdir(join(content, 'guides'), { recursive: true });
    await mkdir(join(folder, 'public'));
    await writeFile(join(folder, 'public/robots.txt'), 'User-agent: *\n');
    await writeFile(
      join(content, 'site.yaml'),
      'title: T\nlanguages: [js, go]\nurl: https://example.com/docs\nredirects:\n  /old: /guides/a\n',
    );
    await writeFile(join(content, 'index.mdx'), '# Home\n\n[A](/guides/a)\n');
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await writeFile(join(content, `guides/${name}.mdx`), `# ${name}\n\nText about ${name}: [B](/guides/b).\n`);
    }
    for (const index of [1, 2, 3]) {
      const { code, stderr } = await run('build', '--shard', `${index}/3`, '--out', `part-${index}-of-3`);
      expect([code, stderr]).toEqual([0, expect.stringContaining(`part ${index} of 3`)]);
    }
  });
  afterAll(() => removeFolder(folder));
  return { at: (path = '') => join(folder, path), run };
}
