// Watches a content folder and the folders that belong to it, and reports changes once per burst: editors and git touch
// many files at a time. Chokidar watches; this file finds the changes that Chokidar misses when whole folders move
// (decision 0014).

import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

/** Milliseconds without a change after which a burst counts as over. */
const quiet = 60;

/**
 * The same for a burst of few paths, one of them a text: one save in an editor. Programs that change many files pause
 * between them, and a half-written picture would load pages twice.
 */
const quietAfterSave = 20;

/** Paths of one save: the file, its folder, files that the editor writes meanwhile. */
const pathsOfSave = 6;

/** Milliseconds after which a burst is reported even if it continues. */
const longest = 1000;

/** Milliseconds between two checks of the folders themselves. */
const lookEvery = 500;

/** Milliseconds without an event after which a watcher that is not ready is replaced. */
const stuckAfter = 2000;

/** Milliseconds between two checks of each file, if the system cannot report changes. */
const pollEvery = 1000;

/**
 * Yields an empty set when it has begun to watch. Then, until the signal aborts, yields the absolute paths of changed
 * files and folders after each burst of changes. Changes during the caller's work are reported afterwards.
 * @param folders absolute paths; a folder that does not exist yet is reported when it appears
 */
export async function* watchContent(
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReadonlySet<string>> {
  const burst = new Burst();
  const watches = folders.map((folder) => new FolderWatch(folder, (path) => burst.add(path)));
  const stop = (): void => burst.end();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(watches.map((one) => one.start()));
    if (!signal.aborted) yield new Set();
    while (!signal.aborted) {
      const changed = await burst.next();
      if (signal.aborted) break;
      yield changed;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(watches.map((one) => one.stop()));
  }
}

/**
 * One folder's watcher. It is replaced when the folder itself has been replaced, and when folders in it appear,
 * disappear or move: Chokidar misses some fast changes of folders.
 */
class FolderWatch {
  readonly #folder: string;
  readonly #onChange: (path: string) => void;
  #watcher: FSWatcher | undefined;
  /** Identity of the folder at the last check; empty if there was none. */
  #identity = '';
  #isStale = false;
  /** True during a check; the next check is planned after it. */
  #isLooking = false;
  #isPolling = false;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(folder: string, onChange: (path: string) => void) {
    this.#folder = folder;
    this.#onChange = onChange;
  }

  async start(): Promise<void> {
    this.#identity = await identityOf(this.#folder);
    if (this.#identity !== '') this.#watcher = await this.#open();
    this.#plan(lookEvery);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#watcher?.close();
  }

  #plan(wait: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(async () => {
      this.#isLooking = true;
      await this.#look();
      this.#isLooking = false;
      this.#plan(this.#isStale ? quiet : lookEvery);
    }, wait);
  }

  async #look(): Promise<void> {
    const identity = await identityOf(this.#folder);
    if (identity === this.#identity && !this.#isStale) return;
    this.#identity = identity;
    this.#isStale = false;
    // Closes the old watcher first: two watchers of one folder would share their listeners. The caller reads the folder
    // after this call, and so sees changes between the two watchers.
    await this.#watcher?.close();
    this.#watcher = identity === '' ? undefined : await this.#open();
    if (this.#isStopped) await this.#watcher?.close();
    this.#onChange(this.#folder);
  }

  #setStale(): void {
    if (!this.#isStale && !this.#isLooking) this.#plan(quiet);
    this.#isStale = true;
  }

  async #open(): Promise<FSWatcher> {
    const real = await realpath(this.#folder).catch(() => this.#folder);
    const folders = new Set<string>();
    let isReady = false;
    const watcher = watch(real, {
      // Lets the process end. Also, Chokidar would otherwise share listeners between watchers, including closed ones.
      persistent: false,
      // Targets of links in the folder are watched at their own place; targets outside are not read.
      followSymlinks: false,
      ignorePermissionErrors: true,
      atomic: false,
      usePolling: this.#isPolling,
      interval: pollEvery,
      ignored: (path) => isIgnored(path.slice(real.length)),
    });
    let heardAt = performance.now();
    watcher.on('all', (event, path) => {
      heardAt = performance.now();
      if (event === 'addDir') folders.add(path);
      if (!isReady) return;
      if (event === 'addDir' || event === 'unlinkDir') this.#setStale();
      this.#onChange(this.#folder + path.slice(real.length));
    });
    // The system's own events: Chokidar drops some of them when changes are fast.
    watcher.on('raw', (event, name, details) => {
      const { watchedPath = real } = details as { watchedPath?: string };
      const path = folders.has(watchedPath) ? join(watchedPath, name ?? '') : watchedPath;
      if (!isReady || isIgnored(path.slice(real.length))) return;
      this.#onChange(this.#folder + path.slice(real.length));
      if (event !== 'rename') return;
      // If a folder moves away and back at once, this is the only event.
      if (folders.has(path)) this.#setStale();
      else void isFolder(path).then((is) => void (is && this.#setStale()));
    });
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      watcher.once('ready', done);
      // The system has no watches left: the next check opens a watcher that polls.
      watcher.on('error', () => {
        this.#isPolling = true;
        this.#setStale();
        done();
      });
      // Chokidar never becomes ready if a folder disappears while it is read.
      timer = setInterval(() => {
        if (performance.now() - heardAt < stuckAfter) return;
        this.#setStale();
        done();
      }, lookEvery);
    });
    clearInterval(timer);
    isReady = true;
    // Chokidar may have missed a folder that moved while it began to watch.
    if (!isSame(folders, await listFolders(real))) this.#setStale();
    return watcher;
  }
}

/** Whether a path is never read (list-files.ts): hidden files, packages. `.well-known` is read in `public`. */
function isIgnored(path: string): boolean {
  return /[\\/](?:\.(?!well-known(?:[\\/]|$))|node_modules(?:[\\/]|$))/.test(path);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** A folder and all watched folders below it. */
async function listFolders(folder: string, found = new Set<string>(), top = folder): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return found;
  found.add(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !isIgnored(path.slice(top.length))) await listFolders(path, found, top);
  }
  return found;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((path) => b.has(path));
}

async function identityOf(folder: string): Promise<string> {
  const found = await stat(folder, { bigint: true }).catch(() => undefined);
  // The system reuses inode numbers; the time of creation distinguishes two folders.
  return found?.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : '';
}

/** Whether a path is that of a page, a sample or settings. */
function isText(path: string): boolean {
  return /\.(?:mdx?|yaml)$|[\\/]_samples[\\/]/.test(path);
}

/** Collects changed paths until there is no change for a moment. */
class Burst {
  #paths = new Set<string>();
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #wake: () => void = () => {};

  add(path: string): void {
    if (this.#paths.size === 0) this.#since = performance.now();
    this.#paths.add(path);
    clearTimeout(this.#timer);
    const left = Math.max(0, this.#since + longest - performance.now());
    const isSave = this.#paths.size <= pathsOfSave && [...this.#paths].some(isText);
    const wait = isSave ? quietAfterSave : quiet;
    this.#timer = setTimeout(() => this.end(), Math.min(wait, left));
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#isOver = true;
    this.#wake();
  }

  /** Resolves to the paths of the next burst that is over. */
  async next(): Promise<ReadonlySet<string>> {
    if (!this.#isOver) await new Promise<void>((done) => void (this.#wake = done));
    const paths = this.#paths;
    this.#paths = new Set();
    this.#isOver = false;
    return paths;
  }
}
