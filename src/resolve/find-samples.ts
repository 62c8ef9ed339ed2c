// A stem → the sample file of each language: `_samples` of the page's folder first, then of each folder above (format.md 6).

import { suggest } from '../diagnostics/index.ts';
import type { Language, LanguageId, Sample, SampleIndex, Text } from '../model/index.ts';
import type { BodyContext } from './body-context.ts';

/** Samples of no language: shown in every language that has no file of its own for the stem. */
const neutralExtensions = ['.json', '.http', '.txt', '.xml', '.yaml', '.html', '.css'];

/** Names that `language` may have beside the site's languages: a block fixed to a format. */
export const neutralFormats: readonly string[] = neutralExtensions.map((extension) => extension.slice(1));

/**
 * The sample that each language of the site shows for a stem.
 * @param fixed a language, or a format of no language, whose sample all languages show
 */
export function findSamples(
  context: BodyContext,
  stem: Text,
  fixed: string | undefined,
): ReadonlyMap<LanguageId, Sample> {
  const { model, page } = context;
  if (!model.samples.hasSamples) {
    context.reportNoSamples();
    return new Map();
  }
  const folders = foldersAbove(page.folder);
  const formats = fixed !== undefined && neutralFormats.includes(fixed) ? [`.${fixed}`] : neutralExtensions;
  const neutral = findNearest(model.samples, folders, stem.value, formats);
  const own = new Map<LanguageId, Sample>();
  for (const language of model.site.languages) {
    const sample = findOwn(model.samples, folders, stem.value, language);
    if (sample) own.set(language.id, sample);
  }
  if (own.size === 0 && neutral === undefined) {
    const near = suggest(stem.value, stemsIn(model.samples, folders));
    context.report('missing-sample', stem, { name: stem.value, near });
    return own;
  }
  const samples = new Map<LanguageId, Sample>();
  for (const { id } of model.site.languages) {
    const sample = fixed === undefined ? (own.get(id) ?? neutral) : (own.get(fixed) ?? neutral);
    if (sample) samples.set(id, sample);
  }
  reportMissing(context, stem, samples);
  return samples;
}

function reportMissing(context: BodyContext, stem: Text, samples: ReadonlyMap<LanguageId, Sample>): void {
  const missing = context.languages.filter((language) => !samples.has(language));
  if (missing.length > 0) context.report('incomplete-sample', stem, { name: stem.value, languages: missing });
}

function findOwn(index: SampleIndex, folders: readonly string[], stem: string, language: Language): Sample | undefined {
  return findNearest(index, folders, stem, language.extensions);
}

function findNearest(
  index: SampleIndex,
  folders: readonly string[],
  stem: string,
  extensions: readonly string[],
): Sample | undefined {
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

/** A folder and all above it, the nearest first: `a/b` → `a/b`, `a`, `''`. */
function foldersAbove(folder: string): readonly string[] {
  const folders = [folder];
  while (folders.at(-1) !== '') folders.push(folders.at(-1)!.replace(/(?:^|\/)[^/]*$/, ''));
  return folders;
}
