// `site.yaml` (format.md 8.1).

import {
  accentColour,
  assistantAddress,
  assetType,
  changeableCode,
  changeableCodes,
  componentName,
  fileOf,
  imageHost,
  insidePath,
  languageId,
  languageTag,
  noCodeBlock,
  noJson,
  oldRoute,
  redirectTarget,
  sectionPath,
  siteAddress,
  webAddress,
  withPath,
} from './text-rules.ts';
import { changeKindNames, impacts } from './change-kinds.ts';
import { fontsShape, logoShape } from './site-looks.ts';
import { languageShape } from './site-languages.ts';
import { choice, either, flag, key, list, map, number, prose, shape, table, text, verbatim } from './spec.ts';

/** Built-in names of descriptions that are variants of one text (format.md 4.8). */
export const builtInVariants = ['self', 'lowercase', 'uppercase', 'titlecase', 'camelcase'] as const;

/** The severities that a site may choose. */
export const severities = ['off', 'advice', 'warning', 'error'] as const;

/** The hosts that have files of their own for headers and redirects. */
export const hostKinds = ['netlify', 'cloudflare', 'vercel', 'nginx', 'apache'] as const;

/** The default values of keys with choices. */
export const defaults = { lang: 'en', mdx: 'data', socialImages: 'sections', markdown: 'route' } as const;

export const siteShape = shape(
  'site.yaml',
  'The file `site.yaml` at the top of the content folder. Paths in it are relative to that folder, and routes are ' +
    'written without a language.',
  {
    format: key(choice(['1']), 'The version of the content format.', '1', '`1`'),
    title: key(prose, 'The name of the site.', 'Latchkey', 'an error; without `site.yaml` it is the folder’s name'),
    description: key(prose, 'One sentence about the site.', 'Doors, keys and who may use them.'),
    logo: key(
      either('a path, or a map with `light` and `dark`', () => [text(insidePath), map(() => logoShape)]),
      'A picture beside the name: one path, or one path for the light theme and one for the dark.',
      '_brand/logo.svg',
      'the name alone',
    ),
    icon: key(
      text(fileOf('.svg'), insidePath),
      'The icon of browser tabs: a square SVG of [plain shapes](/guides/looks).',
      '_brand/icon.svg',
      'the logo if it can be drawn so, else the first letter of the title',
    ),
    lang: key(
      text(languageTag),
      'The language of the site’s texts and of its interface.',
      'pt-BR',
      `\`${defaults.lang}\``,
    ),
    accent: key(text(accentColour), 'The colour of links.', "'#0a7f6f'", 'the colour of Stele'),
    fonts: key(
      map(() => fontsShape),
      'The faces of text and of code.',
      '{ text: { name: Inter, file: _fonts/inter.woff2 } }',
      'the faces of the reader’s system',
    ),
    footer: key(text(), 'The words at the foot of every page.', '© Latchkey'),
    url: key(
      text(siteAddress),
      'The address where the site is published, with its path.',
      'https://docs.example.com/',
      'no canonical addresses, no sitemap, no pictures for shared links',
    ),
    socialImages: key(
      choice(['sections', 'pages', 'off']),
      'Which pages have a picture of their own for shared links: one per section, one per page, or none. Needs `url`.',
      'pages',
      `\`${defaults.socialImages}\``,
    ),
    languages: key(
      list(() =>
        either('the id of a language, or a map with an `id`', () => [
          text(languageId, noJson),
          map(() => languageShape),
        ]),
      ),
      'The languages of the reference, in the order of the tabs. The first is the default.',
      '[curl, ruby, { id: kotlin, label: Kotlin }]',
      'the languages that the pages use',
    ),
    sections: key(
      list(() => map(() => sectionShape)),
      'The top-level folders with their titles, in the order of the header.',
      '[{ title: Reference, path: /reference }]',
      'all folders, by name',
    ),
    header: key(
      list(() => map(() => headerLinkShape)),
      'Further links of the header.',
      '[{ title: Status, url: https://status.example.com }]',
    ),
    edit: key(
      { ...text(webAddress, withPath), wanted: withPath.wanted },
      'The address of “edit this page”, with `{path}` in place of the file’s path.',
      'https://github.com/latchkey/docs/edit/main/content/{path}',
      'no such link',
    ),
    variants: key(
      list(() => verbatim()),
      `Further names in \`descriptions\` that are spellings of one text, beside ${quoted(builtInVariants)}.`,
      '[plural]',
    ),
    components: key(
      table('files by name', { rules: [componentName, noCodeBlock] }, () => text(fileOf('.astro'), insidePath)),
      'The site’s own components: for bodies, or [in place of a part](/guides/looks/replace-a-part) of every page.',
      '{ Chart: _parts/Chart.astro }',
    ),
    mdx: key(
      choice(['data', 'code']),
      'Whether bodies may hold code, which a build [runs](/guides/configuration/code-in-bodies).',
      'code',
      `\`${defaults.mdx}\``,
    ),
    assetTypes: key(
      list(() => text(assetType)),
      'Types of files that are published beside [the safe ones](/guides/configuration/files-beside-pages).',
      '[.html]',
    ),
    imageHosts: key(
      list(() => text(imageHost)),
      'Other hosts that pictures may come from.',
      '[images.example.com]',
    ),
    hosts: key(
      list(() => choice(hostKinds)),
      'Hosts whose files for headers and redirects the build [writes](/guides/being-found/files-for-hosts).',
      '[netlify]',
    ),
    requiredFirst: key(
      flag,
      'Whether tables show required entries before optional ones.',
      'true',
      'the order of the file',
    ),
    flags: key(
      list(() => verbatim()),
      'The feature flags that are on.',
      '[door-events]',
    ),
    severities: key(
      table('severities by code', { rules: [changeableCode], of: changeableCodes }, () => choice(severities)),
      'Another severity for a warning or an advice. That of an error cannot be changed.',
      '{ unused-description: off }',
    ),
    redirects: key(
      table('targets by old route', { rules: [oldRoute] }, () => text(redirectTarget)),
      'Old routes, each with a route, a heading or an https address. They hold for all languages.',
      '{ /reference/gate: /reference/door }',
    ),
    budgets: key(
      map(() => budgetsShape),
      'Limits for a build. Passing one is a warning.',
      '{ pageBytes: 60000 }',
      'no limits',
    ),
    outputs: key(
      map(() => outputsShape),
      'The [files for programs](/guides/programs) that the site has.',
      '{ markdown: off }',
      'all of them',
    ),
    skills: key(
      map(() => skillsShape),
      'The pages that the [skills for assistants](/guides/programs/skills) name first.',
      '{ quickStart: /quick-start }',
      'the skills name no such pages',
    ),
    assistants: key(
      list(() => map(() => assistantShape)),
      'Assistants that the [menu of a page](/guides/programs/the-menu-of-a-page) offers to open the page in.',
      "[{ title: Open in Claude, url: 'https://claude.ai/new?q=Read%20{url}' }]",
    ),
    diff: key(
      map(() => diffShape),
      'How `stele diff` judges changes.',
      '{ impacts: { default-changed: text } }',
      'the impacts of its [kinds](/guides/diff/kinds)',
    ),
  },
  ['title'],
);

