// Each kind of call to the file system fails once, in all folders that a command uses. Whatever fails, the command
// prints a message that helps, no site is wrong, and no temporary file stays.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import {
  makeTemplate,
  runWithFault,
  tryFault,
  type Fault,
  type FaultCode,
  type FolderClass,
  type Template,
} from './run-with-fault.ts';

/** The kinds of calls of a build. Reads of native code (the bundler, compiled modules) are not among them. */
const kinds: Readonly<Record<FolderClass, readonly string[]>> = {
  content: ['close', 'fstat', 'lstat', 'open', 'read', 'readFile', 'readdir', 'realpath', 'stat'],
  output: [
    'close',
    'exists',
    'fstat',
    'link',
    'lstat',
    'mkdir',
    'open',
    'read',
    'readFile',
    'readdir',
    'readlink',
    'realpath',
    'rename',
    'rm',
    'rmdir',
    'stat',
    'unlink',
    'write',
    'writeFile',
  ],
  cache: ['open', 'readFile', 'readdir', 'rename', 'stat', 'writeFile'],
  package: ['access', 'close', 'exists', 'open', 'read', 'readFile', 'realpath', 'stat'],
};

const codes: readonly FaultCode[] = ['EACCES', 'ENOSPC', 'EMFILE', 'EIO', 'EROFS', 'EBUSY'];
const seed = 20_261_126;

/** Commands other than `build`, each with its number of faults: 200 in total. */
const commands: readonly (readonly [args: readonly string[], faults: number])[] = [
  [['check'], 45],
  [['export', '--out', 'out.json'], 50],
  [['new', 'page', 'guides/window'], 50],
  [['rename', 'door.id', 'door.identifier'], 45],
  [['schema', 'page', '--content', 'content'], 10],
];

let root: string;
let template: Template;
beforeAll(async () => {
  root = temporaryFolder();
  mkdirSync(join(root, 'template'));
  template = await makeTemplate(join(root, 'template'));
});
afterAll(() => removeFolder(root));

let copies = 0;
const copyFolder = (): string => join(root, `copy-${++copies}`);

/** Whether a run has no caches. A copy finds those of the template, and a build then writes few files into them. */
const isCold = ([command]: readonly string[], run = 0): boolean => command === 'build' || run % 2 === 1;

/** Distributes faults over the kinds of calls of a command, and over the calls of each kind. */
async function planFaults(
  args: readonly string[],
  count: number,
  from: readonly FaultCode[],
  only = /./,
): Promise<readonly Fault[]> {
  const copy = copyFolder();
  cpSync(template.folder, copy, { recursive: true });
  if (isCold(args)) rmSync(join(copy, 'node_modules/.cache'), { recursive: true, force: true });
  const { counts } = await runWithFault(copy, args);
  if (args[0] === 'build') {
    const missing = Object.entries(kinds).flatMap(([folder, operations]) =>
      operations.map((operation) => `${folder} ${operation}`),
    );
    expect(missing.filter((kind) => !counts.has(kind))).toEqual([]);
  }
  const random = createRandom(seed);
  const found = [...counts].filter(([kind]) => only.test(kind)).sort();
  return Array.from({ length: count }, (_, i) => {
    const [kind, calls] = found[i % found.length]!;
    const [folder, operation] = kind.split(' ') as [FolderClass, string];
    return { folder, operation, call: 1 + random.integer(calls), code: random.pick(from) };
  });
}

const tally = { faults: 0, failed: 0, bugs: 0, wrongSites: 0, left: 0 };

/** Runs a command once for each fault, two at a time. Returns the problems. */
async function tryAll(args: readonly string[], faults: readonly Fault[]): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [...faults.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, fault] = next;
      const { ended, problems } = await tryFault(template, copyFolder(), args, fault, isCold(args, i));
      tally.faults++;
      if (ended.failed !== undefined) tally.failed++;
      if (ended.code === 70) tally.bugs++;
      if (problems.some((problem) => problem.startsWith('a wrong site'))) tally.wrongSites++;
      if (problems.some((problem) => problem.startsWith('left'))) tally.left++;
      if (problems.length > 0)
        found.push(`${JSON.stringify(fault)}: ${problems.join('; ')}\n${ended.failed}\n${ended.stderr}`);
    }
  };
  await Promise.all([work(), work()]);
  return found;
}

/** Builds take most of the time, since after each fault a second build must succeed. */
const builds = 100;
const slices = 4;

/** Milliseconds for one test, on a busy machine. */
const patience = 20 * 60_000;

test.each(Array.from({ length: slices }, (_, i) => i))(
  'stele build, part %i',
  async (part) => {
    const faults = await planFaults(['build'], builds, codes);
    const size = builds / slices;
    expect(await tryAll(['build'], faults.slice(part * size, (part + 1) * size))).toEqual([]);
  },
  patience,
);

test.each(commands)(
  'stele %j with %i faults',
  async (args, count) => {
    expect(await tryAll(args, await planFaults(args, count, codes))).toEqual([]);
  },
  patience,
);

test('300 faults cause no bug, no wrong site and no leftovers', () => {
  console.log(`Faults: ${JSON.stringify(tally)}`);
  expect(tally).toMatchObject({ faults: 300, bugs: 0, wrongSites: 0, left: 0 });
  // Some faults have no effect: with cold caches there are fewer calls of a kind than were counted.
  expect(tally.failed).toBeGreaterThan(270);
});

test(
  'a build that a signal ends at any time keeps the last site and leaves nothing else',
  async () => {
    expect(
      await tryAll(
        ['build'],
        await planFaults(
          ['build'],
          24,
          ['SIGINT', 'SIGTERM'],
          /^(?:output|content|package) (?:open|mkdir|rename|readFile|readdir|writeFile|realpath|unlink)$/,
        ),
      ),
    ).toEqual([]);
  },
  patience,
);

test(
  'reads and writes of fewer bytes than requested change no result',
  async () => {
    expect(
      await tryAll(
        ['build'],
        await planFaults(['build'], 12, ['SHORT'], /^(?:output|content|cache|package) (?:read|write)$/),
      ),
    ).toEqual([]);
  },
  patience,
);
