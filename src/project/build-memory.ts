// What a build leaves for the next one: the states of all files that it read and wrote, and the answers that each page
// was drawn from. A build that failed leaves nothing, and the memory of the last good build stays.

import { hash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import {
  type BootTime,
  areInStates,
  describeProgram,
  type FileState,
  type FileStates,
  findCacheFile,
  isSameLook,
  isWritten,
  lookAt,
  mayBeLost,
  noteBoot,
  publicFolderOf,
  readCacheFile,
  writeCacheFile,
} from '../disk/index.ts';
import type { SiteChanges } from './change-site.ts';
import { readKept, readKeptTexts, writeKept, type KeptBuild, type KeptEdits, type KeptFacts } from './kept-build.ts';
import { listFiles } from './list-files.ts';
import { findPlace } from './output-place.ts';
import { listPublic } from './read-public.ts';
import { readMarker, markerFile } from './site-marker.ts';
import {
  afterMove,
  lookAtChanges,
  lookAtSite,
  lookAtWholeSite,
  lookBeforeMove,
  type WholeSite,
} from './site-states.ts';

/** Hashes of the answers of one route, by question. */
export type AnswerHashes = ReadonlyMap<string, string>;

/** Everything that is kept of a build. */
export interface BuildRecord extends WholeSite {
  /** States of the files that were read, by path from the content folder. */
  readonly inputs: ReadonlyMap<string, FileState>;
  /** Inputs that may have changed since without a change of their state. */
  readonly unsettled: ReadonlySet<string>;
  /** Paths of the pages of each route from the top of the site, and the answers that they were drawn from. */
  readonly routes: ReadonlyMap<string, RouteRecord>;
  /** What the command reported, with and without colours. */
  readonly report: BuildReport;
  /** Name of the facts that were kept about the site; absent if there are none. */
  readonly facts?: string | undefined;
  /**
   * Set if files were changed in place. If the system has started again since, it may have lost such a change and kept
   * the new state of the file, and the record is worth nothing.
   */
  readonly boot?: BootTime | undefined;
}

export interface RouteRecord {
  readonly answers: AnswerHashes;
  /** Names in samples of its pages that have a link, and ambiguous ones. */
  readonly linked: number;
  readonly ambiguous: number;
}

export interface BuildReport {
  readonly findings: { readonly plain: string; readonly coloured: string };
  /** The number of findings in words; '' if there are none. */
  readonly found: string;
  readonly summary: string;
}

/** The memory of the builds of one content folder into one output folder. */
export class BuildMemory {
  /** The record of the last build; absent if there is none for this program and these options. */
  readonly last: BuildRecord | undefined;
  /** Absolute path of the output folder, with links resolved. */
  readonly place: string;
  readonly #file: string;
  readonly #key: string;
  readonly #content: string;
  readonly #look: Look;
  #facts: Promise<KeptFacts | undefined> | undefined;
  /** States of the files and folders of a new site, seen before it is at its place. */
  #early: Promise<WholeSite> | undefined;

  private constructor(opened: Opened) {
    this.last = opened.last;
    this.place = opened.place;
    this.#file = opened.file;
    this.#key = opened.key;
    this.#content = opened.folder;
    this.#look = opened.look;
  }

  /**
   * Opens the memory, and looks at the files of the content folder: call it before they are read.
   * @param options everything on the command line that changes the site
   * @returns undefined if there is no cache folder, or the folder cannot be listed
   */
  static async open(contentFolder: string, out: string, options: string): Promise<BuildMemory | undefined> {
    const folder = resolve(contentFolder);
    const file = await findCacheFile(folder, 'build');
    if (file === undefined) return undefined;
    const place = await findPlace(out);
    const key = [await describeProgram(), place, options].join('\n');
    const look = await lookAtContent(folder).catch(() => undefined);
    if (look === undefined) return undefined;
    const body = await readCacheFile(file, key);
    return new BuildMemory({ last: body && readRecord(body), place, file, key, look, folder });
  }

  /** The last record, if neither the content nor the site has changed since. */
  get unchanged(): BuildRecord | undefined {
    const { last } = this;
    if (last === undefined || last.unsettled.size > 0 || !isSameLook(last.inputs, this.#look.states)) return undefined;
    return isSameLook(last.outputs, lookAtSite(this.place, last.outputs.keys())) ? last : undefined;
  }

  /** Whether the site has exactly the files and folders that the last build left. The look begins at once. */
  async isSiteUnchanged(): Promise<boolean> {
    const { last, place } = this;
    return last !== undefined && areInStates(place, new Map([...last.outputs, ...last.folders]));
  }

  /**
   * Inputs that have changed since the last build, or may have; undefined if files were added or removed, or if there
   * is no last build.
   */
  get changedInputs(): readonly string[] | undefined {
    const { last } = this;
    const { states } = this.#look;
    if (last?.inputs.size !== states.size) return undefined;
    const changed: string[] = [];
    for (const [path, state] of states) {
      const before = last.inputs.get(path);
      if (before === undefined) return undefined;
      if (before !== state || last.unsettled.has(path)) changed.push(path);
    }
    return changed;
  }

  /** All inputs, by path from the content folder. */
  get inputs(): ReadonlyMap<string, FileState> {
    return this.#look.states;
  }

  /** What was kept of the last build about the site, to compile edited files; undefined if it cannot be read. */
  readFacts(): Promise<KeptFacts | undefined> {
    const key = this.#keyOfFacts;
    this.#facts ??= key === undefined ? Promise.resolve(undefined) : readKept(this.#content, key);
    return this.#facts;
  }

  /** Texts that were kept of the last build, by path; undefined if one cannot be read. */
  async readTexts(places: KeptFacts['places']): Promise<ReadonlyMap<string, string> | undefined> {
    const key = this.#keyOfFacts;
    if (places.size === 0) return new Map();
    return key === undefined ? undefined : readKeptTexts(this.#content, key, places);
  }

  get #keyOfFacts(): string | undefined {
    const name = this.last?.facts;
    return name === undefined ? undefined : [this.#key, name].join('\n');
  }

  /** Whether a file of the site is as the last build wrote it. */
  isAsWritten(path: string): boolean {
    const state = this.last?.outputs.get(path);
    return state !== undefined && state === lookAtSite(this.place, [path]).get(path);
  }

  /**
   * Removes the record of the last build, and waits until the new site may be moved. Call it before the site is
   * replaced. Errors of the disk are ignored.
   */
  async forget(): Promise<void> {
    await this.#early;
    await rm(this.#file, { force: true }).catch(() => undefined);
  }

  /**
   * Begins to look at a new site before it is moved to its place, in another thread. Does nothing if there is an
   * earlier site.
   * @param folder folder of the new site
   * @param files all its files, with the marker; none of them is written any more
   */
  lookEarly(folder: string, files: readonly string[]): void {
    if (!existsSync(this.place)) this.#early = lookBeforeMove(folder, files);
  }

  /**
   * Keeps the record of a build that has replaced the site. Call it while the output folder is locked. Errors of the
   * disk are ignored.
   * @param changes what the build has changed in the last site; absent if the whole site is new
   * @param kept facts about the site, or what an edit changes in those of the last build
   */
  async keep(record: Kept, changes?: SiteChanges, kept?: KeptBuild | KeptEdits): Promise<void> {
    const { states: inputs, unsettled } = this.#look;
    const marker = await readMarker(this.place).catch(() => undefined);
    if (marker?.files === undefined) return;
    const { last, place } = this;
    const early = await this.#early;
    const files = [...marker.files, markerFile];
    const { outputs, folders } =
      changes && last
        ? lookAtChanges(place, files, last, changes)
        : ((early && afterMove(place, early)) ?? lookAtWholeSite(place, files));
    const isEdit = kept !== undefined && !('packed' in kept);
    const name = isEdit ? this.last?.facts : randomBytes(12).toString('hex');
    const facts =
      kept && name && (await writeKept(this.#content, [this.#key, name].join('\n'), kept)) ? name : undefined;
    const before = changes && this.last?.boot;
    const isPatched = changes?.patch !== undefined && changes.patch.places.length > 0;
    const boot = isPatched ? noteBoot() : before && !isWritten(before) ? before : undefined;
    const whole: BuildRecord = { ...record, inputs, unsettled, outputs, folders, facts, boot };
    await writeCacheFile(this.#file, this.#key, serialize(whole));
  }
}

type Kept = Omit<BuildRecord, 'inputs' | 'unsettled' | 'outputs' | 'folders' | 'facts' | 'boot'>;

interface Opened {
  readonly last: BuildRecord | undefined;
  readonly place: string;
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly look: Look;
}

type Look = FileStates;

function readRecord(body: Buffer): BuildRecord | undefined {
  try {
    const record = deserialize(body) as BuildRecord;
    return record.boot && mayBeLost(record.boot) ? undefined : record;
  } catch {
    return undefined;
  }
}

/** The states of all files of a content folder and of `public`. Findings about other entries count as files. */
async function lookAtContent(folder: string): Promise<Look> {
  const since = Date.now();
  const findings: Diagnostic[] = [];
  const content = listFiles(folder, findings);
  const published = await listPublic(folder, findings);
  const looks = [
    lookAt(
      folder,
      content.map(({ place }) => place),
      since,
    ),
    lookAt(
      publicFolderOf(folder),
      published.map(({ place }) => place),
      since,
    ),
  ];
  const states = new Map<string, FileState>();
  const unsettled = new Set<string>();
  const listed = [...content, ...published.map(({ path, place }) => ({ path: `../public/${path}`, place }))];
  const found = looks.flatMap((look) =>
    [...look.states].map(([at, state]) => [state, look.unsettled.has(at)] as const),
  );
  for (const [i, { path, place }] of listed.entries()) {
    const [state, isUnsettled] = found[i] ?? ['', true];
    states.set(path, `${place} ${state}`);
    if (isUnsettled) unsettled.add(path);
  }
  for (const { file, message } of findings) states.set(`finding ${file}`, message);
  return { states, unsettled };
}

/** Hash of an answer. */
export function hashAnswer(answer: string): string {
  return hash('sha256', answer, 'base64url').slice(0, 22);
}
