// Builds that change a site in place and write drawn pages into the cache, on a machine that fails: the process is killed
// at a write, rename, link or removal, the disk is full, the cache is read-only, another build runs, files change
// meanwhile, clocks jump. After each the last site or the new one is there, and the next build is right; after every
// other fault the edit is undone first. Each single call of the changes: test/project/change-site-faults.test.ts.
// `STELE_KILLS=200 npm run test:long -- test/faults/change` kills builds of edits that are compiled alone at each call.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doorsSite } from '../cli/doors-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import { differences, runWithFault, stateOf, type Ended, type Fault } from './run-with-fault.ts';

type Site = ReadonlyMap<string, string>;

let root: string;
const at = (path: string): string => join(root, path);
const page = 'content/guides/open.mdx';
const sample = 'content/guides/_samples/push.js';
const navigation = 'content/guides/_navigation.mdx';
const settings = 'content/site.yaml';
const site = (): Site => stateOf(at('dist'));
let edits = 0;

/** Edits of a file. Each text is new, so that pages are drawn and written into the cache. */
const ways = {
  /** Words that stand in lists of pages: everything is compiled. */
  page: { path: page, write: (n: number) => `# Open\n\nPush ${n} times. [Close](/guides/close)\n` },
  words: { path: page, write: (n: number) => `# Open\n\nPush.\n\nThen pull ${n} times. [Close](/guides/close)\n` },
  sample: { path: sample, write: (n: number) => `push(${n});\n` },
  /** A link of a navigation: every page of its section is drawn. */
  title: {
    path: navigation,
    write: (n: number) =>
      `---\ntitle: Guides\nlinks:\n  - title: Open ${n} times\n    url: /guides/open\n` +
      ['close', 'push'].map((name) => `  - title: ${name}\n    url: /guides/${name}\n`).join('') +
      '---\n',
  },
  /** The colour of links: every page gets the name of another style sheet. */
  accent: {
    path: settings,
    write: (n: number) => `${doorsSite[settings]}accent: '#1234${(16 + n).toString(16)}'\n`,
  },
} as const;
type Way = keyof typeof ways;

/** Makes an edit. */
function edit(way: Way = 'page'): void {
  writeFileSync(at(ways[way].path), ways[way].write(++edits));
}

beforeEach(async () => {
  root = temporaryFolder();
  const shown = '# Push\n\n<CodeBlock title="Push" file="push" />\n';
  for (const [path, text] of Object.entries({
    ...doorsSite,
    [page]: ways.words.write(0),
    [sample]: ways.sample.write(0),
    [navigation]: ways.title.write(0),
    [settings]: ways.accent.write(0),
    'content/guides/push.mdx': shown,
  })) {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  }
  mkdirSync(at('node_modules'));
  await build();
});
afterEach(() => removeFolder(root));

/** A build without a fault, in the same environment as those with faults. */
async function build(...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runWarm(['build', ...args], { cwd: root });
  expect(code, stderr).toBe(0);
  return stderr;
}

/** The site of a build from nothing. */
async function cleanSite(): Promise<Site> {
  await build('--no-cache', '--out', 'clean');
  return stateOf(at('clean'));
}

/** Expects the next build to give a site, and to leave no temporary file. */
async function expectNext(wanted: Site): Promise<void> {
  await build();
  expect(differences(site(), wanted)).toEqual([]);
  expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
}

interface Tried {
  readonly ended: Ended;
  readonly before: Site;
  readonly after: Site;
  /** The site that the build has left. */
  readonly left: Site;
}

/** Edits, and builds with a fault. Then the next build must be right, for the edit or for its undoing. */
async function tryFault(fault: Fault, isUndone: boolean, way: Way = 'page'): Promise<Tried> {
  const { path } = ways[way];
  const [before, text] = [site(), readFileSync(at(path), 'utf8')];
  edit(way);
  const after = await cleanSite();
  const ended = await runWithFault(root, ['build'], fault);
  const left = site();
  if (isUndone) writeFileSync(at(path), text);
  await expectNext(isUndone ? before : after);
  return { ended, before, after, left };
}

/** The number of calls that an edit and a build make. */
async function countCalls(kind: string, way: Way = 'page'): Promise<number> {
  edit(way);
  const { code, counts, stderr } = await runWithFault(root, ['build']);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('addresses drawn anew');
  // Progress is shown where everything is compiled.
  expect(stderr.includes('Drawing pages')).toBe(way === 'page');
  return counts.get(kind)!;
}

/** Numbers of calls from the first to the last one, evenly apart. */
function spread(calls: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => 1 + Math.round((i * (calls - 1)) / (count - 1)));
}

const patience = 10 * 60_000;

