// Runs a command in a copy of a project while one file system call fails, and reports problems with the result.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repository } from '../site/run-stele.ts';
import { writeFaultSite } from './fault-site.ts';

/** Folders in which calls are counted. */
export const folderClasses = ['content', 'output', 'cache', 'package'] as const;
export type FolderClass = (typeof folderClasses)[number];

/** Errors of the system, a read or write of fewer bytes than requested, and signals during a call. */
export type FaultCode =
  | 'EACCES'
  | 'ENOSPC'
  | 'EMFILE'
  | 'EIO'
  | 'EROFS'
  | 'EBUSY'
  | 'SHORT'
  | 'SIGINT'
  | 'SIGTERM'
  | 'SIGKILL'
  /** A file of the world changes during the call, which succeeds. */
  | 'EDIT';

/**
 * One call that fails: the `call`-th of an operation of `node:fs` in a class of folders; `any` are the output and the
 * cache. The operation `change` means all calls that change the disk, `fill` those that need space.
 */
export interface Fault {
  readonly folder: FolderClass | 'any';
  readonly operation: string;
  readonly call: number;
  readonly code: FaultCode;
  /** Whether all later calls of the kind fail, too. */
  readonly isLasting?: true;
}

/**
 * Files have times in steps. So that much happens in one step on a machine of any speed, clock and times go slower from
 * a time on; earlier times are ten seconds earlier.
 */
export interface CoarseTimes {
  /** Milliseconds. */
  readonly step: number;
  readonly from: number;
  readonly slowness: number;
}

/** The machine that a command finds. */
export interface World {
  /** Milliseconds that the system's clock is ahead of the file system's. */
  readonly clock?: number;
  /** Coarse times of files. */
  readonly coarse?: CoarseTimes;
  /** The file that the fault `EDIT` replaces. */
  readonly edit?: { readonly file: string; readonly text: string };
}

/** The instructions for the preload. */
interface FaultPlan {
  readonly folders: Readonly<Record<FolderClass, readonly string[]>>;
  /** The file that starts the command. */
  readonly start: string;
  readonly fault?: Fault | undefined;
  /** The file for the counts of calls by kind, and the call that failed. */
  readonly log: string;
  readonly world: World;
}

export interface Ended {
  readonly code: number | NodeJS.Signals;
  readonly stderr: string;
  /** The call that failed, with its stack; absent if the run had fewer calls of the kind. */
  readonly failed?: string;
  /** Calls by kind: `output rename` → 9. */
  readonly counts: ReadonlyMap<string, number>;
}

const start = join(repository, 'src/cli/main.ts');
const preload = join(import.meta.dirname, 'fault-preload.mjs');
const compileCache = join(repository, 'node_modules/.cache/fault-modules');
const maxMilliseconds = 120_000;

/** Runs `stele` in a project. */
export function runWithFault(
  project: string,
  args: readonly string[],
  fault?: Fault,
  world: World = {},
): Promise<Ended> {
  const log = `${project}.log`;
  const caches = ['node_modules/.cache', 'node_modules/.vite', 'node_modules/.astro'].map((path) =>
    join(repository, path),
  );
  const folders: FaultPlan['folders'] = {
    content: [join(project, 'content')],
    // A `*` at the end matches all names with this beginning: files that are written beside a path.
    output: [join(project, 'dist'), join(project, '.dist*'), join(project, 'out.json*')],
    cache: [join(project, 'node_modules'), join(project, 'home'), ...caches],
    package: [repository],
  };
  const plan: FaultPlan = { folders, start, fault, log, world };
  const child = spawn(process.execPath, ['--import', preload, start, ...args], {
    cwd: project,
    // Loading modules takes most of the time of a small build.
    env: { ...process.env, ...homeOf(project), NODE_COMPILE_CACHE: compileCache, STELE_FAULTS: JSON.stringify(plan) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), maxMilliseconds);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
      rmSync(log, { force: true });
      const failed = lines.find((line) => line.startsWith('failed '));
      const counts = lines.flatMap((line): readonly (readonly [string, number])[] => {
        const [, kind, count] = /^count (\w+ \w+) (\d+)$/.exec(line) ?? [];
        return kind === undefined ? [] : [[kind, Number(count)]];
      });
      done({ code: code ?? signal!, stderr, counts: new Map(counts), ...(failed === undefined ? {} : { failed }) });
    });
  });
}

function homeOf(project: string): Readonly<Record<string, string>> {
  const home = join(project, 'home');
  return {
    INIT_CWD: project,
    NO_COLOR: '1',
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
  };
}

/** All files and folders below a folder, with a hash of the content of each file. */
export function stateOf(folder: string): ReadonlyMap<string, string> {
  const state = new Map<string, string>();
  if (!existsSync(folder)) return state;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder';
    state.set(relative(folder, path).replaceAll('\\', '/'), content);
  }
  return state;
}

/** Paths in which two states differ. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

/** A project with a valid site, caches, and content that has changed since; and the site of the changed content. */
export interface Template {
  readonly folder: string;
  readonly lastSite: ReadonlyMap<string, string>;
  readonly nextSite: ReadonlyMap<string, string>;
}

