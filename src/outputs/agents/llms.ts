// The resolved model → `llms.txt` of each tree: the site's title, its description, and its pages with a sentence each,
// by section. If it is too long for one file, it lists parts.

import type { LanguageId, ResolvedModel } from '../../compiler/model/index.ts';
import { link, plainWords } from '../markdown/index.ts';
import type { WriteEntry } from './page-entry.ts';
import { placeOf } from './place-of.ts';
import { listTreeParts, type TreePart } from './site-parts.ts';
import { maxCharacters, splitParts } from './split-parts.ts';
import { labelPart, writeParts } from './write-parts.ts';

/** The files of all trees, by path from the top of the site. */
export function writeLlmsFiles(resolved: ResolvedModel, writeEntry: WriteEntry): ReadonlyMap<string, string> {
  const trees: readonly (LanguageId | undefined)[] = [undefined, ...resolved.site.languages.map(({ id }) => id)];
  return new Map(trees.flatMap((language) => [...writeTree(resolved, language, writeEntry)]));
}

function writeTree(
  resolved: ResolvedModel,
  language: LanguageId | undefined,
  writeEntry: WriteEntry,
): ReadonlyMap<string, string> {
  const parts = listTreeParts(resolved, language);
  const tree = language === undefined ? '' : `${language}/`;
  const entries = (file: string) => (part: TreePart) => part.pages.map((page) => writeEntry(page, language, file));
  const head = writeHead(resolved, language);
  const sections = parts.map((part) => `## ${plainWords(part.title)}\n\n${entries(`${tree}llms.txt`)(part).join('')}`);
  const whole = [head, ...sections, ...writeFoot(resolved, language)].join('\n');
  if (whole.length <= maxCharacters) return new Map([[`${tree}llms.txt`, whole]]);
  const folder = `${tree}_llms/`;
  const foot = writeFoot(resolved, language);
  const name = plainWords(resolved.site.title);
  const texts = parts.map((part) => {
    const title = plainWords(part.title);
    const lists = splitParts(entries(`${folder}x.txt`)(part));
    const withHeads = lists.map((text, i) => `# ${name}: ${labelPart(title, i, lists.length)}\n\n${text}`);
    return { title, name: part.name, texts: withHeads };
  });
  return writeParts({ site: resolved.site, path: `${tree}llms.txt`, folder, head, foot }, texts);
}

function writeHead({ site }: ResolvedModel, language: LanguageId | undefined): string {
  const label = site.languages.find(({ id }) => id === language)?.label;
  const title = label === undefined ? site.title : `${site.title} (${label})`;
  const about = site.description === undefined ? '' : `\n> ${plainWords(site.description)}\n`;
  return `# ${plainWords(title)}\n${about}`;
}

/** Links to the other forms of the same: all texts, and the trees of the languages. */
function writeFoot(resolved: ResolvedModel, language: LanguageId | undefined): readonly string[] {
  const { site } = resolved;
  const tree = language === undefined ? '' : `${language}/`;
  const from = `${tree}llms.txt`;
  const full =
    site.outputs.markdown === 'off'
      ? []
      : [`- ${link('llms-full.txt', placeOf(resolved.site, from, `${tree}llms-full.txt`))}: the text of all pages\n`];
  const trees =
    language === undefined
      ? site.languages.map(
          ({ id, label }) => `- ${link(plainWords(label), placeOf(resolved.site, from, `${id}/llms.txt`))}\n`,
        )
      : [];
  return full.length + trees.length === 0 ? [] : [`## Optional\n\n${[...full, ...trees].join('')}`];
}
