// A content folder that changes → its newest compiled state, again and again. After a change, the pages that a reader
// looks at are compiled first; the whole content and its findings follow, in steps between which requests are answered.

import { join, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import type { CompileMemory } from '../compiler/index.ts';
import type { Compilation, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import { describeProgram, findCacheFile, publicFolderOf } from '../disk/index.ts';
import { keyOf } from './check-cache.ts';
import { keepStart, openKeptStart } from './kept-start.ts';
import { LiveColours } from './live-colours.ts';
import { loadMarkdownForms } from './load-markdown-forms.ts';
import { readPages } from './open-project.ts';
import { readAgain } from './read-again.ts';
import type { ContentRead } from './read-content.ts';
import { cacheSyntaxes, type CachedParser } from './syntax-cache.ts';

/** A compiled state that can be drawn. */
export interface DrawableState {
  readonly resolved: ResolvedModel;
  readonly data: SiteData;
  /**
   * Files such as pictures whose contents have changed since the last state that was drawn, as paths in their folder.
   * Pages that show them are the same as before.
   */
  readonly changedFiles: readonly string[];
  /**
   * False for the state of the last start, in which only pages can be drawn, at addresses that it lists. Drawing may
   * throw. A whole state follows.
   */
  readonly isWhole: boolean;
}

/** Milliseconds of work between two pauses. */
const longestStep = 12;

/** Thrown in a compilation that a newer change has made useless. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export class ContentSession {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly #isUntrusted: boolean;
  #memory: CompileMemory | undefined;
  #colours: LiveColours | undefined;
  #parser: CachedParser | undefined;
  #read: ContentRead | undefined;
  /** The key of the last reading of the whole folder; unknown after single files were read again. */
  #key: string | undefined;
  /** The last model that was resolved completely, if `site.yaml` has not changed since. */
  #base: ResolvedModel | undefined;
  #siteText: string | undefined;
  /** The last complete state, until it is kept for the next start. */
  #last: { readonly read: ContentRead; readonly resolved: ResolvedModel } | undefined;
  /** Whether a whole state was shown. */
  #isWhole = false;
  /** See `DrawableState`. */
  readonly #changedFiles = new Set<string>();
  /** Number of the newest reading. */
  #number = 0;

  /** @param isUntrusted whether nothing of the folder may be executed */
  constructor(contentFolder: string, isUntrusted: boolean) {
    this.folder = resolve(contentFolder);
    this.#isUntrusted = isUntrusted;
  }

  /**
   * Reads what has changed.
   * @param changed absolute paths that a watcher reported; absent for the whole folder
   * @returns whether the content has changed
   * @throws NoContent; the system's error if the folder cannot be read. The next reading then reads all of it
   */
  async read(changed?: ReadonlySet<string>): Promise<boolean> {
    const last = this.#read;
    const again = last && changed && readAgain(this.folder, last, this.#pathsOf(changed));
    if (again !== undefined) {
      const [before, now] = [textsOf(last!), textsOf(again)];
      if (now.every((text, i) => text === before[i])) return false;
      this.#accept(again, undefined);
      return true;
    }
    const lastKey = this.#key ?? (last && keyOf(last, ''));
    this.#key = undefined;
    this.#read = undefined;
    const read = await readPages(this.folder, this.#isUntrusted);
    const key = keyOf(read, '');
    // The contents of files such as images are not read, so only the report of the watcher shows their changes.
    const unread = new Map([
      ...read.content.assets.map(({ path }) => [join(this.folder, path), path] as const),
      ...(read.content.publicFiles ?? []).map(({ path }) => [join(publicFolderOf(this.folder), path), path] as const),
    ]);
    const changedFiles = [...(changed ?? [])].flatMap((path) => unread.get(path) ?? []);
    for (const path of changedFiles) this.#changedFiles.add(path);
    const isChanged = key !== lastKey || changedFiles.length > 0;
    if (isChanged) this.#accept(withKnownSamples(read, last), key);
    // The memory knows the texts and samples of the last reading: equal ones in other objects would be compared.
    this.#read ??= last === undefined ? read : { ...last, hasLinks: read.hasLinks ?? true };
    this.#key = key;
    return isChanged;
  }

  #accept(read: ContentRead, key: string | undefined): void {
    if (read.content.site?.text !== this.#siteText) this.#base = undefined;
    this.#siteText = read.content.site?.text;
    this.#read = read;
    this.#key = key;
    this.#number++;
  }

  /** Paths from the content folder, with `/`. */
  #pathsOf(changed: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...changed].map((path) => relative(this.folder, path).split(sep).join('/')));
  }

  /**
   * Compiles the last reading.
   * @param open routes of the pages that are open in browsers
   * @param onDrawable called with each state that can be drawn: first a quick one, which is right for the open pages,
   * or at the start that of the last start; then the complete one
   * @returns all findings, including those of samples; undefined if a newer reading has overtaken this one
   */
  async compile(
    open: readonly string[],
    onDrawable: (state: DrawableState) => Promise<void>,
  ): Promise<readonly Diagnostic[] | undefined> {
    const number = this.#number;
    const read = this.#read!;
    const { CompileMemory: Memory, compileInSteps } = await import('../compiler/index.ts');
    const isFirst = this.#memory === undefined;
    const memory = (this.#memory ??= new Memory());
    const colours = (this.#colours ??= new LiveColours(await findCacheFile(this.folder, 'colours')));
    const show = async (resolved: ResolvedModel, data: SiteData, isWhole = true): Promise<void> => {
      if (number !== this.#number) throw new Overtaken();
      const changedFiles = [...this.#changedFiles];
      this.#changedFiles.clear();
      this.#isWhole ||= isWhole;
      await onDrawable({ resolved, data, changedFiles, isWhole });
    };
    let begun = performance.now();
    const pause = (): Promise<void> | undefined => {
      if (number !== this.#number) throw new Overtaken();
      if (performance.now() - begun < longestStep) return undefined;
      return setImmediate().then(() => {
        begun = performance.now();
        if (number !== this.#number) throw new Overtaken();
      });
    };
    try {
      const early = this.#isWhole ? undefined : await openEarly(this.folder, read, colours);
      if (early !== undefined) await show(early.resolved, early.data, false);
      let resolved: ResolvedModel | undefined;
      let isQuick = false;
      const steps = compileInSteps(read.content, read.diagnostics, {
        memory,
        quick: this.#base && {
          last: this.#base,
          routes: new Set(open),
          onResolved: (model) => void ([resolved, isQuick] = [model, true]),
        },
        onResolved: (model) => void ([resolved, isQuick] = [model, false]),
      });
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        const waiting = pause();
        if (waiting !== undefined) await waiting;
        if (resolved === undefined) continue;
        if (!isQuick) this.#base = resolved;
        await show(resolved, await colours.open(resolved, await loadMarkdownForms(resolved, this.folder)));
        resolved = undefined;
        begun = performance.now();
      }
      const diagnostics = await this.#checkSamples(step.value, pause);
      this.#last = { read, resolved: step.value.resolved };
      if (isFirst) await this.#keepStart();
      return diagnostics;
    } catch (error) {
      if (error instanceof Overtaken) return undefined;
      throw error;
    }
  }

  async #checkSamples(
    compilation: Compilation,
    pause: () => Promise<void> | undefined,
  ): Promise<readonly Diagnostic[]> {
    if (!compilation.resolved.model.samples.hasSamples) return compilation.diagnostics;
    const { checkContentSamples } = await import('../compiler/index.ts');
    const isFirst = this.#parser === undefined;
    const { parser, dropUnused, keep } = (this.#parser ??= await this.#openParser());
    const { diagnostics } = await checkContentSamples(compilation, parser, pause);
    dropUnused();
    // Later changes are stored at the end: the cache of a large site has many megabytes.
    if (isFirst) await keep();
    return diagnostics;
  }

  async #openParser(): Promise<CachedParser> {
    const [{ createSampleParser }, file] = await Promise.all([
      import('../engines/index.ts'),
      findCacheFile(this.folder, 'samples'),
    ]);
    return cacheSyntaxes(createSampleParser(), file, file === undefined ? '' : await describeProgram());
  }

  /** Keeps the last complete state for the next start, if it is not kept already. */
  async #keepStart(): Promise<void> {
    const last = this.#last;
    this.#last = undefined;
    if (last !== undefined) await keepStart(this.folder, last.read, last.resolved);
  }

  /** Prepares for the next edit of the page that was viewed last. Call it when nothing else is to be done. */
  async prepare(): Promise<void> {
    await this.#colours?.prepare(() => setImmediate());
  }

  /** Stores what the next process can use. */
  async keep(): Promise<void> {
    await this.#keepStart();
    await this.#colours?.keep();
    await this.#parser?.keep();
  }
}

/** The state of the last start; undefined if it cannot be used. */
async function openEarly(
  folder: string,
  read: ContentRead,
  colours: LiveColours,
): Promise<Pick<DrawableState, 'resolved' | 'data'> | undefined> {
  try {
    const resolved = await openKeptStart(folder, read);
    return resolved && { resolved, data: await colours.open(resolved, new Map(), true) };
  } catch {
    return undefined;
  }
}

/** The same content; samples that are equal to earlier ones are the earlier objects, which the memory knows. */
function withKnownSamples(read: ContentRead, last: ContentRead | undefined): ContentRead {
  if (last === undefined) return read;
  const known = new Map(last.content.samples.map((sample) => [sample.file.path, sample]));
  const samples = read.content.samples.map((sample) => {
    const before = known.get(sample.file.path);
    return before?.file.text === sample.file.text ? before : sample;
  });
  return { ...read, content: { ...read.content, samples } };
}

function textsOf({ content }: ContentRead): readonly unknown[] {
  return [content.site, ...content.pages, ...content.navigation, ...content.samples].map(
    (entry) => entry && ('file' in entry ? entry.file.text : entry.text),
  );
}
