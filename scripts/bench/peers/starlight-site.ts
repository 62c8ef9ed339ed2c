// A generated site → the same content as a site of Starlight: one page in MDX per entity, with a tab per language.

import { languageIds } from '../language-forms.ts';
import { capitalise } from '../naming.ts';
import type { SectionPlan } from '../plan-site.ts';
import { extensions } from '../write-samples.ts';
import { linksOf, writeHome, type NavigationLink } from '../write-shared.ts';
import type { GeneratedSite } from '../write-site.ts';
import { factsOf } from './entity-facts.ts';
import type { FormFacts, PageFacts, Row } from './page-facts.ts';
import { peerLanguages } from './peer-languages.ts';
import { writeStarlightStyles } from './style-sheet.ts';

/** Returns the files of the site by path in its folder. */
export function writeStarlightSite({ files, sections, entities }: GeneratedSite): ReadonlyMap<string, string> {
  const site = new Map([
    ['package.json', packageFile],
    ['tsconfig.json', '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }\n'],
    ['astro.config.mjs', writeConfig(sections)],
    ['src/content.config.mjs', contentConfig],
    ['src/styles/site.css', writeStarlightStyles()],
    ['src/content/docs/index.mdx', writeHome(sections)],
  ]);
  for (const page of factsOf(entities)) site.set(starlightPath(page), writePage(page, files));
  return site;
}

/** Path of the source of a page. */
export function starlightPath({ route }: Pick<PageFacts, 'route'>): string {
  return `src/content/docs/${route}.mdx`;
}

/** Astro bundles the packages that depend on it, and searches them among the site's own dependencies. */
const packageFile = `{
  "private": true,
  "type": "module",
  "dependencies": { "@astrojs/starlight": "*", "astro": "*" }
}
`;

const contentConfig = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** All links of a section are in one group: a group has no address of its own that an object could have. */
function writeConfig(sections: readonly SectionPlan[]): string {
  const flatten = ({ title, url, links = [] }: NavigationLink): readonly unknown[] => [
    { label: title, link: `${url}/` },
    ...links.flatMap(flatten),
  ];
  const groups = sections.map((section) => ({
    label: capitalise(section.topic),
    items: linksOf(section).flatMap(flatten),
  }));
  const sidebar = [{ label: 'Parameters', link: '/parameters/' }, ...groups];
  return `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://docs.example.com',
  integrations: [
    starlight({
      title: 'Acme API',
      customCss: ['./src/styles/site.css'],
      sidebar: ${JSON.stringify(sidebar, undefined, 2)},
    }),
  ],
});
`;
}

function writePage(page: PageFacts, files: GeneratedSite['files']): string {
  return `---
title: ${page.title}
description: ${page.summary}
---

import { Tabs, TabItem } from '@astrojs/starlight/components';

${page.prose}
${page.samples === undefined ? '' : writeSamples(page.samples, files)}
${writeTabs(page.forms.map((form) => [form.language, writeForm(form, page.texts)] as const))}`;
}

function writeSamples({ topic, stem }: NonNullable<PageFacts['samples']>, files: GeneratedSite['files']): string {
  const fence = (grammar: string, name: string): string =>
    `\`\`\`${grammar}\n${files.get(`${topic}/_samples/${name}`)!}\`\`\`\n`;
  const requests = languageIds.map((language) => {
    return [language, fence(peerLanguages[language].grammar, `${stem}.${extensions[language]}`)] as const;
  });
  return `**Request**\n\n${writeTabs(requests)}\n**Response**\n\n${fence('json', `${stem}-response.json`)}`;
}

function writeTabs(tabs: readonly (readonly [language: FormFacts['language'], text: string])[]): string {
  const items = tabs.map(([id, text]) => `<TabItem label="${peerLanguages[id].label}">\n\n${text}\n</TabItem>\n`);
  return `<Tabs syncKey="language">\n${items.join('')}</Tabs>\n`;
}

function writeForm({ title, verb, text, lists }: FormFacts, texts: PageFacts['texts']): string {
  const parts = lists.map(({ heading, rows }) => `**${heading}**\n\n${writeRows(rows, texts, '')}`);
  const head = `${verb === undefined ? '' : `**${verb}** `}\`${title}\``;
  return [head, ...(text === undefined ? [] : [texts.get(text)!]), parts.join('\n')].join('\n\n');
}

function writeRows(rows: readonly Row[], texts: PageFacts['texts'], indent: string): string {
  const items = rows.map(({ name, type, optional, text, url, rows: children = [] }) => {
    const label = url === undefined ? `**\`${name}\`**` : `[**\`${name}\`**](${url})`;
    const head = `${label}${type === undefined ? '' : ` \`${type}\``}${optional === true ? ' *optional*' : ''}`;
    const words = text === undefined ? '' : `\n${indented(texts.get(text)!, `${indent}  `)}`;
    return `${indent}- ${head}\n${words}${children.length > 0 ? `\n${writeRows(children, texts, `${indent}  `)}` : ''}`;
  });
  return items.join('\n');
}

function indented(text: string, indent: string): string {
  return text.replaceAll(/^(?=.)/gm, indent).concat('\n');
}
