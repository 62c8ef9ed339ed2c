// Random edits of a content folder on the disk, with builds in between, some of them killed: each sequence ends with a
// build that must give the bytes of a build from nothing, and leave unchanged files alone. CI has time for 30 sequences;
// `STELE_SEQUENCES=60 npm run test:long -- test/cli/incremental.long` runs 60, and `STELE_SEED=1` others.

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from '../../scripts/bench/seeded-random.ts';
import { compareSites, listSiteFiles } from '../../src/project/index.ts';
import { compileFiles, readFiles, writeFiles, type ContentFiles } from '../edits/content-files.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { editAtRandom, edits } from '../edits/random-edits.ts';
import { setKey } from '../edits/text-edits.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let root: string;
beforeAll(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'node_modules'));
  mkdirSync(join(root, 'content'));
});
afterAll(() => removeFolder(root));

const content = (): string => join(root, 'content');
const component = '<p class="own"><slot /></p>\n<style>\n.own { color: #123456; }\n</style>\n';

/** Edits that only a disk has, and edits of code. They change `files` as they change the disk. */
const diskEdits: Readonly<Record<string, (files: ContentFiles, random: Random) => void>> = {
  'time stamp only': (files, random) => {
    const path = random.pick([...files.keys()]);
    utimesSync(join(content(), path), new Date(), new Date(1_700_000_000_000 + random.integer(1e9)));
  },
  'same size and time': (files, random) => {
    const path = random.pick([...files.keys()].filter((name) => name.endsWith('.mdx')));
    const text = files.get(path)!;
    const at = text.lastIndexOf('e');
    if (at < 0) return;
    const { atime, mtime } = statSync(join(content(), path));
    files.set(path, `${text.slice(0, at)}a${text.slice(at + 1)}`);
    writeFileSync(join(content(), path), files.get(path)!);
    utimesSync(join(content(), path), atime, mtime);
  },
  'component added': (files) => {
    files.set('_parts/Note.astro', component);
    files.set(
      'site.yaml',
      setKey(files.get('site.yaml') ?? 'title: New\n', 'components', '{ Note: _parts/Note.astro }'),
    );
  },
  'component changed': (files) => void files.set('_parts/Note.astro', component.replace('own', 'mine')),
  'style of a component': (files, random) => {
    const text = files.get('_parts/Note.astro');
    if (text === undefined) return;
    files.set('_parts/Note.astro', text.replace(/#\d{6}/, `#${100_000 + random.integer(899_999)}`));
  },
  'lock file': (_files, random) => writeFileSync(join(root, 'package-lock.json'), `{ "n": ${random.integer(99)} }\n`),
  'component removed': (files) => {
    files.set('site.yaml', setKey(files.get('site.yaml') ?? 'title: New\n', 'components', undefined));
  },
  undo: (files) => restore(files, editedSites['doors']!()),
};

/** Every kind of edit, with the names of its edits. Sequences make them in turn. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  description: ['description', 'link in a description', 'description removed'],
  path: ['path'],
  property: ['property renamed', 'property type', 'property removed', 'property added', 'entity reference'],
  language: ['language of a page removed', 'language of a page renamed', 'site.yaml: languages'],
  entity: ['entity removed', 'entity renamed'],
  text: ['text', 'text removed', 'text added', 'heading', 'title', 'page key', 'line removed', 'line doubled'],
  'page added': ['page added'],
  'page deleted': ['page deleted'],
  'page renamed': ['page renamed', 'page moved', 'page as a folder'],
  'page renamed in case only': ['page renamed in case'],
  sample: ['sample', 'sample removed', 'sample renamed', 'sample in another language'],
  asset: ['picture changed', 'file removed', 'file renamed', 'public file'],
  navigation: Object.keys(edits).filter((name) => name.startsWith('navigation ') && name !== 'navigation title'),
  'title of a link': ['navigation title'],
  'accent colour': ['site.yaml: accent'],
  'site.yaml': Object.keys(edits).filter((name) => name.startsWith('site.yaml: ')),
  flag: ['site.yaml: flags'],
  style: ['site.yaml: fonts', 'style of a component'],
  component: ['component added', 'component changed', 'component removed'],
  'lock file': ['lock file'],
  'time stamp only': ['time stamp only'],
  'same size and time': ['same size and time'],
  undo: ['undo'],
};
const turns: string[] = [];
/** How often each kind was made. */
const made = new Map<string, number>();

function restore(files: ContentFiles, start: ContentFiles): void {
  files.clear();
  for (const [path, text] of start) files.set(path, text);
}

/** A random edit of a kind, if possible one that makes no error: a build with errors leaves no record. */
function editMostlyWell(files: ContentFiles, random: Random, kind: string): string {
  const mayFail = random.chance(0.15);
  const before = new Map(files);
  for (let attempt = 0; attempt < 40; attempt++) {
    // Some kinds have no place in the files, or make an error wherever they are made.
    const isOfKind = attempt < 20;
    const name = isOfKind ? random.pick(kinds[kind]!) : editAtRandom(files, random).kind;
    const disk = diskEdits[name];
    const place = disk ? '' : isOfKind ? edits[name]!(files, random) : '';
    disk?.(files, random);
    const isChanged = files.size !== before.size || [...files].some(([path, text]) => before.get(path) !== text);
    if (place !== undefined && (isChanged || isOfDisk.has(name)) && (disk || mayFail || !hasErrors(files))) {
      if (isOfKind) made.set(kind, (made.get(kind) ?? 0) + 1);
      return `${name} ${place}`;
    }
    restore(files, before);
  }
  return 'none';
}

/** Edits that do not change the texts of the content, or write them themselves. */
const isOfDisk = new Set(['time stamp only', 'same size and time', 'lock file']);

function hasErrors(files: ContentFiles): boolean {
  return compileFiles(files).diagnostics.some(({ severity }) => severity === 'error');
}

/** Makes an edit in memory and on the disk. */
function edit(files: ContentFiles, random: Random): string {
  const before = new Map(files);
  if (turns.length === 0) turns.push(...shuffle(Object.keys(kinds), random));
  const told = editMostlyWell(files, random, turns.pop()!);
  writeFiles(content(), files, before);
  expect(readFiles(content()).size).toBe([...files.keys()].filter((path) => !path.startsWith('..')).length);
  return told;
}

function shuffle(names: readonly string[], random: Random): readonly string[] {
  return names
    .map((name) => [random.integer(1e9), name] as const)
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name);
}

type Snapshot = ReadonlyMap<string, { readonly bytes: Buffer; readonly time: number }>;

async function look(folder: string): Promise<Snapshot> {
  const files = await listSiteFiles(folder).catch(() => []);
  return new Map(
    files.map((path) => {
      const file = join(folder, path);
      return [path, { bytes: readFileSync(file), time: statSync(file).mtimeMs }];
    }),
  );
}

/** The first place where a file of the two sites differs. */
function showDifference(path: string): string {
  const [built, clean] = ['dist', 'clean'].map((folder) => {
    const file = join(root, folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  });
  let at = 0;
  while (at < built!.length && built![at] === clean![at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 200), at + 100));
  return `${path} at ${at}:\n  ${around(built!)}\n  ${around(clean!)}`;
}

let taken = 0;
let killed = 0;
/** Milliseconds that a build may take before it is killed: about as long as the last one. */
let patience = 1500;

const seed = Number(env['STELE_SEED'] ?? 0);
const parts = Array.from({ length: Number(env['STELE_SEQUENCES'] ?? 30) / 10 }, (_, part) => part);

test.each(parts)(
  'builds after 10 sequences of edits have the bytes of a build from nothing, part %i',
  { timeout: 1_800_000 },
  async (part) => {
    const files: ContentFiles = new Map();
    const before = readFiles(content());
    restore(files, editedSites['doors']!());
    writeFiles(content(), files, before);
    let compared = 0;
    for (let i = 0; i < 10; i++) {
      const random = createRandom(seed + part * 1000 + i * 17 + 3);
      const args = [
        'build',
        ...(random.chance(0.5) ? ['--keep-going'] : []),
        ...(random.chance(0.15) ? ['--base', '/b/'] : []),
      ];
      const story: string[] = [];
      if ((hasErrors(files) || files.has('_parts/Note.astro')) && random.chance(0.8)) {
        const broken = new Map(files);
        restore(files, editedSites['doors']!());
        writeFiles(content(), files, broken);
        await runWarm(args, { cwd: root });
        story.push('all undone');
      }
      for (let step = random.integer(3); step >= 0; step--) {
        story.push(edit(files, random));
        if (i % 3 === 0) {
          const killAfter = 100 + random.integer(patience);
          const began = performance.now();
          const { code } = await runStele(args, { cwd: root, killAfter });
          if (code === null) killed++;
          else patience = Math.ceil(performance.now() - began);
          story.push(code === null ? `killed after ${killAfter} ms` : 'not killed');
          if (random.chance(0.5)) story.push(edit(files, random));
        } else if (step > 0) {
          await runWarm(args, { cwd: root });
        }
      }
      const told = `part ${part}, sequence ${i}, ${args.join(' ')}: ${story.join('; ')}`;
      const last = await look(join(root, 'dist'));
      const built = await runWarm(args, { cwd: root });
      rmSync(join(root, 'clean'), { recursive: true, force: true });
      const clean = await runWarm([...args, '--no-cache', '--out', 'clean'], { cwd: root });
      expect(built.code, `${told}\n${built.stderr}\n${clean.stderr}`).toBe(clean.code);
      const now = await look(join(root, 'dist'));
      const hasSite = clean.code === 0 || args.includes('--keep-going');
      if (hasSite) {
        compared++;
        const different = await compareSites(join(root, 'dist'), join(root, 'clean'));
        expect(different, `${told}\n${different.map(showDifference).join('\n')}`).toEqual([]);
      }
      for (const [path, { bytes, time }] of now) {
        const old = last.get(path);
        if (old?.bytes.equals(bytes)) expect(time, `${told}: time of ${path}`).toBe(old.time);
        else expect(hasSite, `${told}: ${path}`).toBe(true);
      }
      if (/drawn anew|Nothing has changed/.test(built.stderr)) taken++;
    }
    expect(compared).toBeGreaterThan(3);
  },
);

test('many of these builds took pages over, some were killed, and every kind of edit was made', () => {
  console.log(`${taken} of ${parts.length * 10} builds took pages over.`);
  console.log(`${killed} builds were killed. Edits: ${JSON.stringify(Object.fromEntries(made))}`);
  expect(taken).toBeGreaterThan(parts.length * 2);
  expect(killed).toBeGreaterThan(parts.length);
  expect(Object.keys(kinds).filter((kind) => !made.has(kind))).toEqual([]);
});
