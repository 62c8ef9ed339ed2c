// What `stele check` printed for a content folder, and the states of the files that it was printed for. If nothing has
// changed, the command prints the same again without reading the content or loading the compiler.

import { realpathSync } from 'node:fs';
import { outputFiles } from '../compiler/source/index.ts';
import {
  describeProgram,
  findCacheFile,
  hashFiles,
  isIgnoredContent,
  isIgnoredPublic,
  lookAtFolder,
  publicFolderOf,
  readCacheFile,
  runGit,
  writeCacheFile,
} from '../disk/index.ts';

/** What a check prints, and its exit code. */
export interface Printed {
  /** Data on stdout. */
  readonly data: string;
  /** Messages on stderr, without line breaks at their ends. */
  readonly messages: readonly string[];
  readonly code: number;
}

interface Kept extends Seen {
  /** By the options that it was printed for. */
  readonly printed: readonly (readonly [string, Printed])[];
}

/** Everything that a check depends on, except the program and the options. */
interface Seen {
  /** States of all files, and git's name for the content folder in the last commit; '' outside of a repository. */
  readonly state: string;
  /** Files that may have changed without a change of their state, and a hash of their bytes. */
  readonly unsettled: readonly string[];
  readonly bytes: string;
}

/** Options that one file keeps. */
const maxOptions = 6;

/** Files that changed just before a check are read to compare them: as many, and with as many bytes together. */
const maxUnsettled = 200;
const maxBytes = 4 * 1024 * 1024;

/** What earlier checks of a content folder have printed. */
export class ReportMemory {
  /** What the last check with these options printed, if nothing has changed since. */
  readonly printed: Printed | undefined;
  readonly #keep: (printed: Printed) => Promise<void>;

  private constructor(printed: Printed | undefined, keep: (printed: Printed) => Promise<void>) {
    this.printed = printed;
    this.#keep = keep;
  }

  /**
   * Opens the memory and looks at the files: call it before they are read.
   * @param folder absolute path of the content folder
   * @param options everything else that changes what is printed
   * @param now time of the system's clock, in milliseconds
   * @returns undefined if there is no cache folder, or if states do not tell whether the files have changed
   */
  static async open(folder: string, options: string, now = Date.now()): Promise<ReportMemory | undefined> {
    const file = await findCacheFile(folder, 'report');
    if (file === undefined) return undefined;
    const [commit, seen, key] = [describeCommit(folder), look(folder, now), `${await describeProgram()}\n${folder}`];
    if (seen === undefined) return commit.then(() => undefined);
    const state = `${seen.state} ${await commit}`;
    const kept = readKept(await readCacheFile(file, key));
    const isSame = kept?.state === state && hashFiles(kept.unsettled, Infinity) === kept.bytes;
    const last = isSame ? kept : undefined;
    const others = (last?.printed ?? []).filter(([known]) => known !== options).slice(1 - maxOptions);
    return new ReportMemory(last?.printed.find(([known]) => known === options)?.[1], async (printed) => {
      const { unsettled = seen.unsettled, bytes = seen.bytes } = last ?? {};
      const next: Kept = { state, unsettled, bytes, printed: [...others, [options, printed]] };
      await writeCacheFile(file, key, JSON.stringify(next));
    });
  }

  /** Keeps what a check has printed. Errors of the disk are ignored. */
  keep(printed: Printed): Promise<void> {
    return this.#keep(printed);
  }
}

/** Whether a check reads nothing of an entry of `public`. The marker of a site makes it ignore the whole folder. */
function isUnseen(name: string, folder: string): boolean {
  return isIgnoredPublic(name, folder) && !(name === outputFiles.marker && folder === '');
}

function look(folder: string, now: number): Seen | undefined {
  try {
    const content = lookAtFolder(realpathSync(folder), isIgnoredContent, now);
    const published = lookAtFolder(publicFolderOf(folder), isUnseen, now);
    if (content === undefined || published === undefined) return undefined;
    const unsettled = [...content.unsettled, ...published.unsettled];
    const bytes = unsettled.length > maxUnsettled ? undefined : hashFiles(unsettled, maxBytes);
    return bytes === undefined ? undefined : { state: `${content.states} ${published.states}`, unsettled, bytes };
  } catch {
    // There is no such folder, and the check says so.
    return undefined;
  }
}

function readKept(body: Buffer | undefined): Kept | undefined {
  try {
    return body && (JSON.parse(body.toString('utf8')) as Kept);
  } catch {
    return undefined;
  }
}

/** Git's name for the content folder in the last commit: pages that have moved since then need a redirect. */
async function describeCommit(folder: string): Promise<string> {
  const output = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD:./']).catch(() => undefined);
  return output?.toString('latin1').trim() ?? '';
}
