// The body of a skill: how to install and call what the site documents in one language, and where its reference is.

import type { Language, ResolvedModel, SkillPages } from '../../compiler/model/index.ts';
import { routeFrom } from '../../compiler/source/index.ts';
import { filePath, pathOf, twinPaths } from '../html/index.ts';
import { fenceName } from '../html/index.ts';
import { codeFence, link, plainWords } from '../markdown/index.ts';
import type { WriteEntry } from './page-entry.ts';
import { placeOf } from './place-of.ts';
import type { TreePart } from './site-parts.ts';

/** Assistants keep a skill in their memory, so a longer list of pages is replaced by its address. */
const maxPages = 100;

/**
 * The text below the front matter.
 * @param parts sections with the pages that document an entity of the language
 * @param from path of the skill, from the top of the site
 */
export function writeSkillBody(
  resolved: ResolvedModel,
  language: Language,
  parts: readonly TreePart[],
  from: string,
  writeEntry: WriteEntry,
): string {
  const { site } = resolved;
  const about = site.description === undefined ? [] : [`${plainWords(site.description)}\n`];
  const relative = site.url === undefined ? ['Links are relative to the place of this file on the site.\n'] : [];
  return [
    `# ${plainWords(`${site.title} (${language.label})`)}\n`,
    ...about,
    ...relative,
    ...writeInstall(language),
    ...writeFirstCall(resolved, language),
    ...writePages(resolved, language, from, writeEntry),
    ...writeEntities(language, parts, from, writeEntry),
    ...writeSources(resolved, language, from),
  ].join('\n');
}

function writeInstall({ package: known }: Language): readonly string[] {
  if (known === undefined) return [];
  const name = known.url === undefined ? plainWords(known.name) : link(plainWords(known.name), known.url);
  const version = known.version === undefined ? '' : `, version ${plainWords(known.version)}`;
  const install = known.install === undefined ? '' : `\n${codeFence(known.install, 'sh')}\n`;
  return [`## Install\n\nThe package is ${name}${version}.\n${install}`];
}

/** The first sample of the quick start that the language has: it shows how the product is called. */
function writeFirstCall({ site, pages }: ResolvedModel, language: Language): readonly string[] {
  const { quickStart } = site.skills;
  const page = quickStart?.value.startsWith('/') ? pages.get(routeFrom(quickStart.value)) : undefined;
  for (const { region, samples } of page?.blocks.flatMap(({ panels }) => panels) ?? []) {
    const sample = samples.get(language.id);
    const code = region === undefined ? sample?.text : sample?.regions.get(region);
    if (code === undefined) continue;
    const name = sample!.extension.slice(1);
    return [`## How to call\n\n${codeFence(code, fenceName({ grammar: language.grammar, name }))}\n`];
  }
  return [];
}

const titles: Readonly<Record<keyof SkillPages, string>> = {
  quickStart: 'Quick start',
  authentication: 'Authentication',
  pagination: 'Pagination',
  errors: 'Errors',
};

/** The pages that `site.yaml` names, without those that the language does not have. */
function writePages(
  resolved: ResolvedModel,
  language: Language,
  from: string,
  writeEntry: WriteEntry,
): readonly string[] {
  const entries = (Object.keys(titles) as (keyof SkillPages)[]).flatMap((key) => {
    const url = resolved.site.skills[key];
    if (url === undefined) return [];
    if (url.asset) return [`- ${link(titles[key], placeOf(resolved.site, from, '') + filePath(url.asset))}\n`];
    if (!url.value.startsWith('/')) return [`- ${link(titles[key], url.value)}\n`];
    const route = routeFrom(url.value);
    const page = resolved.pages.get(route);
    if (page?.languages?.has(language.id) === false) return [];
    if (page !== undefined) return [`- ${titles[key]}: ${writeEntry(page, language.id, from).slice(2)}`];
    // A list of pages that Stele makes for a folder.
    const address = { route, language: language.id };
    const [twin = pathOf(address)] = twinPaths(address, resolved.site.outputs.markdown);
    return [`- ${link(titles[key], placeOf(resolved.site, from, twin))}\n`];
  });
  return entries.length === 0 ? [] : [`## Read first\n\n${entries.join('')}`];
}

function writeEntities(
  { id }: Language,
  parts: readonly TreePart[],
  from: string,
  writeEntry: WriteEntry,
): readonly string[] {
  const count = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  if (count <= maxPages) {
    return parts.map(({ title, pages }) => {
      const entries = pages.map((page) => writeEntry(page, id, from));
      return `## ${plainWords(title)}\n\n${entries.join('')}`;
    });
  }
  const lines = parts.map(({ title, pages }) => `- ${plainWords(title)}: ${pages.length} pages\n`);
  return [`## What is documented\n\n${lines.join('')}`];
}

/** Where the whole reference is. */
function writeSources(resolved: ResolvedModel, { id }: Language, from: string): readonly string[] {
  const { outputs } = resolved.site;
  const source = (path: string, words: string): string =>
    `- ${link(plainWords(path), placeOf(resolved.site, from, path))}: ${words}\n`;
  const page = { route: 'x', language: id };
  const [twin] = twinPaths(page, outputs.markdown);
  const ending = twin?.slice(pathOf(page).length - 1);
  const sources = [
    ...(outputs.llms ? [source(`${id}/llms.txt`, 'all pages in this language, by section')] : []),
    ...(outputs.llms && ending !== undefined ? [source(`${id}/llms-full.txt`, 'the text of these pages')] : []),
    ...(outputs.json ? [source('symbols.json', 'every documented name, with its spelling in each language')] : []),
    ...(ending === undefined
      ? []
      : [`- Every page is also Markdown: put \`${ending}\` in place of the \`/\` at the end of its address.\n`]),
  ];
  return sources.length === 0 ? [] : [`## Where the reference is\n\n${sources.join('')}`];
}
