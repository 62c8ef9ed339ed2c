// A stem → the sample file of each language. The nearest `_samples` folder wins, from the folder of the page upwards
// (format.md 6.2).

import { suggest } from '../text/index.ts';
import type { CollectedSample, LanguageId, SampleIndex, Text } from '../model/index.ts';
import type { BodyContext } from './body-context.ts';

/** Extensions without a language. Such a sample is shown in every language that has no file of its own for the stem. */
const neutralExtensions = ['.json', '.http', '.txt', '.xml', '.yaml', '.html', '.css'];

/** Values of `language` in addition to the site's languages. They limit a block to a format. */
export const neutralFormats: readonly string[] = neutralExtensions.map((extension) => extension.slice(1));

/** The samples that a `file` attribute shows. */
export interface FoundSamples {
  readonly stem: string;
  readonly region?: string | undefined;
  /** By language of the site. */
  readonly samples: ReadonlyMap<LanguageId, CollectedSample>;
}

/**
 * Finds the sample that each language of the site shows for a `file` attribute.
 * @param file a stem, or `stem#region`
 * @param fixed a language or format whose sample is shown in all languages
 */
export function findSamples(context: BodyContext, file: Text, fixed: string | undefined): FoundSamples {
  const [, stem, region] = /^([^]*?)(?:#([^#]*))?$/.exec(file.value.normalize('NFC'))! as unknown as [
    string,
    string,
    string | undefined,
  ];
  const found = { stem, region };
  if (isOutside(stem)) {
    const near = stemFromPath(stem, stemsIn(context.model.samples, foldersAbove(context.page.folder)));
    context.report('path-outside-content', file, { name: file.value, near });
    return { ...found, samples: new Map() };
  }
  if (!context.model.samples.hasSamples) {
    context.reportNoSamples();
    return { ...found, samples: new Map() };
  }
  const samples = findByLanguage(context, file, stem, fixed);
  return { ...found, samples: region === undefined ? samples : withRegion(context, file, region, samples) };
}

/** Whether a stem is a path that leads out of the `_samples` folder: it contains `..` or begins at a root. */
function isOutside(stem: string): boolean {
  return !/^https?:/i.test(stem) && (/^[/\\]|^[A-Za-z]:/.test(stem) || stem.split(/[/\\]/).includes('..'));
}

function findByLanguage(
  context: BodyContext,
  file: Text,
  stem: string,
  fixed: string | undefined,
): ReadonlyMap<LanguageId, CollectedSample> {
  const { model, page } = context;
  const folders = foldersAbove(page.folder);
  const formats = fixed !== undefined && neutralFormats.includes(fixed) ? [`.${fixed}`] : neutralExtensions;
  const neutral = findNearest(model.samples, folders, stem, formats);
  const own = new Map<LanguageId, CollectedSample>();
  for (const language of model.site.languages) {
    const sample = findNearest(model.samples, folders, stem, language.extensions);
    if (sample) own.set(language.id, sample);
  }
  if (own.size === 0 && neutral === undefined) {
    reportLost(context, file, stem, folders);
    return own;
  }
  const samples = new Map<LanguageId, CollectedSample>();
  for (const { id } of model.site.languages) {
    const sample = fixed === undefined ? (own.get(id) ?? neutral) : (own.get(fixed) ?? neutral);
    if (sample) samples.set(id, sample);
  }
  const wanted =
    fixed !== undefined && model.site.languages.some(({ id }) => id === fixed) ? [fixed] : context.languages;
  reportMissing(context, file, stem, { samples, wanted, own });
  reportMixed(
    context,
    file,
    stem,
    wanted.flatMap((id) => samples.get(id) ?? []),
  );
  return new Map([...samples].filter(([, { isBroken }]) => !isBroken));
}

/** Reports a stem that no language has. */
function reportLost({ model, report }: BodyContext, file: Text, stem: string, folders: readonly string[]): void {
  const stems = stemsIn(model.samples, folders);
  const near = stemFromPath(stem, stems) ?? suggest(stem, stems);
  const extension = model.site.languages[0]?.extensions[0] ?? '.txt';
  report('missing-sample', file, {
    name: stem,
    near,
    file: `${samplesFolder(folders[0]!)}/${withoutFolder(stem)}${extension}`,
  });
}