/** Kills builds after an edit at some of their changes of the disk. */
async function killBuilds(way: Way, calls: number, count: number): Promise<void> {
  for (const [i, call] of spread(calls, Math.min(count, calls)).entries()) {
    const { ended, before, after, left } = await tryFault(
      { folder: 'any', operation: 'change', call, code: 'SIGKILL' },
      i % 2 === 1,
      way,
    );
    expect([ended.code, ended.failed]).toEqual(['SIGKILL', expect.stringContaining('failed')]);
    if (way !== 'page') expect(ended.stderr).not.toContain('Drawing pages');
    const foreign = [...left].filter(([path, hash]) => before.get(path) !== hash && after.get(path) !== hash);
    expect(foreign, ended.failed).toEqual([]);
  }
}

test(
  'a kill at any change of the disk leaves whole files, and the next build is right',
  { timeout: patience },
  async () => {
    const calls = await countCalls('any change');
    expect(calls).toBeGreaterThan(100);
    await killBuilds('page', Math.floor(calls * 0.95), 16);
  },
);

test.each(['words', 'sample', 'title', 'accent'] as const)(
  'so does a kill of a build that compiles an edit of %s alone',
  { timeout: patience },
  async (way) => {
    // Files that have just been written count as changed.
    await new Promise((done) => setTimeout(done, 2_100));
    await build();
    const calls = await countCalls('any change', way);
    expect(calls).toBeGreaterThan(20);
    await killBuilds(way, Math.floor(calls * 0.95), Number(env['STELE_KILLS'] ?? 6));
  },
);

test('on a full disk the last site stays whole, and the message helps', { timeout: patience }, async () => {
  const calls = await countCalls('any fill');
  for (const [i, call] of spread(calls, 6).entries()) {
    const { ended, before, after, left } = await tryFault(
      { folder: 'any', operation: 'fill', call, code: 'ENOSPC', isLasting: true },
      i % 2 === 1,
    );
    expect(differences(left, ended.code === 0 ? after : before), ended.failed).toEqual([]);
    if (ended.code === 0) continue;
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(/cannot be written: .*\(ENOSPC\)\.\n→ \S/)]);
  }
});

test('a cache that cannot be written costs only time', { timeout: patience }, async () => {
  const { ended, after, left } = await tryFault(
    { folder: 'cache', operation: 'change', call: 1, code: 'EROFS', isLasting: true },
    false,
  );
  expect(ended.code).toBe(0);
  expect(differences(left, after)).toEqual([]);
});

test('two builds at once give one site', { timeout: patience }, async () => {
  edit();
  const after = await cleanSite();
  const both = await Promise.all([runWithFault(root, ['build']), build()]);
  expect(both[0].code, both[0].stderr).toBe(0);
  expect(differences(site(), after)).toEqual([]);
  await expectNext(after);
});

test('a file that changes during a build is in the next one', { timeout: patience }, async () => {
  for (const [operation, call] of [
    ['readFile', 1],
    ['readdir', 2],
    ['lstat', 4],
  ] as const) {
    const world = { edit: { file: at('content/guides/close.mdx'), text: `# Close\n\nMore ${++edits}.\n` } };
    edit();
    const { code, failed, stderr } = await runWithFault(
      root,
      ['build'],
      { folder: 'content', operation, call, code: 'EDIT' },
      world,
    );
    expect([code, failed], stderr).toEqual([0, expect.stringContaining('EDIT')]);
    await expectNext(await cleanSite());
  }
});

test.each([-86_400_000, 86_400_000])(
  'a build with a clock that is wrong by %i ms is followed by a right one',
  { timeout: patience },
  async (clock) => {
    edit();
    expect((await runWithFault(root, ['build'], undefined, { clock })).code).toBe(0);
    edit();
    await expectNext(await cleanSite());
  },
);

test('an edit of the same size in one step of coarse times is seen', { timeout: patience }, async () => {
  const step = (): number => Math.floor(statSync(at(page)).mtimeMs / 2_000);
  const textOf = (times: number): string => `# Open\n\nPush ${times} times.\n`;
  let isInOneStep = false;
  for (let times = 100; !isInOneStep && times < 110; times += 2) {
    writeFileSync(at(page), textOf(times));
    const first = step();
    // The file changes again when the build has read it.
    const { code, failed } = await runWithFault(
      root,
      ['build'],
      { folder: 'output', operation: 'mkdir', call: 5, code: 'EDIT' },
      { isCoarse: true, edit: { file: at(page), text: textOf(times + 1) } },
    );
    expect([code, failed]).toEqual([0, expect.stringContaining('EDIT')]);
    isInOneStep = step() === first;
    expect((await runWithFault(root, ['build'], undefined, { isCoarse: true })).stderr).toMatch(/^Built /m);
    expect(differences(site(), await cleanSite())).toEqual([]);
  }
  expect(isInOneStep).toBe(true);
});
