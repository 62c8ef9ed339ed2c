// A generated site → the same content as a site of Hugo: tables in front matter, samples as files, navigation as data,
// and the layouts of the folder `hugo`.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { languageIds } from '../language-forms.ts';
import { capitalise } from '../naming.ts';
import { extensions } from '../write-samples.ts';
import { linksOf, writeHome } from '../write-shared.ts';
import type { GeneratedSite } from '../write-site.ts';
import { factsOf } from './entity-facts.ts';
import type { PageFacts } from './page-facts.ts';
import { peerLanguages } from './peer-languages.ts';
import { writeHugoStyles } from './style-sheet.ts';

const layouts = join(import.meta.dirname, 'hugo');

/** Returns the files of the site by path in its folder. */
export function writeHugoSite({ files, sections, entities }: GeneratedSite): ReadonlyMap<string, string> {
  const site = new Map([...readLayouts(), ['assets/site.css', writeHugoStyles()]]);
  site.set('content/_index.md', writeHome(sections));
  const languages = languageIds.map((id) => ({ id, ...peerLanguages[id], extension: extensions[id] }));
  site.set('data/languages.yaml', stringify(languages));
  const parameters = { title: 'Parameters', url: '/parameters/' };
  const tops = sections.map(({ topic, objects }) => ({ title: capitalise(topic), url: `/${objects[0]!.route}/` }));
  site.set('data/sections.yaml', stringify([parameters, ...tops]));
  for (const section of sections) {
    const navigation = { title: capitalise(section.topic), links: linksOf(section) };
    site.set(`data/navigation/${section.topic}.yaml`, stringify(navigation));
  }
  for (const page of factsOf(entities)) site.set(hugoPath(page), writeHugoPage(page));
  for (const [path, text] of files) {
    if (path.includes('/_samples/')) site.set(`samples/${path.replace('/_samples/', '/')}`, text);
  }
  return site;
}

/** Path of the source of a page. */
export function hugoPath({ route }: Pick<PageFacts, 'route'>): string {
  return `content/${route}.md`;
}

function writeHugoPage({ title, summary, texts, forms, prose, samples }: PageFacts): string {
  const frontmatter = { title, description: summary, descriptions: Object.fromEntries(texts), forms };
  const yaml = stringify(frontmatter, { lineWidth: 0, aliasDuplicateObjects: false });
  const block = samples === undefined ? '' : `\n{{< samples "${samples.topic}/${samples.stem}" >}}\n`;
  return `---\n${yaml}---\n\n${prose}${block}`;
}

function readLayouts(): readonly (readonly [path: string, text: string])[] {
  const entries = readdirSync(layouts, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(layouts, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
  });
}
