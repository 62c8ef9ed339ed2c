// `npm run bench:agents`: how well programs can read the example site. Runs the checks of the Agent-Friendly
// Documentation Spec (`afdocs`) on the served site, neutral and per language, and prints the scores. Exit code 1 if a
// check fails without a known reason.

import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { answerFromSite, loopback, openServer } from '../src/serve/index.ts';
import { formatTable } from './bench/format-table.ts';
import { measureBuild } from './bench/measure-build.ts';
import { isCount, runWithOptions } from './run-with-options.ts';

const home = fileURLToPath(new URL('afdocs', import.meta.url));
const command = join(home, 'node_modules/afdocs/bin/afdocs.mjs');

/** Checks that the example does not pass, with the reason. */
const reasons: Readonly<Record<string, string>> = {
  'redirect-behavior':
    'A script of neutral pages leads readers who chose a language to its page; it is read as a redirect. ' +
    'A static host cannot know the choice. Programs have none, so they get the page.',
};

interface Report {
  readonly results: readonly { readonly id: string; readonly status: string; readonly message: string }[];
  readonly score?: { readonly overall?: number } | number;
  readonly scoring?: { readonly overall?: number };
}

const usage = `Usage: npm run bench:agents -- [options]

Options:
  --only IDS   languages whose trees are checked, such as ,python; nothing before the comma is the default tree
               (default: all trees)
  --links N    most pages of a tree that are checked (default: 20)
`;

interface Options {
  readonly links: string;
  readonly only: string | undefined;
}

const work = await mkdtemp(join(tmpdir(), 'stele-agents-'));
try {
  process.exitCode = await runWithOptions(usage, readOptions, run);
} finally {
  await rm(work, { recursive: true, force: true });
}
// The server would keep the process alive.
process.exit();

function readOptions(): Options | undefined {
  const { values } = parseArgs({ options: { links: { type: 'string', default: '20' }, only: { type: 'string' } } });
  return isCount(Number(values.links)) ? { links: values.links, only: values.only } : undefined;
}

async function run({ links, only }: Options): Promise<number> {
  install();
  let folder = '';
  const local = await openServer((request, response) => answerFromSite(request, response, { folder, base: '/' }), {});
  const origin = local.replace('localhost', loopback);
  const content = join(work, 'content');
  await cp(fileURLToPath(new URL('../content', import.meta.url)), content, { recursive: true });
  const site = join(content, 'site.yaml');
  await writeFile(site, `${await readFile(site, 'utf8')}url: ${origin}/\n`);
  folder = join(work, 'site');
  const build = await measureBuild(content, folder);
  if (build.exitCode !== 0) throw new Error(build.words);
  const symbols = JSON.parse(await readFile(join(folder, 'symbols.json'), 'utf8')) as {
    readonly languages: readonly { readonly id: string }[];
  };
  const trees = ['', ...symbols.languages.map(({ id }) => `${id}/`)];
  const rows: string[][] = [];
  /** Messages of checks that are not met and of those that do not apply, by id and tree. */
  const failed = new Map<string, Map<string, string>>();
  const skipped = new Map<string, Map<string, string>>();
  const chosen = only?.split(',').map((id) => (id === '' ? '' : `${id}/`)) ?? trees;
  for (const tree of chosen) {
    const report = await check(`${origin}/${tree}`, links);
    const name = tree === '' ? 'neutral' : tree.slice(0, -1);
    const count = (status: string): number => report.results.filter((result) => result.status === status).length;
    for (const { id, status, message } of report.results) {
      const messages = status === 'skip' ? skipped : status === 'pass' || status === 'info' ? undefined : failed;
      messages?.set(id, (messages.get(id) ?? new Map<string, string>()).set(name, `${status}: ${message}`));
    }
    const score = typeof report.score === 'number' ? report.score : (report.score?.overall ?? report.scoring?.overall);
    rows.push([
      name,
      String(score ?? '?'),
      String(count('pass')),
      String(count('skip')),
      String(report.results.length),
    ]);
  }
  console.log(formatTable([['tree', 'score', 'passed', 'skipped', 'checks'], ...rows]));
  for (const [id, messages] of failed) {
    console.log(`${id}: ${reasons[id] ?? 'There is no known reason.'}`);
    for (const [name, message] of messages) console.log(`  ${name}: ${message}`);
  }
  for (const [id, messages] of skipped)
    console.log(`${id} does not apply:${[...messages].map(([name, message]) => `\n  ${name}: ${message}`).join('')}`);
  return [...failed.keys()].every((id) => id in reasons) ? 0 : 1;
}

function install(): void {
  if (existsSync(command)) return;
  console.error('Installing afdocs for this measure, once.');
  const args = ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund'];
  const done = spawnSync('npm', args, { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`afdocs cannot be installed. npm said:\n${done.stderr}${done.stdout}`);
}

function check(url: string, links: string): Promise<Report> {
  const args = [
    'check',
    url,
    '--format',
    'json',
    '--score',
    '--max-links',
    links,
    '--sampling',
    'deterministic',
    '--quiet',
  ];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (bytes: Buffer) => void (text += String(bytes)));
    child.on('error', fail);
    child.on('close', () => done(JSON.parse(text.slice(text.indexOf('{'))) as Report));
  });
}
