// A page → its line in lists for programs: its link, and a sentence. After an edit, the lines of other pages are taken
// from the lists of the last site, so that these pages are not compiled.

import type { LanguageId, ResolvedModel, ResolvedPage, SiteConfig } from '../../compiler/model/index.ts';
import { describePage, pageTitle, pathOf, twinPaths } from '../html/index.ts';
import { link, plainWords } from '../markdown/index.ts';
import { placeOf } from './place-of.ts';
import { maxCharacters } from './split-parts.ts';

/**
 * Writes the line of a page.
 * @param language absent for the default tree
 * @param from path of the file with the list, from the top of the site
 */
export type WriteEntry = (page: ResolvedPage, language: LanguageId | undefined, from: string) => string;

/** Writes lines of any pages. */
export function entriesOf({ site }: Pick<ResolvedModel, 'site'>): WriteEntry {
  return (page, language, from) => {
    const shown = site.languages.find(({ id }) => id === (language ?? site.languages[0]?.id));
    const about = describePage(page, shown);
    const words = about === undefined ? '' : `: ${plainWords(about)}`;
    return `- ${link(plainWords(pageTitle(page)), hrefOf(site, page, language, from))}${words}\n`;
  };
}

/**
 * Writes lines of edited pages, and takes the others from lists of the last site.
 * @param edited routes of the edited pages
 * @param lists the last lists by path from the top of the site
 * @returns a function that throws an error if a page has no line, or has different ones
 */
export function entriesAfter(
  resolved: Pick<ResolvedModel, 'site'>,
  edited: ReadonlySet<string>,
  lists: ReadonlyMap<string, string>,
): WriteEntry {
  const { site } = resolved;
  const writeNew = entriesOf(resolved);
  const known = readLists(lists);
  return (page, language, from) => {
    if (edited.has(page.route)) return writeNew(page, language, from);
    const folder = folderOf(from);
    const tree = folder.replace(/_llms\/$/, '');
    const folders = isListOfTree(from, tree) ? [tree, `${tree}_llms/`] : [folder];
    const found = folders.flatMap((each) => known.get(each)?.get(targetOf(site, page, language, each)) ?? []);
    const [entry, ...others] = new Set(found);
    if (entry === undefined || others.length > 0) throw new Error(`The lists do not have one line of ${page.route}.`);
    const { label, words } = JSON.parse(entry) as Entry;
    return `- [${label}](${targetOf(site, page, language, folder)})${words}\n`;
  };
}

/**
 * Whether a path is that of the `llms.txt` of a tree, or of one of its parts.
 * @param tree `js/`, or '' for the default tree
 */
export function isListOfTree(path: string, tree: string): boolean {
  return path.startsWith(tree) && /^(?:llms\.txt|_llms\/[^/]+\.txt)$/.test(path.slice(tree.length));
}

/** A line without its address. */
interface Entry {
  readonly label: string;
  readonly words: string;
}

/**
 * The lines of pages by folder and address, as JSON of `Entry`: lists of one folder have the same addresses. Of a
 * longer line, a list may have only a part.
 */
function readLists(lists: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const byFolder = new Map<string, Map<string, string[]>>();
  for (const [path, text] of lists) {
    const entries = byFolder.get(folderOf(path)) ?? new Map<string, string[]>();
    byFolder.set(folderOf(path), entries);
    for (const line of text.split('\n')) {
      const found = line.length > maxCharacters / 2 ? null : entryLine.exec(line);
      if (found === null) continue;
      const entry = JSON.stringify({ label: found[1]!, words: found[3]! } satisfies Entry);
      const same = entries.get(found[2]!);
      if (same === undefined) entries.set(found[2]!, [entry]);
      else same.push(entry);
    }
  }
  return byFolder;
}

/** A line with or without a name in front, such as that of the quick start. */
const entryLine = /^- (?:[\w ]+: )?\[((?:[^\]\\]|\\[^])*)\]\(([^)]*)\)([^]*)$/;

/** The address of a page in the lists of a folder, as a link has it. */
function targetOf(site: SiteConfig, page: ResolvedPage, language: LanguageId | undefined, folder: string): string {
  return link('-', hrefOf(site, page, language, folder)).slice('[-]('.length, -1);
}

/** The folder of a file: `js/`, or '' for the top of the site. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function hrefOf(site: SiteConfig, { route }: ResolvedPage, language: LanguageId | undefined, from: string): string {
  const address = language === undefined ? { route } : { route, language };
  const [twin = pathOf(address)] = twinPaths(address, site.outputs.markdown);
  return placeOf(site, from, twin);
}
