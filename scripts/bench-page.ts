// `npm run bench:page`: measures the cost of each kind of page for a reader, on the example site and on the public
// corpus, and compares it with Stele's limits. Exit code 1 if a limit is exceeded.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { formatTable } from './bench/format-table.ts';
import { measureBuild } from './bench/measure-build.ts';
import { measurePage, type PageMeasures } from './bench/measure-page.ts';
import { measureSwitch } from './bench/measure-switch.ts';
import { categories, ensureLighthouse, runLighthouse } from './bench/run-lighthouse.ts';
import { launchBrowser } from './browser.ts';
import { fetchCorpus } from './corpus/fetch-corpus.ts';
import { corpusPages, fullLanguage, pageKindsIn, type PageKind } from './page-kinds.ts';
import { isCount, runWithOptions } from './run-with-options.ts';
import { serve, type StaticHost } from './static-host.ts';

const usage = `Usage: npm run bench:page -- [options]

Options:
  --no-corpus        the example site only
  --no-lighthouse    without Lighthouse's scores
  --runs N           runs of Lighthouse per page, of which the median counts (default: 5)
`;

/** A row of the table. */
interface Line {
  readonly what: string;
  readonly value: string;
  readonly limit: string;
  readonly isKept: boolean;
}

process.exitCode = await runWithOptions(usage, readOptions, run);

function readOptions() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'boolean', default: true },
      lighthouse: { type: 'boolean', default: true },
      runs: { type: 'string', default: '5' },
    },
    allowNegative: true,
  });
  const runs = Number(values.runs);
  return isCount(runs) ? { ...values, runs } : undefined;
}

async function run({ corpus, lighthouse, runs }: NonNullable<ReturnType<typeof readOptions>>): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'stele-bench-page-'));
  const browser = await launchBrowser();
  const lines: Line[] = [];
  try {
    const content = fileURLToPath(new URL('../content', import.meta.url));
    const example = await build(content, join(work, 'example'));
    await withHost(example, async (host) => {
      lines.push(...(await judgePages(browser, host, 'example', pageKindsIn(fullLanguage))));
      lines.push(...(await judgeSwitch(browser, host)));
      if (lighthouse) lines.push(...(await judgeWithLighthouse(host, runs)));
    });
    const pages = corpus ? await fetchCorpus((reason) => console.error(reason)) : undefined;
    if (pages !== undefined) {
      const site = await build(pages, join(work, 'corpus'));
      await withHost(
        site,
        async (host) => void lines.push(...(await judgePages(browser, host, 'corpus', corpusPages))),
      );
    }
  } finally {
    await browser.close();
    await rm(work, { recursive: true, force: true });
  }
  const rows = lines.map(({ what, value, limit, isKept }) => [what, value, limit, isKept ? 'ok' : 'MISS']);
  console.log(formatTable([['', 'value', 'limit', ''], ...rows]));
  return lines.every(({ isKept }) => isKept) ? 0 : 1;
}

/** The corpus contains mistakes of its authors, so its site is built with gaps. */
async function build(content: string, out: string): Promise<string> {
  const { exitCode, words } = await measureBuild(content, out, ['--keep-going', '--base', '/']);
  if (exitCode > 1) throw new Error(`The build of ${content} ended with exit code ${exitCode}:\n${words}`);
  return out;
}

async function withHost(folder: string, work: (host: StaticHost) => Promise<void>): Promise<void> {
  const host = await serve(folder, { isCompressed: true });
  try {
    await work(host);
  } finally {
    await host.close();
  }
}

async function judgePages(
  browser: Browser,
  host: StaticHost,
  site: string,
  pages: readonly PageKind[],
): Promise<readonly Line[]> {
  const all: PageMeasures[] = [];
  for (const { route } of pages) all.push(await measurePage(browser, host.url, `${fullLanguage}/${route}`));
  const object = all[pages.findIndex(({ name }) => name === 'object')]!;
  const most = (of: (page: PageMeasures) => number): number => Math.max(...all.map(of));
  const total = ({ bytes }: PageMeasures): number => Object.values(bytes).reduce((sum, one) => sum + one, 0);
  const needed = most((page) => (page.needsScript ? page.bytes.Script : 0));
  const [shift, task] = [most((page) => page.layoutShift), most((page) => page.longTask)];
  // The 404 page requests two more files, to find similar pages.
  const requests = Math.max(...all.filter((_, i) => pages[i]!.name !== 'not-found').map((page) => page.requests));
  const [script, style] = [most((page) => page.bytes.Script), most((page) => page.bytes.Stylesheet)];
  return [
    limited(`${site}: JavaScript needed to read`, needed, 0, kilobytes),
    limited(`${site}: JavaScript before search is opened`, script, 8_000, kilobytes),
    limited(`${site}: CSS`, style, 12_000, kilobytes),
    limited(`${site}: the connection page in all`, total(object), 40_000, kilobytes),
    limited(`${site}: the heaviest kind of page in all`, most(total), 40_000, kilobytes),
    limited(`${site}: requests besides fonts and the tab’s icon, but on the 404 page`, requests, 3, String),
    limited(`${site}: cumulative layout shift`, shift, 0, (value) => value.toFixed(4)),
    limited(`${site}: longest task of our scripts, CPU slowed four times`, task, 0, (value) =>
      value === 0 ? 'under 50 ms' : `${Math.round(value)} ms`,
    ),
  ];
}

/**
 * Pages that search engines should not list fail one of Lighthouse's audits, which is left out for them. Lighthouse
 * does not audit a missing address, so the 404 page is audited at its own address.
 */
async function judgeWithLighthouse(host: StaticHost, runs: number): Promise<readonly Line[]> {
  ensureLighthouse();
  const lines: Line[] = [];
  for (const { name, route } of pageKindsIn(fullLanguage)) {
    const url = host.url + (name === 'not-found' ? '404.html' : `${fullLanguage}/${route}`);
    const skipped = name === 'not-found' || name === 'missing' ? ['is-crawlable'] : [];
    const { scores, failures } = await runLighthouse(url, runs, skipped);
    const values = categories.map((category) => scores[category]);
    const isKept = values.every((value) => value === 100);
    const what = `example: Lighthouse, ${name}: ${categories.join(', ')}`;
    lines.push({ what, value: values.join(', '), limit: '100 each', isKept });
    if (failures.length > 0) console.error(`Lighthouse, ${name}: ${failures.join(', ')}`);
  }
  return lines;
}

async function judgeSwitch(browser: Browser, host: StaticHost): Promise<readonly Line[]> {
  const route = pageKindsIn(fullLanguage).find(({ name }) => name === 'object')!.route;
  const { switches, switching, painting, mostMoved } = await measureSwitch(browser, host.url, { route });
  const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    limited(
      `example: language switch, 95th of ${switches}, CPU slowed four times`,
      switching.high,
      2 * painting.high,
      milliseconds,
    ),
    limited('example: move of the property in view', mostMoved, 0, (value) => `${value} px`),
  ];
}

function limited(what: string, value: number, most: number, write: (value: number) => string): Line {
  return { what, value: write(value), limit: most === 0 ? write(0) : `≤ ${write(most)}`, isKept: value <= most };
}

function kilobytes(bytes: number): string {
  return bytes === 0 ? '0 KB' : `${(bytes / 1000).toFixed(1)} KB`;
}
