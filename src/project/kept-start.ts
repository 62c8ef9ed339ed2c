// What `stele dev` keeps of a compiled site: the facts about all pages, and hashes of their texts. With them, its next
// start shows pages before everything is compiled (decision 0028).

import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { ContentSource, ResolvedModel, Sample, SiteFacts } from '../compiler/model/index.ts';
import { describeProgram, findCacheFile, readCacheFile, writeCacheFile } from '../disk/index.ts';
import { keyOf } from './check-cache.ts';
import type { ContentRead } from './read-content.ts';

interface KeptStart {
  readonly facts: SiteFacts;
  /** Hashes of the texts of all pages, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Most pages that may have been edited since: with more, everything is compiled first. */
const maxEdited = 20;

/**
 * The site of the last start, if since then only the texts of some pages and of samples have changed.
 * @param folder absolute path of the content folder
 * @returns a site whose pages are compiled when they are read; undefined if there is none that can be used
 */
export async function openKeptStart(folder: string, read: ContentRead): Promise<ResolvedModel | undefined> {
  const file = await findCacheFile(folder, 'start');
  const body = file === undefined ? undefined : await readCacheFile(file, await keyOfStart(read));
  if (body === undefined) return undefined;
  const { facts, texts } = deserialize(body) as KeptStart;
  const { pages, samples } = read.content;
  const edited = pages.filter(({ path, text }) => texts.get(path) !== hashOf(text));
  if (edited.length > maxEdited) return undefined;
  const { openKept } = await import('../compiler/index.ts');
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return openKept(facts, edited, { readPage: (path) => byPath.get(path), samples: bySample(samples) });
}

/** Keeps a compiled site for the next start. Sites with code of their own are drawn by Astro, so nothing is kept. */
export async function keepStart(folder: string, read: ContentRead, resolved: ResolvedModel): Promise<void> {
  const { mdx, components, parts } = resolved.site;
  if (mdx === 'code' || components.size + parts.size > 0) return;
  const file = await findCacheFile(folder, 'start');
  if (file === undefined) return;
  const { listFacts } = await import('../compiler/index.ts');
  const facts = listFacts(resolved, []);
  if (facts === undefined) return;
  const texts = new Map(read.content.pages.map(({ path, text }) => [path, hashOf(text)]));
  await writeCacheFile(file, await keyOfStart(read), serialize({ facts, texts } satisfies KeptStart));
}

/** Names everything that must be equal: all except the texts of pages and samples. */
async function keyOfStart({ content, diagnostics }: ContentRead): Promise<string> {
  const rest: ContentSource = {
    ...content,
    pages: content.pages.map(({ path }) => ({ path, text: '' })),
    samples: content.samples.map((sample) => ({ ...sample, file: { path: sample.file.path, text: '' } })),
  };
  return keyOf({ content: rest, diagnostics }, await describeProgram());
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

function bySample(samples: readonly Sample[]): ReadonlyMap<string, ReadonlyMap<string, () => readonly Sample[]>> {
  const folders = new Map<string, Map<string, Sample[]>>();
  for (const sample of samples) {
    const stems = folders.get(sample.folder) ?? new Map<string, Sample[]>();
    folders.set(sample.folder, stems);
    stems.set(sample.stem, [...(stems.get(sample.stem) ?? []), sample]);
  }
  return new Map(
    [...folders].map(([folder, stems]) => [folder, new Map([...stems].map(([stem, all]) => [stem, () => all]))]),
  );
}
