// Each call of the file system during changes of a site fails once, or is the last one before the process is killed.

import fs, { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { finishChanges, hasUnfinished, makeChanges } from '../../src/project/change-site.ts';
import { listSiteFiles } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { changes, writeNew, writeOld } from './changed-site.ts';

/** The call that fails, counted from 1; 0 for none. After a kill, all calls fail; on a full disk, all that need room. */
const fault = { at: 0, calls: 0, kills: false, fills: false, code: 'EIO' };
const filling = ['copyFileSync', 'linkSync', 'mkdirSync', 'writeFileSync', 'writeSync'];

const names = [
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'readSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'writeFileSync',
  'writeSync',
] as const;
const functions = fs as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
const real = new Map(names.map((name) => [name, functions[name]!]));

/** Puts functions in the place of those of `node:fs`, also for modules that have imported them. */
function replaceFunctions(
  replace: (name: string, original: (...args: readonly unknown[]) => unknown) => unknown,
): void {
  for (const [name, original] of real) functions[name] = replace(name, original) as (typeof functions)[string];
  syncBuiltinESMExports();
}

beforeAll(() =>
  replaceFunctions((name, original) => (...args: readonly unknown[]): unknown => {
    fault.calls++;
    const isOver = fault.at > 0 && fault.calls >= fault.at && (fault.kills || (fault.fills && filling.includes(name)));
    if (isOver || fault.calls === fault.at)
      throw Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code });
    return original(...args);
  }),
);
afterAll(() => replaceFunctions((_name, original) => original));

let root: string;
const place = (): string => join(root, 'dist');
const build = (): string => join(root, '.dist.building-1-a');

beforeEach(() => {
  Object.assign(fault, { at: 0, calls: 0, kills: false, fills: false, code: 'EIO' });
  root = temporaryFolder();
  writeOld(place());
  writeNew(build());
  fault.calls = 0;
});
afterEach(() => {
  fault.at = 0;
  removeFolder(root);
});

async function siteNow(): Promise<string> {
  const files = await listSiteFiles(place());
  return files.map((path) => `${path} ${readFileSync(join(place(), path), 'utf8')}`).join('\n');
}

const before =
  'a/index.html old\nb/index.html old\nc/index.html old\nd/index.html old\ne.json old\nf/index.html old\ng/index.html old\nold/one/d.json old\nsame/index.html old';
const after =
  'a/index.html new\nb/index.html new\nc/index.html new\nd/index.html new\nf/index.html new\ng/index.html new\nnew/deep/c.json new\nsame/index.html old';

/** Changes the site with the fault; returns whether it has failed. */
function change(at: number, kills: boolean, code: string): boolean {
  Object.assign(fault, { at, calls: 0, kills, code });
  try {
    makeChanges(build(), place(), changes);
    return false;
  } catch {
    return true;
  } finally {
    fault.at = 0;
  }
}

const most = 40;
const calls = Array.from({ length: most }, (_, i) => i + 1);

test.each(calls)('if call %i fails, the site is as before or as after, and stays so', async (at) => {
  for (const code of ['EIO', 'ENOSPC', 'EACCES']) {
    const hasFailed = change(at, false, code);
    expect(await siteNow()).toBe(hasFailed ? before : after);
    finishChanges(build(), place());
    expect(await siteNow()).toBe(hasFailed ? before : after);
    if (!hasFailed) return;
    writeNew(build());
  }
});

test.each(calls)('if the process is killed at call %i, the next command finishes all changes or none', async (at) => {
  const hasFailed = change(at, true, 'EIO');
  finishChanges(build(), place());
  const now = await siteNow();
  expect(hasFailed ? [before, after] : [after]).toContain(now);
});

test.each(calls)(
  'if the disk is full from call %i on, the site is as before, or the next command finishes it',
  async (at) => {
    fault.fills = true;
    const hasFailed = change(at, false, 'ENOSPC');
    const now = await siteNow();
    const isUnfinished = hasUnfinished(build());
    if (!isUnfinished) expect(now).toBe(hasFailed ? before : after);
    // Until then, each file is an old or a new one, and all new ones that others may name are there.
    else expect(now).toContain('new/deep/c.json new');
    finishChanges(build(), place());
    expect(await siteNow()).toBe(isUnfinished || !hasFailed ? after : before);
    expect(hasUnfinished(build())).toBe(false);
  },
);

test('the number of calls is within the tests above', () => {
  expect(change(0, false, 'EIO')).toBe(false);
  expect(fault.calls).toBeGreaterThan(15);
  expect(fault.calls).toBeLessThan(most);
});
