// A content folder on disk → its files. Links are followed if they stay in the folder; every other entry that is not a
// regular file is a finding (format.md 1.1).

import { readdirSync, readlinkSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { makeDiagnostic, quote, type Diagnostic } from '../compiler/diagnostics/index.ts';
import { bounds } from '../compiler/source/index.ts';
import { compareText } from '../compiler/text/index.ts';
import { isIgnoredContent, reasonOf } from '../disk/index.ts';

/** A regular file of a content folder. */
export interface FoundFile {
  /** Path from the content folder, with `/`, as written. */
  readonly path: string;
  /** The same path with links resolved; equal to `path` if it has no links. */
  readonly place: string;
}

/**
 * All files below a folder, in path order. Ignores `node_modules` and names that begin with a dot. Synchronous: with
 * many folders, this takes a third of the time of the thread pool.
 * @param folder may itself be a link
 * @param diagnostics receives the findings about all other entries
 * @throws the system's error if the folder itself cannot be read
 */
export function listFiles(
  folder: string,
  diagnostics: Diagnostic[],
  rules: ListRules = contentRules,
): readonly FoundFile[] {
  const lister = new Lister(realpathSync(folder), diagnostics, rules);
  lister.list('', '', ['']);
  return lister.files;
}

/** Options that differ between folders. */
export interface ListRules {
  /** How messages name the folder. */
  readonly words: string;
  /**
   * Whether an entry of a folder is ignored.
   * @param folder its path from the top
   */
  readonly isIgnored: (name: string, folder: string) => boolean;
  /** Whether `_samples` means a folder of samples. */
  readonly hasSamples: boolean;
}

const contentRules: ListRules = { words: 'the content folder', isIgnored: isIgnoredContent, hasSamples: true };

class Lister {
  readonly files: FoundFile[] = [];
  readonly #root: string;
  readonly #rules: ListRules;
  readonly #diagnostics: Diagnostic[];
  /**
   * The number of entries found through links. It is limited, since folders that link to each other can have very many.
   */
  #linked = 0;

  constructor(root: string, diagnostics: Diagnostic[], rules: ListRules) {
    this.#rules = rules;
    this.#root = root;
    this.#diagnostics = diagnostics;
  }

  /** @param around places of the folders on the path, including this one: a link to one of them is a cycle */
  list(path: string, place: string, around: readonly string[], isLinked = false): void {
    const entries = readdirSync(join(this.#root, place), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      if (this.#rules.isIgnored(entry.name, place)) continue;
      if (isLinked && ++this.#linked > bounds.linkedEntries) return;
      const [inner, innerPlace] = [below(path, entry.name), below(place, entry.name)];
      if (entry.isSymbolicLink()) this.#follow(inner, innerPlace, around);
      else this.#add(inner, innerPlace, around, entry, isLinked);
    }
  }

  #add(path: string, place: string, around: readonly string[], entry: Dirent | Stats, isLinked: boolean): void {
    if (this.#rules.hasSamples && entry.isFile() && /(?:^|\/)_samples$/.test(path)) {
      this.#report(path, 'it is named `_samples` but is not a folder', hints.samples);
    } else if (entry.isFile()) {
      this.files.push({ path, place });
    } else if (entry.isDirectory()) {
      try {
        this.list(path, place, [...around, place], isLinked);
      } catch (error) {
        this.#reportError(path, error);
      }
    } else {
      this.#report(path, `it is ${kindOf(entry)}`);
    }
  }

  #follow(path: string, linkPlace: string, around: readonly string[]): void {
    const link = join(this.#root, linkPlace);
    const target = quote(targetOf(link));
    const reportLink = (problem: string): void =>
      this.#report(path, `it is a symbolic link to ${target}, ${problem}`, hints.link);
    let found: Stats;
    let place: string;
    try {
      const real = realpathSync(link);
      place = relative(this.#root, real).split(sep).join('/');
      found = statSync(real);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return reportLink(
        code === 'ENOENT'
          ? 'which does not exist'
          : code === 'ELOOP'
            ? 'which leads back to itself'
            : reasonOf(error).reason,
      );
    }
    if (place === '..' || place.startsWith('../') || isAbsolute(place))
      return reportLink(`which is outside of ${this.#rules.words}`);
    if (around.includes(place)) return reportLink('a folder that contains the link itself');
    if (place.split('/').some((name, i, all) => this.#rules.isIgnored(name, all.slice(0, i).join('/'))))
      return reportLink('which Stele does not read');
    if (this.#linked > bounds.linkedEntries)
      return reportLink(`and links lead to more than ${bounds.linkedEntries} files`);
    return this.#add(path, place, around, found, true);
  }

  #reportError(file: string, error: unknown): void {
    this.#diagnostics.push(makeDiagnostic('unreadable-file', { file }, reasonOf(error)));
  }

  #report(file: string, reason: string, hint?: string): void {
    this.#diagnostics.push(makeDiagnostic('unreadable-file', { file }, { reason, hint }));
  }
}

const hints = {
  link: 'Put the file or folder itself in place of the link, or remove the link.',
  samples: 'Make it a folder. If git wrote a symbolic link as text here, allow links: `git config core.symlinks true`.',
};

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '?';
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function kindOf(entry: Dirent | Stats): string {
  if (entry.isFIFO()) return 'a named pipe';
  if (entry.isSocket()) return 'a socket';
  return entry.isBlockDevice() || entry.isCharacterDevice() ? 'a device' : 'not a regular file';
}
