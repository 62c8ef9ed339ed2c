// What killed commands leave in a folder, and how the next command undoes it.

import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasKilled, undoKilled, writeChanges } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
const at = (path: string): string => join(folder, path);
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('a.mdx'), 'a\r\n');
  writeFileSync(at('b.mdx'), '\ufeffb\n');
});
afterEach(() => removeFolder(folder));

const state = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .sort()
      .map((path) => [path, statSync(at(path)).isFile() ? readFileSync(at(path), 'utf8') : 'folder']),
  );
const temporary = (): readonly string[] =>
  Object.keys(state()).filter((path) => basename(path).startsWith('.') || path.endsWith('.draft'));
const journal = (): string => temporary().find((path) => path.startsWith('.stele-'))!;

const changes = [
  { path: 'a.mdx', before: 'a\r\n', after: 'A\r\n' },
  { path: 'b.mdx', before: 'b\n', after: 'B\n' },
  { path: 'c/d/e.mdx', after: 'E\n' },
];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Stops at a step for ever, as a killed process does, before or after the step is made. The journal then names a process
 * that does not run.
 */
async function killAt(step: number, isAfter = false): Promise<void> {
  const known = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  let calls = 0;
  await new Promise<void>((stopped) => {
    const count = async (work: () => void): Promise<void> => {
      const isStop = ++calls === step;
      if (!isStop || isAfter) work();
      if (!isStop) return;
      stopped();
      await new Promise(() => {});
    };
    void writeChanges(folder, changes, {
      rename: (from, to) => count(() => renameSync(from, to)),
      link: (from, to) => count(() => linkSync(from, to)),
    });
  });
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!known.get(signal)!.includes(listener)) process.off(signal, listener);
    }
  }
  endHolder();
}

function endHolder(): void {
  const text = readFileSync(at(journal()), 'utf8');
  writeFileSync(at(journal()), text.replace(/"pid":\d+/, '"pid":0'));
}

const nothing = { undone: [], kept: [], hasFound: false };

// Two second names, then two renames and a new file.
test.each([
  [1, false, []],
  [2, true, []],
  [3, false, []],
  [3, true, ['a.mdx']],
  [4, true, ['a.mdx', 'b.mdx']],
  [5, false, ['a.mdx', 'b.mdx']],
  [5, true, ['a.mdx', 'b.mdx', 'c/d/e.mdx']],
])('undoes what a command has left that was killed at step %i of 5 (made: %o)', async (step, isAfter, undone) => {
  const before = state();
  await killAt(step, isAfter);
  expect(journal()).toMatch(/\.changing$/);
  expect(await hasKilled(folder)).toBe(true);
  expect(await undoKilled(folder)).toEqual({ undone, kept: [], hasFound: true });
  expect(state()).toEqual(before);
  expect(await hasKilled(folder)).toBe(false);
  expect(await undoKilled(folder)).toEqual(nothing);
});

test('keeps what somebody has written since, and the file as it was before', async () => {
  await killAt(5, true);
  writeFileSync(at('a.mdx'), 'Mine\n');
  writeFileSync(at('c/d/e.mdx'), 'Mine, too\n');
  const { undone, kept } = await undoKilled(folder);
  expect([undone, kept.map(([path]) => path)]).toEqual([['b.mdx'], ['a.mdx']]);
  const [[, old] = []] = kept;
  expect(state()).toMatchObject({
    'a.mdx': 'Mine\n',
    [old!]: 'a\r\n',
    'b.mdx': '\ufeffb\n',
    'c/d/e.mdx': 'Mine, too\n',
  });
  expect(temporary()).toEqual([old]);
});

test('removes only temporary files if all changes were made', async () => {
  await killAt(5, true);
  renameSync(at(journal()), at(journal().replace(/changing$/, 'changed')));
  expect(await undoKilled(folder)).toEqual({ undone: [], kept: [], hasFound: true });
  expect(state()).toEqual({ 'a.mdx': 'A\r\n', 'b.mdx': '\ufeffB\n', c: 'folder', 'c/d': 'folder', 'c/d/e.mdx': 'E\n' });
});

test('leaves the files of a running command alone, and removes an incomplete journal', async () => {
  await killAt(4, true);
  const file = at(journal());
  const text = readFileSync(file, 'utf8');
  const { holder } = JSON.parse(text) as { readonly holder: object };
  writeFileSync(file, JSON.stringify({ ...JSON.parse(text), holder: { ...holder, pid: process.pid } }));
  writeFileSync(at('.stele-1-00000000.changing.4194999-00000000.draft'), '{');
  expect(await undoKilled(folder)).toEqual({ ...nothing, hasFound: true });
  expect(temporary()).toContain(journal());
  expect(temporary().filter((path) => path.endsWith('.draft'))).toEqual([]);
});

test('a journal changes no file outside of its folder, and removes only temporary files', async () => {
  await killAt(4, true);
  const inner = at('inner');
  mkdirSync(inner);
  renameSync(at(journal()), join(inner, journal()));
  const name = readdirSync(inner)[0]!;
  const text = readFileSync(join(inner, name), 'utf8');
  const before = state();
  type Change = (entry: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  const changed: readonly Change[] = [
    (entry) => ({ ...entry, path: `../${entry['path']}` }),
    (entry) => ({ ...entry, draft: `../${entry['draft']}` }),
    (entry) => ({ ...entry, draft: 'a.mdx', old: 'b.mdx' }),
  ];
  for (const change of changed) {
    const journal = JSON.parse(text) as { readonly files: readonly Readonly<Record<string, string>>[] };
    writeFileSync(
      join(inner, name),
      JSON.stringify({ ...journal, files: journal.files.slice(0, 2).map(change), folders: ['..'] }),
    );
    expect(await undoKilled(inner)).toEqual({ ...nothing, hasFound: true });
    rmSync(join(inner, name), { force: true });
  }
  delete (before as Record<string, string>)[`inner/${name}`];
  expect(state()).toEqual(before);
});
