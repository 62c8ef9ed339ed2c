// A small site that tests change with edits of several kinds, and build on a machine that fails.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, expect } from 'vitest';
import { doorsSite } from '../cli/doors-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import { differences, runWithFault, stateOf, type Ended, type Fault } from './run-with-fault.ts';

export type Site = ReadonlyMap<string, string>;

export let root: string;
export const at = (path: string): string => join(root, path);
export const page = 'content/guides/open.mdx';
const sample = 'content/guides/_samples/push.js';
const navigation = 'content/guides/_navigation.mdx';
const settings = 'content/site.yaml';
export const site = (): Site => stateOf(at('dist'));
let edits = 0;

/** A new number, for texts of edits. */
export const nextNumber = (): number => ++edits;

/** Edits of a file. Each text is new, so that pages are drawn and written into the cache. */
export const ways = {
  /** A key that is part of the face of a page: everything is compiled. */
  page: {
    path: page,
    write: (n: number) => `---\nicon: door-${n}\n---\n# Open\n\nPush ${n} times. [Close](/guides/close)\n`,
  },
  /** Words that stand in lists of pages: the lists are written anew, too. */
  listed: { path: page, write: (n: number) => `# Open ${n}\n\nPush ${n} times. [Close](/guides/close)\n` },
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
    write: (n: number) => `${doorsSite[settings]}accent: '#${(0x123400 + n).toString(16)}'\n`,
  },
} as const;
export type Way = keyof typeof ways;

/** Makes an edit. */
export function edit(way: Way = 'page'): void {
  writeFileSync(at(ways[way].path), ways[way].write(nextNumber()));
}

/** Makes the site in a new folder before each test of a file, builds it, and removes it after the test. */
export function setUpChangedSite(): void {
  beforeEach(makeSite);
  afterEach(() => removeFolder(root));
}

async function makeSite(): Promise<void> {
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
}

/** A build without a fault, in the same environment as those with faults. */
export async function build(...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runWarm(['build', ...args], { cwd: root });
  expect(code, stderr).toBe(0);
  return stderr;
}

/** The site of a build from nothing. */
export async function cleanSite(): Promise<Site> {
  await build('--no-cache', '--out', 'clean');
  return stateOf(at('clean'));
}

/** Expects the next build to give a site, and to leave no temporary file. */
export async function expectNext(wanted: Site): Promise<void> {
  await build();
  expect(differences(site(), wanted)).toEqual([]);
  expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
}

export interface Tried {
  readonly ended: Ended;
  readonly before: Site;
  readonly after: Site;
  /** The site that the build has left. */
  readonly left: Site;
}

/** Edits, and builds with a fault. Then the next build must be right, for the edit or for its undoing. */
export async function tryFault(fault: Fault, isUndone: boolean, way: Way = 'page'): Promise<Tried> {
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
export async function countCalls(kind: string, way: Way = 'page'): Promise<number> {
  edit(way);
  const { code, counts, stderr } = await runWithFault(root, ['build']);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('addresses drawn anew');
  // Progress is shown where everything is compiled.
  expect(stderr.includes('Drawing pages')).toBe(way === 'page');
  return counts.get(kind)!;
}

/** Numbers of calls from the first to the last one, evenly apart. */
export function spread(calls: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => 1 + Math.round((i * (calls - 1)) / (count - 1)));
}

/** A run of all kills takes long on a busy machine. */
export const patience = (env['STELE_KILLS'] === undefined && env['STELE_MOMENTS'] === undefined ? 20 : 120) * 60_000;

/** How often a test repeats a fault: as often as wanted, at most as often as there are calls. */
export const repeat = (usual: number): number => Number(env['STELE_KILLS'] ?? usual);

/** Lets builds trust the times of all files: those that have just been written count as changed. */
export async function settle(way: Way): Promise<void> {
  if (way === 'page') return;
  await new Promise((done) => setTimeout(done, 2_100));
  await build();
}
