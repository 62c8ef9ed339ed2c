// A page or folder, and a stem → one sample for each language of the site.

import type { Compilation, Language } from '../../compiler/model/index.ts';
import type { Draft } from './draft.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { sampleText } from './sample-text.ts';

/**
 * Drafts samples in the `_samples` folder of a page's folder. Refuses a stem that has a sample in one of the languages.
 * @param place route of a page, or a folder of the content
 * @param paths all files of the content folder
 */
export function draftSamples(
  { resolved }: Compilation,
  paths: readonly string[],
  languages: readonly Language[],
  place: string,
  stem: string,
): Draft | Refused {
  return attempt(() => {
    if (!/^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/.test(stem))
      refuse(
        `\`${stem}\` cannot be a stem. Stems consist of letters, digits, \`-\`, \`_\` and \`.\`, ` +
          'and begin with a letter or digit.',
      );
    const folder = resolved.model.pages.get(place)?.folder ?? folderAt(paths, place);
    const inside = folder === '' ? '_samples' : `${folder}/_samples`;
    const created = new Map<string, string>();
    for (const language of languages) {
      const candidates = language.extensions.map((extension) => `${inside}/${stem}${extension}`);
      const existing = candidates.find((path) => paths.some((other) => other.toLowerCase() === path.toLowerCase()));
      if (existing !== undefined) refuse(`The sample ${existing} exists already.`);
      created.set(candidates[0]!, sampleText(language, stem));
    }
    return {
      created,
      edits: [],
      notes: [`To show the samples, write this on a page of that folder: <CodeBlock file="${stem}" />`],
    };
  });
}

function folderAt(paths: readonly string[], place: string): string {
  if (place === '' || (paths.some((path) => path.startsWith(`${place}/`)) && !/(?:^|\/)[._]/.test(place))) return place;
  return refuse(`There is no page and no folder \`${place}\`.`);
}
