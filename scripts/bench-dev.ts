// `npm run bench:dev`: measures the dev server on a generated site: the time to the first page, the time from an edit to
// the painted change in a browser, and its memory. Exit code 1 if a limit is exceeded.

import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { formatTable } from './bench/format-table.ts';
import { listEdits, readOriginals, writeEdit } from './bench/dev-edits.ts';
import { generateSite, writeSite } from './bench/write-site.ts';
import { launchBrowser } from './browser.ts';
import { isCount, runWithOptions } from './run-with-options.ts';

const usage = `Usage: npm run bench:dev -- [options]

Options:
  --entities N   entities of the generated site (default: 1000)
  --edits N      edits of each kind: description, body, sample, navigation (default: 20)
  --pause MS     time between two edits; checks run in it (default: 3000)
`;

/** Milliseconds; `growth` is the memory in the last third of the edits as a multiple of that in the second one. */
const limits = { first: 3000, median: 300, high: 800, growth: 1.05 } as const;

/** Edits that are needed to judge whether memory grows. */
const leastEdits = 30;

process.exitCode = await runWithOptions(usage, readOptions, async (options) => ((await run(options)) ? 0 : 1));

interface BenchOptions {
  readonly entities: number;
  readonly edits: number;
  readonly pause: number;
}

function readOptions(): BenchOptions | undefined {
  const { values } = parseArgs({
    options: {
      entities: { type: 'string', default: '1000' },
      edits: { type: 'string', default: '20' },
      pause: { type: 'string', default: '3000' },
    },
  });
  const found = { entities: Number(values.entities), edits: Number(values.edits), pause: Number(values.pause) };
  return Object.values(found).every(isCount) ? found : undefined;
}

async function run({ entities, edits, pause }: BenchOptions): Promise<boolean> {
  const work = await mkdtemp(join(tmpdir(), 'stele-bench-dev-'));
  const content = join(work, 'content');
  const site = generateSite(entities, 1);
  await writeSite(site, content);
  const entity = site.entities.find(({ kind }) => kind === 'object')!;
  // The first start after a change of Stele compiles the templates, which are then kept.
  await stop((await start(content, entity.route)).child);
  const server = await start(content, entity.route);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(`${server.url}js/${entity.route}/`, { waitUntil: 'load' });
    // The first check of everything ends, and the page has remembered its state.
    await page.waitForTimeout(Math.max(pause, 10_000));
    const kinds = listEdits(entity);
    const originals = await readOriginals(content, kinds);
    const memory = [await memoryOf(server.child.pid!)];
    const times = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
    for (let i = 0; i < edits * kinds.length; i++) {
      const { name, file, change } = kinds[i % kinds.length]!;
      const mark = `Mark${i}x`;
      const shown = waitForMark(page, mark);
      const moment = await writeEdit(join(content, file), change(originals.get(file)!, mark), i % 8 < 4);
      times.get(name)!.push((await shown) - moment);
      await page.waitForTimeout(pause);
      memory.push(await memoryOf(server.child.pid!));
    }
    return judge(
      server.firstPage,
      times,
      memory.filter((value) => value !== undefined),
    );
  } finally {
    await browser.close();
    await stop(server.child);
    await rm(work, { recursive: true, force: true });
  }
}

/** The moment at which the page has painted a mark, in milliseconds since 1970. */
function waitForMark(page: Page, mark: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`${text} was not shown`)), 60_000);
        const look = (): void => {
          if (!document.body.textContent.includes(text)) return;
          document.removeEventListener('stele:updated', look);
          clearTimeout(timer);
          // The second frame begins after the first is painted.
          requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())));
        };
        document.addEventListener('stele:updated', look);
      }),
    mark,
  );
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  /** Milliseconds from the start of the command to the last byte of a page. */
  readonly firstPage: number;
}

async function start(content: string, route: string): Promise<Started> {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const port = 20_000 + Math.floor(Math.random() * 40_000);
  const begun = performance.now();
  const args = [main, 'dev', '--content', content, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const url = `http://localhost:${port}/`;
  for (;;) {
    const response = await fetch(`${url}js/${route}/`).catch(() => undefined);
    if (response !== undefined) {
      await response.text();
      return { child, url, firstPage: performance.now() - begun };
    }
    if (child.exitCode !== null) throw new Error(`stele dev ended with ${child.exitCode}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

/** The memory of a process in MiB; undefined if the system does not tell. */
async function memoryOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /VmRSS:\s*(\d+)/.exec(status);
  return found ? Number(found[1]) / 1024 : undefined;
}

/** @param memory before the edits, and after each; empty if the system does not tell */
function judge(firstPage: number, times: ReadonlyMap<string, readonly number[]>, memory: readonly number[]): boolean {
  const at = (values: readonly number[], share: number): number =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
  const all: readonly (readonly [string, readonly number[]])[] = [...times, ['all', [...times.values()].flat()]];
  const edits = Math.max(0, memory.length - 1);
  const third = (i: number): readonly number[] => memory.slice(1 + (i * edits) / 3, 1 + ((i + 1) * edits) / 3);
  const thirds = edits < 3 ? [] : [0, 1, 2].map((i) => at(third(i), 0.5));
  const rows = all.map(([name, values]) => [
    name,
    `${at(values, 0.5).toFixed(0)} ms`,
    `${at(values, 0.95).toFixed(0)} ms`,
  ]);
  console.log(
    formatTable([['edit to painted change', 'median', '95th percentile'], ...rows]) +
      `\nFirst page: ${(firstPage / 1000).toFixed(2)} s after the start. Memory before the edits, and its median in ` +
      `each third of them: ${[memory[0] ?? 0, ...thirds].map((value) => value.toFixed(0)).join(', ')} MiB. ` +
      `Load of the machine: ${loadavg()[0]!.toFixed(1)}.`,
  );
  const isKept = all.every(([, values]) => at(values, 0.5) <= limits.median && at(values, 0.95) <= limits.high);
  // Memory grows with the first edits: grammars and modules are loaded, and the heap gets its size.
  const isFlat = edits < leastEdits || thirds[2]! <= thirds[1]! * limits.growth;
  return isKept && isFlat && firstPage <= limits.first;
}
