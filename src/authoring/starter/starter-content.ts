// A title and languages → the content of a new repository: a small reference of an invented API, and a quick start. The
// entities are added by `authoring/edit`, with the names of each language.

import { quoteYaml } from '../../compiler/text/index.ts';

/** What a new repository is made from. */
export interface Starter {
  /** Title of the site: one line. */
  readonly title: string;
  /** Ids of built-in languages, in the order of the tabs. */
  readonly languages: readonly string[];
}

const object = 'reference/greeting';
const method = 'reference/greeting/get';

/** The entities of the reference, for `draftEntity`: each page exists, with its descriptions. */
export const starterEntities = [
  { id: 'greeting', kind: 'object', route: object },
  { id: 'get_greeting', kind: 'method', route: method },
] as const;

/** Path of the samples without extension; pages in all folders find them. */
export const samplePath = '_samples/get-greeting';

/** The pages, the navigation and `site.yaml`, by path from the content folder. */
export function starterContent({ title, languages }: Starter): ReadonlyMap<string, string> {
  return new Map([
    ['site.yaml', siteFile(title, languages)],
    ['index.mdx', homePage(title)],
    ['guides/_navigation.mdx', navigation('Guides', [['Quick start', '/guides/quick-start']])],
    ['guides/quick-start.mdx', quickStart],
    [
      'reference/_navigation.mdx',
      navigation('Reference', [
        ['Introduction', '/reference'],
        ['Greeting', `/${object}`],
        ['Get a greeting', `/${method}`],
      ]),
    ],
    ['reference/index.mdx', introduction],
    [`${object}/index.mdx`, objectPage],
    [`${method}.mdx`, methodPage],
  ]);
}

function siteFile(title: string, languages: readonly string[]): string {
  return `format: 1
title: ${quoteYaml(title)}
# The order of the tabs; the first language is the default.
languages: [${languages.join(', ')}]
sections:
  - title: Guides
    path: /guides/quick-start
  - title: Reference
    path: /reference
`;
}

function navigation(title: string, links: readonly (readonly [title: string, url: string])[]): string {
  const lines = links.map(([name, url]) => `  - title: ${name}\n    url: ${url}\n`);
  return `---\ntitle: ${title}\nlinks:\n${lines.join('')}---\n`;
}

function homePage(title: string): string {
  const text = title.replace(/[\\`*_{}[\]<>#&]/g, '\\$&');
  return `---
title: ${quoteYaml(title)}
---

# ${text}

Start with the [quick start](/guides/quick-start), or look into the [reference](/reference).
`;
}

const quickStart = `---
title: Quick start
---

# Quick start

Write here how a reader gets an API key, installs a library and makes the first request.

<CodeBlock file="get-greeting" />
`;

const introduction = `---
title: Introduction
---

# Introduction

This reference has one object and one method of an invented API. Replace them with yours:
\`npx stele new entity --help\` shows how to add more.
`;

const objectPage = `---
title: Greeting
descriptions:
  greeting:
    self: A text that greets a person.
    id: Identifies the greeting.
---

# Greeting

A description is written once. The names and types beside it are those of the reader's language.
`;

const methodPage = `---
title: Get a greeting
descriptions:
  get_greeting:
    self: Returns a [greeting](/reference/greeting).
    id: Identifies the greeting that you want.
---

# Get a greeting

<CodeBlock referenceId="get_greeting" file="get-greeting" />
`;
