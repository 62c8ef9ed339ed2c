// Random changes of a content folder, as editors, formatters, git and people make them. The same seed gives the same
// changes.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { git as runGit } from '../git.ts';
import { createRandom, type Random } from '../../scripts/bench/seeded-random.ts';

export interface RandomChanges {
  /** Makes one change and returns its description. */
  next(): string;
}

/**
 * Changes of `<root>/content`, which is filled first. `root` becomes a git repository; files are moved into it.
 * @param siteFile text of `content/site.yaml`, which only changes by git and of the whole folder affect
 */
export function startRandomChanges(root: string, seed: number, siteFile?: string): RandomChanges {
  const random = createRandom(seed);
  const content = join(root, 'content');
  const git = (...args: readonly string[]): string => runGit(root, args).trim();
  let made = 0;
  /** Every fourth page has a finding. */
  const pageText = (): string => {
    made++;
    return `---\n${made % 4 === 0 ? `titel: x${made}\n` : ''}title: Page\n---\n\nText number${made}end.\n`;
  };
  const write = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, pageText());
  };
  const replace = (path: string): void => {
    const draft = join(root, `draft-${made}`);
    writeFileSync(draft, pageText());
    renameSync(draft, path);
  };
  for (const name of ['index.mdx', 'guides/a.mdx', 'guides/b.mdx', 'guides/deep/c.mdx', 'notes/d.md']) {
    write(join(content, name));
  }
  if (siteFile !== undefined) writeFileSync(join(content, 'site.yaml'), siteFile);
  git('init', '-q');
  const commits: string[] = [];
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'state');
    commits.push(git('rev-parse', 'HEAD'));
  };
  commit();

  const pages = (): readonly string[] => list(content).filter((path) => /\.mdx?$/.test(path));
  const folders = (): readonly string[] => list(content, true);
  const free = (folder: string): string => join(folder, `n${made++}`);
  const somePage = (): string => random.pick(pages());
  const changes: Readonly<Record<string, () => string>> = {
    'write in place': () => touchUp(somePage(), write),
    'replace by rename': () => touchUp(somePage(), replace),
    'replace by rename again': () => touchUp(somePage(), replace),
    'remove and write anew': () =>
      touchUp(somePage(), (path) => {
        rmSync(path);
        write(path);
      }),
    'keep a backup as vim does': () =>
      touchUp(somePage(), (path) => {
        renameSync(path, `${path}~`);
        write(path);
        rmSync(`${path}~`);
      }),
    delete: () => (pages().length > 3 ? touchUp(somePage(), (path) => rmSync(path)) : touchUp(somePage(), write)),
    create: () => touchUp(`${free(random.pick([content, ...folders()]))}.mdx`, write),
    'create in a new folder': () => touchUp(`${free(free(random.pick([content, ...folders()])))}.mdx`, write),
    'move a page': () => {
      const [from, to] = [somePage(), `${free(content)}.mdx`];
      renameSync(from, to);
      return `${from} to ${to}`;
    },
    'rename a folder': () => {
      const from = pick(random, folders()) ?? newFolder(write, free(content));
      const to = free(dirname(from));
      renameSync(from, to);
      return `${from} to ${to}`;
    },
    'move a folder away and back': () => {
      const from = pick(random, folders()) ?? newFolder(write, free(content));
      renameSync(from, join(root, 'away'));
      renameSync(join(root, 'away'), from);
      return touchUp(list(from).find((path) => /\.mdx?$/.test(path)) ?? `${free(from)}.mdx`, write);
    },
    'remove a folder': () => {
      const path = newFolder(write, free(content));
      rmSync(path, { recursive: true });
      return path;
    },
    'check out another commit': () => {
      commit();
      git('checkout', '-q', '-f', random.pick(commits));
      return git('rev-parse', '--short', 'HEAD');
    },
    'move the content away and back': () => {
      renameSync(content, join(root, 'moved'));
      if (random.chance(0.5)) execFileSync('sleep', ['0.3']);
      renameSync(join(root, 'moved'), content);
      return touchUp(somePage(), random.chance(0.5) ? write : replace);
    },
    'copy the content, remove it, and move the copy there': () => {
      execFileSync('cp', ['-a', content, join(root, 'copy')]);
      rmSync(content, { recursive: true });
      renameSync(join(root, 'copy'), content);
      return touchUp(somePage(), random.chance(0.5) ? write : replace);
    },
    'remove the content and write it anew': () => {
      const site = siteFile === undefined ? [] : [['site.yaml', siteFile] as const];
      rmSync(content, { recursive: true });
      mkdirSync(content);
      for (const [name, text] of site) writeFileSync(join(content, name), text);
      for (const name of ['index.mdx', 'guides/a.mdx', 'guides/deep/c.mdx', 'notes/d.md']) write(join(content, name));
      return content;
    },
    'touch without a change': () =>
      touchUp(somePage(), (path) => utimesSync(path, new Date(1_700_000_000_000 + made * 1000), new Date())),
    'a burst': () => {
      for (let i = 0; i < 30; i++) (i % 2 === 0 ? write : replace)(somePage());
      return '30 writes';
    },
    'link a folder inside the content': () => {
      const target = pick(random, folders()) ?? newFolder(write, free(content));
      const path = free(content);
      symlinkSync(join('.', basename(target)), path);
      return `${path} to ${target}`;
    },
  };
  const names = Object.keys(changes);
  return {
    next() {
      const name = random.pick(names);
      return `${name}: ${changes[name]!()}`;
    },
  };
}

function touchUp(path: string, change: (path: string) => void): string {
  change(path);
  return path;
}

function newFolder(write: (path: string) => void, path: string): string {
  write(join(path, 'x.mdx'));
  return path;
}

function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : random.pick(list);
}

/** The files, or the folders, below a folder. Links are not followed and not listed. */
function list(folder: string, isFolders = false): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => (isFolders ? entry.isDirectory() : entry.isFile()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
