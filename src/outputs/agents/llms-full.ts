// The Markdown twins of a tree → `llms-full.txt`: the text of all its pages, in parts of limited length with an index.

import type { LanguageId, ResolvedModel } from '../../compiler/model/index.ts';
import { joinParts, partsAfter } from '../../compiler/text/index.ts';
import { twinPaths } from '../html/index.ts';
import { plainWords } from '../markdown/index.ts';
import { listTreeParts } from './site-parts.ts';
import { maxCharacters, splitParts } from './split-parts.ts';
import { writeParts } from './write-parts.ts';

/**
 * The files of one tree, by path from the top of the site.
 * @param readTwin reads a twin, which must be there, or a part of one, by its path from the top of the site
 */
export function writeFullTexts(
  resolved: ResolvedModel,
  language: LanguageId | undefined,
  readTwin: (path: string) => string | undefined,
): ReadonlyMap<string, string> {
  const { site } = resolved;
  const tree = language === undefined ? '' : `${language}/`;
  const label = site.languages.find(({ id }) => id === language)?.label;
  const head = `# ${plainWords(label === undefined ? site.title : `${site.title} (${label})`)}\n`;
  const parts = listTreeParts(resolved, language).map(({ title, name, pages }) => ({
    title,
    name,
    chunks: pages.map(({ route }) => {
      const [path] = twinPaths(language === undefined ? { route } : { route, language }, site.outputs.markdown);
      return moveTwin(readWhole(path!, readTwin), path!, site.url);
    }),
  }));
  const all = parts.flatMap(({ chunks }) => chunks);
  const length = all.reduce((sum, chunk) => sum + chunk.length, head.length);
  if (length <= maxCharacters) return new Map([[`${tree}llms-full.txt`, `${head}\n${all.join('')}`]]);
  const place = { site, path: `${tree}llms-full.txt`, folder: `${tree}_llms/full/`, head, foot: [] };
  const texts = parts.map(({ title, name, chunks }) => ({ title: plainWords(title), name, texts: splitParts(chunks) }));
  return writeParts(place, texts);
}

function readWhole(path: string, readTwin: (path: string) => string | undefined): string {
  const first = readTwin(path)!;
  const rest = partsAfter(path, first).map(readTwin);
  // A file of `public` in place of the twin may say that it has parts.
  return rest.every((part) => part !== undefined) ? joinParts(first, rest) : first;
}

/** A twin without its front matter, with the address that it stands at. Relative links keep their meaning there. */
function moveTwin(text: string, path: string, url: string | undefined): string {
  const body = text.replace(/^---\n[^]*?\n---\n\n/, '');
  const address = url === undefined ? `/${path}` : url + path;
  const source = url === undefined ? ` (links are relative to it)` : '';
  return `<!-- ${address.replaceAll('--', '%2D%2D')}${source} -->\n\n${body}\n`;
}