/** The stem for the path of a file: `list` for `list.rb`, `./list` and `../_samples/list.rb`. */
function stemFromPath(written: string, stems: readonly string[]): string | undefined {
  const path = withoutFolder(written);
  const bare = path.replace(/\.[^./]*$/, '');
  return [path, bare].find((stem) => stem !== written && stems.includes(stem));
}

/** A path relative to its `_samples` folder. */
function withoutFolder(path: string): string {
  const parts = path.split(/[/\\]/);
  return (
    parts
      .slice(parts.lastIndexOf('_samples') + 1)
      .filter((part) => !/^\.{0,2}$/.test(part))
      .join('/') || path
  );
}

interface Found {
  readonly samples: ReadonlyMap<LanguageId, CollectedSample>;
  /** All files of the stem by language, including those that the block does not show. */
  readonly own: ReadonlyMap<LanguageId, CollectedSample>;
  /** The languages that must have a sample. */
  readonly wanted: readonly LanguageId[];
}

function reportMissing(
  { model, report }: BodyContext,
  file: Text,
  stem: string,
  { samples, own, wanted }: Found,
): void {
  const missing = wanted.filter((language) => !samples.has(language));
  if (missing.length === 0) return;
  const [near] = [...samples.values(), ...own.values()];
  const extensionOf = (id: LanguageId): string =>
    model.site.languages.find((language) => language.id === id)?.extensions[0] ?? '';
  const files = missing.map((id) => `${samplesFolder(near?.folder ?? '')}/${stem}${extensionOf(id)}`);
  report('incomplete-sample', file, { name: stem, languages: missing, files });
}

/** Reports samples of one stem from several folders: probably an incomplete copy. */
function reportMixed(context: BodyContext, file: Text, stem: string, shown: readonly CollectedSample[]): void {
  const folders = new Set(shown.map(({ folder }) => samplesFolder(folder)));
  if (folders.size > 1) context.report('mixed-sample-folders', file, { name: stem, folders: [...folders].sort() });
}

function samplesFolder(folder: string): string {
  return folder === '' ? '_samples' : `${folder}/_samples`;
}

/** The text of a region of each sample. Reports and leaves out samples without the region. */
function withRegion(
  context: BodyContext,
  file: Text,
  region: string,
  samples: ReadonlyMap<LanguageId, CollectedSample>,
): ReadonlyMap<LanguageId, CollectedSample> {
  const found = new Map<LanguageId, CollectedSample>();
  const missing = new Set<string>();
  for (const [language, sample] of samples) {
    const text = sample.regions.get(region);
    if (text === undefined) missing.add(sample.file.path);
    else found.set(language, { ...sample, text });
  }
  if (missing.size > 0) {
    const near = suggest(
      region,
      [...samples.values()].flatMap(({ regions }) => [...regions.keys()]),
    );
    context.report('missing-region', file, { name: region, files: [...missing].sort(), near });
  }
  return found;
}

function findNearest(
  index: SampleIndex,
  folders: readonly string[],
  stem: string,
  extensions: readonly string[],
): CollectedSample | undefined {
  for (const folder of folders) {
    const files = index.byFolder.get(folder)?.get(stem);
    for (const extension of files ? extensions : []) {
      const sample = files!.find((file) => file.extension === extension);
      if (sample) return sample;
    }
  }
  return undefined;
}

function stemsIn(index: SampleIndex, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => [...(index.byFolder.get(folder)?.keys() ?? [])]);
}

/** A folder and all folders above it, the nearest first: `a/b` → `a/b`, `a`, `''`. */
function foldersAbove(folder: string): readonly string[] {
  const folders = [folder];
  while (folders.at(-1) !== '') folders.push(folders.at(-1)!.replace(/(?:^|\/)[^/]*$/, ''));
  return folders;
}