export const sectionShape = shape(
  'a section',
  'An entry of `sections`.',
  {
    title: key(prose, 'The words in the header.', 'Reference'),
    path: key(text(sectionPath), 'The folder.', '/reference'),
  },
  ['title', 'path'],
);

export const headerLinkShape = shape(
  'a header link',
  'An entry of `header`.',
  {
    title: key(prose, 'The words of the link.', 'Status'),
    url: key(text(), 'A page of the site, or an address elsewhere.', 'https://status.example.com'),
  },
  ['title', 'url'],
);

export const assistantShape = shape(
  'an assistant',
  'An entry of `assistants`.',
  {
    title: key(prose, 'The words in the menu.', 'Open in Claude'),
    url: key(
      text(assistantAddress),
      'The address that it is opened at, with `{url}` in place of the address of the page’s Markdown.',
      'https://claude.ai/new?q=Read%20{url}',
    ),
  },
  ['title', 'url'],
);

export const outputsShape = shape('`outputs`', 'The files for programs that a site has.', {
  markdown: key(
    choice(['route', 'folder', 'both', 'off']),
    'Each page as Markdown: at `<route>.md`, at `<route>/index.md`, at both addresses, or not at all.',
    'folder',
    `\`${defaults.markdown}\``,
  ),
  llms: key(
    flag,
    'Whether there are `llms.txt` and `llms-full.txt`, for the site and for each language.',
    'false',
    '`true`',
  ),
  json: key(flag, 'Whether there are each page as JSON and the index of all names.', 'false', '`true`'),
  skills: key(flag, 'Whether there is a skill for assistants, for each language.', 'false', '`true`'),
});

export const skillsShape = shape('`skills`', 'Pages that the skills for assistants name, with their descriptions.', {
  quickStart: key(text(), 'How to begin: installation, keys, the first call.', '/quick-start'),
  authentication: key(text(), 'How calls are authenticated.', '/authentication'),
  pagination: key(text(), 'How to get all entries of a long list.', '/pagination'),
  errors: key(text(), 'Which errors there are, and what to do about them.', '/errors'),
});

export const budgetsShape = shape('`budgets`', 'Limits that a build reports when it passes them.', {
  pageBytes: key(number, 'The bytes of the HTML of one page, compressed with gzip.', '60000'),
  domNodes: key(number, 'The elements of one page.', '4000'),
  markdownCharacters: key(
    number,
    'The characters of the longest [Markdown file](/guides/programs/each-page-as-markdown). Assistants may cut it.',
    '50000',
  ),
  buildSeconds: key(number, 'The seconds that a build takes.', '60'),
  files: key(number, 'The files of the whole site, which many hosts limit.', '20000'),
  memoryMiB: key(number, 'The memory of a build at its peak, in mebibytes.', '900'),
});

const impactTable = table('impacts by kind of change', { rules: [], of: changeKindNames }, () => choice(impacts));

export const diffShape = shape('`diff`', 'Other impacts of changes than those that `stele diff` knows.', {
  impacts: key(impactTable, 'Impacts by kind of change, in all languages.', '{ default-changed: text }'),
  languages: key(
    table('maps of impacts by language', { of: 'languages' }, () => impactTable),
    'Impacts by kind of change, in single languages. They go before those for all languages.',
    '{ js: { argument-renamed: breaking } }',
  ),
});

function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
