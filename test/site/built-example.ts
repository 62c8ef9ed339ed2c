// The built example: one build serves all test files of a run, whichever worker needs it first.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { rebaseSite } from '../../src/project/index.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, repository } from './run-stele.ts';

export interface BuiltExample {
  /** The folder of the site. Other tests use it too, so nobody changes its files. */
  readonly folder: string;
  /** What the build printed. */
  readonly stderr: string;
}

/**
 * The example, built under a base path. Only the first caller of a run waits for a build. A site with a base is a copy
 * in which the addresses that depend on the base are changed, which gives the same bytes (rebase-site.long.test.ts).
 * @param base path with `/` at both ends
 */
export async function builtExample(base = '/'): Promise<BuiltExample> {
  const made = await makeOnce(`example${base.replaceAll('/', '-')}`, async (to) => {
    if (base === '/') {
      const { folder, stderr } = await buildSite(join(repository, 'content'));
      cpSync(folder, join(to, 'site'), { recursive: true });
      removeFolder(join(folder, '..'));
      writeFileSync(join(to, 'stderr.txt'), stderr);
      return;
    }
    const { folder, stderr } = await builtExample();
    cpSync(folder, join(to, 'site'), { recursive: true });
    await rebaseSite(join(to, 'site'), base);
    writeFileSync(join(to, 'stderr.txt'), stderr);
  });
  return { folder: join(made, 'site'), stderr: readFileSync(join(made, 'stderr.txt'), 'utf8') };
}

/**
 * Makes a folder in the folder of this run, unless another worker has made it. While another worker makes it, waits.
 * @param make fills an empty folder; if it fails, the next caller makes it again
 */
async function makeOnce(name: string, make: (to: string) => Promise<void>): Promise<string> {
  const done = join(inject('runFolder'), name);
  const draft = `${done}.draft`;
  while (!existsSync(done)) {
    if (!tryMakeFolder(draft)) {
      await wait(50);
      continue;
    }
    try {
      await make(draft);
      renameSync(draft, done);
    } catch (error) {
      removeFolder(draft);
      throw error;
    }
  }
  return done;
}

/** Whether this call has made the folder. Only one of several workers can. */
function tryMakeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
