// An address → its Lighthouse scores, with the default mobile settings. Lighthouse has a separate package with its own
// lock file, and is installed when it is first used, since most developers do not need it.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../browser.ts';

const home = fileURLToPath(new URL('../lighthouse', import.meta.url));
const command = fileURLToPath(new URL('../lighthouse/node_modules/lighthouse/cli/index.js', import.meta.url));

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Scores = Readonly<Record<(typeof categories)[number], number>>;

/** Lighthouse's result for one page. */
export interface LighthouseResult {
  /** 0 to 100. */
  readonly scores: Scores;
  /** Ids of audits that cost points. */
  readonly failures: readonly string[];
}

/** Installs Lighthouse if it is not installed. @throws Error with npm's output if that fails */
export function ensureLighthouse(): void {
  if (existsSync(command)) return;
  console.error('Installing Lighthouse for this measure, once.');
  const args = ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund'];
  const run = spawnSync('npm', args, { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`Lighthouse cannot be installed. npm said:\n${run.stderr}${run.stdout}`);
}

/** The median of several runs for each score, and all audits that failed in any run. */
export async function runLighthouse(url: string, runs: number, skipped: readonly string[]): Promise<LighthouseResult> {
  const results: LighthouseResult[] = [];
  for (let i = 0; i < runs; i++) results.push(await runOnce(url, skipped));
  const middle = (name: keyof Scores): number =>
    results.map(({ scores }) => scores[name]).sort((a, b) => a - b)[Math.floor((runs - 1) / 2)]!;
  return {
    scores: Object.fromEntries(categories.map((name) => [name, middle(name)])) as Scores,
    failures: [...new Set(results.flatMap(({ failures }) => failures))],
  };
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

async function runOnce(url: string, skipped: readonly string[]): Promise<LighthouseResult> {
  const report = JSON.parse(
    await read(process.execPath, [
      command,
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
      ...(skipped.length > 0 ? [`--skip-audits=${skipped.join(',')}`] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
    ]),
  ) as Report;
  if (report.runtimeError) throw new Error(`Lighthouse cannot judge ${url}: ${report.runtimeError.message}`);
  const scores = categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)] as const);
  const counted = categories
    .flatMap((name) => report.categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0);
  const failures = counted.map(({ id }) => id).filter((id) => (report.audits[id]?.score ?? 1) < 0.9);
  return { scores: Object.fromEntries(scores) as Scores, failures };
}

async function read(file: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, CHROME_PATH: await ensureBrowser() };
  return new Promise((done, fail) => {
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [words, complaints] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (words += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (complaints += text));
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0 ? done(words) : fail(new Error(`Lighthouse ended with ${code}: ${complaints}`)),
    );
  });
}