export async function makeTemplate(folder: string): Promise<Template> {
  mkdirSync(join(folder, 'home'), { recursive: true });
  writeFaultSite(folder);
  const run = async (...args: readonly string[]): Promise<void> => {
    const { code, stderr } = await runWithFault(folder, args);
    if (code !== 0) throw new Error(`stele ${args.join(' ')} ended with ${code}:\n${stderr}`);
  };
  await run('build');
  await run('check');
  const nextSite = stateOf(join(folder, 'dist'));
  const page = join(folder, 'content/index.mdx');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, '# An older home\n');
  await run('build');
  writeFileSync(page, text);
  return { folder, lastSite: stateOf(join(folder, 'dist')), nextSite };
}

/** Runs a command in a copy of the template with a fault. `isCold`: without the caches of earlier runs. */
export async function tryFault(
  template: Template,
  copy: string,
  args: readonly string[],
  fault: Fault,
  isCold: boolean,
): Promise<{ readonly ended: Ended; readonly problems: readonly string[] }> {
  cpSync(template.folder, copy, { recursive: true });
  try {
    if (isCold) rmSync(join(copy, 'node_modules/.cache'), { recursive: true, force: true });
    const before = stateOf(copy);
    const ended = await runWithFault(copy, args, fault);
    const problems = [...judgeEnd(ended, fault, args[0]!), ...judgeFiles(template, copy, before, ended, args[0]!)];
    const isBuild = args[0] === 'build';
    // After each tenth run, and each run that may have changed something, the next build must be right.
    if (isBuild && (problems.length > 0 || fault.call % 10 === 0)) problems.push(...(await judgeNext(template, copy)));
    return { ended, problems };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Problems of the exit code and the messages. */
function judgeEnd({ code, stderr, failed }: Ended, fault: Fault, command: string): readonly string[] {
  if (failed === undefined) return code === 0 ? [] : [`exit ${code} without a fault`];
  if (fault.code === 'SIGINT' || fault.code === 'SIGTERM') {
    const numbers = { SIGINT: 130, SIGTERM: 143 };
    // Changes of content are made together: a signal ends the command before or after them.
    const isDone = code === 0 && (command === 'new' || command === 'rename');
    return isDone || code === fault.code || code === numbers[fault.code] ? [] : [`exit ${code} after ${fault.code}`];
  }
  if (fault.code === 'SHORT') return code === 0 ? [] : [`exit ${code}: fewer bytes than asked for are no error`];
  if (stderr.includes('bug in Stele')) return ['a bug is told'];
  if (code === 0) return [];
  if (code === 1) return /error unreadable-file[^]*→/.test(stderr) ? [] : ['exit 1 without a finding'];
  if (code !== 2) return [`exit ${code}`];
  return /(?:\S+ cannot be (?:read|written|removed|opened|loaded)|(?:does|do) not exist:\n  \S+)[^]*→ \S/.test(stderr)
    ? []
    : ['exit 2 without path, cause and advice'];
}

/** Problems of the files after the run. */
function judgeFiles(
  template: Template,
  copy: string,
  before: ReadonlyMap<string, string>,
  { code }: Ended,
  command: string,
): readonly string[] {
  const after = stateOf(copy);
  const problems: string[] = [];
  const site = stateOf(join(copy, 'dist'));
  const isDone = code === 0;
  const isSignal = typeof code === 'string' || code === 130 || code === 143;
  // A signal may come before or after the new site replaces the last one.
  const isNext = command === 'build' && (isDone || (isSignal && differences(site, template.nextSite).length === 0));
  const wanted = isNext ? template.nextSite : template.lastSite;
  if (differences(site, wanted).length > 0)
    problems.push(
      `${isDone ? 'a wrong site' : 'the last site is another'}: ${differences(site, wanted).slice(0, 5).join(', ')}`,
    );
  const changed = differences(before, after).filter((path) => !/^(?:dist|home)(?:\/|$)/.test(path));
  const mayChange = (path: string): boolean =>
    /^node_modules\/\.cache(?:\/stele(?:\/pictures)?(?:\/[\w-]+\.(?:json|png))?)?$/.test(path) ||
    (command === 'export' && path === 'out.json') ||
    (isDone && command === 'new' && /^content\/guides\/(?:window|_navigation)\.mdx$/.test(path)) ||
    (isDone && command === 'rename' && path === 'content/reference/door.mdx');
  const wrong = changed.filter((path) => !mayChange(path));
  if (wrong.length > 0) problems.push(`left or changed: ${wrong.slice(0, 5).join(', ')}`);
  const isChanged = changed.some((path) => path.startsWith('content/'));
  if (isDone && (command === 'new' || command === 'rename') && !isChanged)
    problems.push('exit 0, and nothing was done');
  const isMissing = isDone && command === 'export' && !after.has('out.json');
  return isMissing ? [...problems, 'exit 0, and nothing was written'] : problems;
}

/** Problems of the next build, which has no fault. */
async function judgeNext(template: Template, copy: string): Promise<readonly string[]> {
  const { code, stderr } = await runWithFault(copy, ['build']);
  const wrong = differences(stateOf(join(copy, 'dist')), template.nextSite);
  const left = readdirSync(copy).filter((name) => name.startsWith('.dist'));
  return code === 0 && wrong.length + left.length === 0
    ? []
    : [`the next build ends with ${code}: ${[...wrong, ...left].join(', ')} ${stderr}`];
}
