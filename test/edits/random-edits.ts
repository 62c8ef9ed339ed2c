// Random edits of a content folder, by kind. A seed gives the same ones again.

import { pageShape, siteShape, type Keys } from '../../src/compiler/format/index.ts';
import type { Random } from '../../scripts/bench/seeded-random.ts';
import { publicPrefix, type ContentFiles } from './content-files.ts';
import { editBranch, editLine, setKey, setPageKey } from './text-edits.ts';

/** Makes an edit. Returns where it was; undefined if the folder has no place for it. */
export type Edit = (files: ContentFiles, random: Random) => string | undefined;

const pageFile = /^(?!\.\.)(?!.*(?:^|\/)_)[^]*\.mdx?$/;
const navigationFile = /(?:^|\/)_navigation\.mdx$/;
const sampleFile = /(?:^|\/)_samples\//;
const any = /^(?!\.\.)[^]*\.(?:mdx?|yaml|js|py|sh|json)$/;

const some = (files: ContentFiles, random: Random, name: RegExp): string | undefined => {
  const found = [...files.keys()].filter((path) => name.test(path));
  return found.length === 0 ? undefined : random.pick(found);
};

/** A file in the place of another. */
function rename(files: ContentFiles, from: string | undefined, to: (path: string) => string): string | undefined {
  if (from === undefined || to(from) === from) return undefined;
  files.set(to(from), files.get(from)!);
  files.delete(from);
  return `${from} to ${to(from)}`;
}

/** The route of a page's file. */
function routeOf(path: string): string {
  return path.replace(/(?:^|\/)index\.mdx?$|\.mdx?$/, '');
}

const someRoute = (files: ContentFiles, random: Random): string => `/${routeOf(some(files, random, pageFile) ?? '')}`;

/** Values of keys of `site.yaml` beside the format's own examples. */
const siteValues: Readonly<Record<string, readonly string[]>> = {
  title: ['Other', 'Doors & more'],
  lang: ['de', 'en'],
  url: ['https://other.example/', 'https://doors.example/else/'],
  logo: ['_brand/logo.svg', 'images/door.svg'],
  icon: ['_brand/logo.svg'],
  fonts: [
    '{ text: { name: Own, file: _brand/other.woff2 } }',
    '{ text: { name: Own, file: _brand/own.woff2 } }',
    '{ text: { name: Own, file: _brand/own.woff2, weights: 400 } }',
    '{ code: { name: Code } }',
  ],
  accent: ["'#333333'", "'#0a7f6f'"],
  socialImages: ['off', 'sections', 'pages'],
  languages: ['[js]', '[python, js]', '[curl, js, python]', '[js, go, python]', '[{ id: js, label: Script }, python]'],
  sections: ['[{ title: Guides, path: /guides }]', '[{ title: A, path: /reference }, { title: B, path: /notes }]'],
  header: ['[{ title: Home, url: / }]', '[{ title: Door, url: /reference/door }, { title: P, url: /images/plan.pdf }]'],
  flags: ['[]', '[night]', '[door-events, night]'],
  redirects: ['{ /old/door: /guides/open, /older: /reference/lock#lock.kind }', '{ /x: https://far.example/y }'],
  requiredFirst: ['true', 'false'],
  variants: ['[plural, upper]'],
  budgets: ['{ pageBytes: 10 }'],
};

/** Keys with code of the site's own; with them, every page is drawn. */
const codeKeys = new Set(['components', 'mdx', 'format']);

const exampleOf = (keys: Keys, key: string): string | undefined => keys[key]?.example;

const setSiteKey =
  (key: string): Edit =>
  (files, random) => {
    const values = [undefined, exampleOf(siteShape.keys, key), ...(siteValues[key] ?? [])];
    files.set('site.yaml', setKey(files.get('site.yaml') ?? 'title: New\n', key, random.pick(values)));
    return key;
  };

const pageValues: Readonly<Record<string, readonly string[]>> = {
  breadcrumb: ['{ title: Up, url: /guides }', '{ title: Doors, url: /reference/door }', '{ title: None }'],
  featureFlag: ['night', 'never'],
  title: ['Another title', 'Zzz'],
};

const setKeyOfPage: Edit = (files, random) => {
  const path = some(files, random, pageFile);
  const key = random.pick(
    Object.keys(pageShape.keys).filter((name) => name !== 'descriptions' && name !== 'reference'),
  );
  if (path === undefined) return undefined;
  const value = random.pick([undefined, exampleOf(pageShape.keys, key), ...(pageValues[key] ?? [])]);
  files.set(path, setPageKey(files.get(path)!, key, value));
  return `${path} ${key}`;
};

const body = { files: pageFile, part: 'body' } as const;
const front = { files: pageFile, part: 'frontmatter' } as const;

/** Words for a line of a body, with references to other files. */
const insertions: readonly ((files: ContentFiles, random: Random) => string)[] = [
  (files, random) => `[Link](${someRoute(files, random)})`,
  (files, random) => `[Link](${someRoute(files, random)}#how)`,
  (_files, random) => `![Picture](/images/${random.pick(['door', 'none', 'new'])}.svg)`,
  () => '```js\nconst door = await doors.openDoor();\ndoor.lock;\n```',
  (_files, random) => `<CodeBlock title="T" file="${random.pick(['close-door', 'open-door', 'door'])}" />`,
  () => '<LanguageSelector />',
  () => '> [!TIP]\n> Words.',
  () => '## Another part',
];

export const edits: Readonly<Record<string, Edit>> = {
  description: (files, random) =>
    editLine(files, random, { ...front, line: /^ {4,}\w+: [A-Z].*\.$/ }, (line) => [`${line.slice(0, -1)} too.`]),
  'link in a description': (files, random) =>
    editLine(files, random, { ...front, line: /^ {4,}\w+: [A-Z].*\.$/ }, (line) => [
      `${line} [More](${someRoute(files, random)})`,
    ]),
  path: (files, random) => {
    const all = [...files.values()].flatMap((text) => text.match(/(?<=description: )\([\w.]+\)$/gm) ?? []);
    return editLine(files, random, { ...front, line: /description: \([\w.]+\)$/ }, (line) => [
      line.replace(/\([\w.]+\)$/, random.pick(all)),
    ]);
  },
  'description removed': (files, random) => editBranch(files, random, { ...front, line: /^ {4}\w+:/ }, () => []),
  'property renamed': (files, random) =>
    editLine(files, random, { ...front, line: /^ {8,}- key: \w+$/ }, (line) => [
      line.replace(/\w+$/, random.pick(['lock', 'kind', 'renamed', 'force'])),
    ]),
  'property type without a name': (files, random) =>
    editLine(files, random, { ...front, line: /^ {8,}type: \w+$/ }, (line) => [
      line.replace(/\w+$/, random.pick(['string', 'integer', 'array', 'map[string]any', "'list<int>'"])),
    ]),
  'property notes': (files, random) =>
    editLine(files, random, { ...front, line: /^ {8,}type: / }, (line) => [
      line,
      line.replace(
        /type: .*/,
        random.pick([
          'optional: true',
          'default: none',
          'deprecated: true',
          'deprecated: Use it *no* more.',
          'since: 2.0.0',
        ]),
      ),
    ]),
  'property type': (files, random) =>
    editLine(files, random, { ...front, line: /^ {8,}type: \w+$/ }, (line) => [
      line.replace(/\w+$/, random.pick(['Door', 'Lock', 'string', 'object', 'array'])),
    ]),
  'property removed': (files, random) => editBranch(files, random, { ...front, line: /^ {8,}- / }, () => []),
  'property added': (files, random) =>
    editBranch(files, random, { ...front, line: /^ {8,}- key: / }, (lines) => [
      ...lines,
      `${lines[0]}New`,
      ...lines.slice(1),
    ]),
  'entity reference': (files, random) =>
    editBranch(files, random, { ...front, line: /^ {8,}- / }, (lines) => [
      ...lines,
      `${/^ */.exec(lines[0]!)![0]}- (${random.pick(['Door', 'Lock', 'Door.id', 'Lock.kind', 'None'])})`,
    ]),
  'entity removed': (files, random) => editBranch(files, random, { ...front, line: /^ {4}- key: / }, () => []),
  'entity renamed': (files, random) =>
    editLine(files, random, { ...front, line: /^ {4}- key: |^ {6}(?:id|title): / }, (line) => [`${line}x`]),
  'language of a page removed': (files, random) =>
    editBranch(files, random, { ...front, line: /^ {2}(?:js|python|curl|go|ruby):$/ }, () => []),
  'language of a page renamed': (files, random) =>
    editLine(files, random, { ...front, line: /^ {2}(?:js|python|curl|go|ruby):$/ }, () => [
      `  ${random.pick(['js', 'go', 'ruby'])}:`,
    ]),
  text: (files, random) => editLine(files, random, { ...body, line: /^[A-Z]/ }, (line) => [`${line} And more.`]),
  'text removed': (files, random) => editLine(files, random, { ...body, line: /./ }, () => []),
  'text added': (files, random) =>
    editLine(files, random, { ...body, line: /^$/ }, (line) => [line, random.pick(insertions)(files, random), '']),
  heading: (files, random) => editLine(files, random, { ...body, line: /^#/ }, (line) => [`${line} anew`]),
  title: (files, random) => editLine(files, random, { ...front, line: /^title: / }, (line) => [`${line} anew`]),
  'page title': (files, random) => {
    const path = some(files, random, pageFile);
    if (path === undefined) return undefined;
    files.set(
      path,
      setPageKey(files.get(path)!, 'title', random.pick(['Another', 'The "title" & more', "'Zzz: *x*'", undefined])),
    );
    return path;
  },
  'page description': (files, random) => {
    const path = some(files, random, pageFile);
    if (path === undefined) return undefined;
    files.set(
      path,
      setPageKey(files.get(path)!, 'description', random.pick(['About it.', 'Doors & locks.', undefined])),
    );
    return path;
  },
  code: (files, random) =>
    editLine(files, random, { ...body, line: /^const |^door/ }, (line) => [`${line} doors.openDoor('2');`]),
  'page key': setKeyOfPage,
  'page added': (files, random) => {
    const [from, beside] = [some(files, random, pageFile), some(files, random, pageFile)];
    if (from === undefined) return undefined;
    const path = beside!.replace(/[^/]*$/, `${random.pick(['added', 'aaa', 'zzz', 'close'])}.mdx`);
    files.set(path, files.get(from)!);
    return path;
  },
  'page deleted': (files, random) => {
    const path = some(files, random, pageFile);
    if (path !== undefined) files.delete(path);
    return path;
  },
  'page renamed': (files, random) =>
    rename(files, some(files, random, pageFile), (path) => path.replace(/(?=\.mdx?$)/, random.pick(['-new', '2']))),
  'page renamed in case': (files, random) =>
    rename(files, some(files, random, pageFile), (path) =>
      path.replace(/[^/]*$/, (name) => name[0]!.toUpperCase() + name.slice(1)),
    ),
  'page moved': (files, random) =>
    rename(files, some(files, random, pageFile), (path) => `${random.pick(['guides', 'new', 'reference'])}/${path}`),
  'page as a folder': (files, random) =>
    rename(files, some(files, random, pageFile), (path) =>
      path.includes('/index.') ? path.replace('/index.', '.') : path.replace(/(?=\.mdx?$)/, '/index'),
    ),
  sample: (files, random) =>
    editLine(files, random, { files: sampleFile, line: /./ }, (line) => [
      line,
      random.pick(['door.lock.kind;', 'openDoor({ force: 1 })', 'print(1)', '']),
    ]),
  'sample removed': (files, random) => {
    const path = some(files, random, sampleFile);
    if (path !== undefined) files.delete(path);
    return path;
  },
  'sample renamed': (files, random) =>
    rename(files, some(files, random, sampleFile), (path) =>
      path.replace(/[^/.]*(?=\.\w+$)/, random.pick(['close-door', 'door', 'open-door', 'other'])),
    ),
  'sample in another language': (files, random) => {
    const path = some(files, random, sampleFile);
    if (path === undefined) return undefined;
    const added = path.replace(/\.\w+$/, random.pick(['.js', '.py', '.sh', '.json', '.go']));
    files.set(added, files.get(path)!);
    return added;
  },
  'navigation title': (files, random) =>
    editLine(files, random, { files: navigationFile, line: /title: / }, (line) => [`${line} anew`]),
  'navigation address': (files, random) =>
    editLine(files, random, { files: navigationFile, line: /url: / }, (line) => [
      line.replace(/url: .*/, `url: ${random.pick([someRoute(files, random), 'https://far.example'])}`),
    ]),
  'navigation entry removed': (files, random) =>
    editBranch(files, random, { files: navigationFile, line: /^ +- / }, () => []),
  'navigation entry added': (files, random) =>
    editBranch(files, random, { files: navigationFile, line: /^ +- / }, (lines) => [
      ...lines,
      `${/^ */.exec(lines[0]!)![0]}- title: Added`,
      `${/^ */.exec(lines[0]!)![0]}  url: ${someRoute(files, random)}`,
    ]),
  'navigation file removed': (files, random) => {
    const path = some(files, random, navigationFile);
    if (path !== undefined) files.delete(path);
    return path;
  },
  'navigation file added': (files, random) => {
    const folder = some(files, random, /^[a-z]+\/[^]*\.mdx$/)?.replace(/\/.*/, '');
    if (folder === undefined) return undefined;
    const links = Array.from({ length: 3 }, () => `  - title: Entry\n    url: ${someRoute(files, random)}\n`).join('');
    files.set(`${folder}/_navigation.mdx`, `---\ntitle: Made\nlinks:\n${links}---\n`);
    return folder;
  },
  'picture changed': (files, random) => {
    const path = some(files, random, /^(?!\.\.)[^]*\.svg$/);
    if (path === undefined) return undefined;
    files.set(path, files.get(path)!.replace(/width="\d+"/, `width="${random.integer(99) + 1}"`));
    return path;
  },
  'file removed': (files, random) => {
    const path = some(files, random, /\.(?:svg|pdf|woff2)$/);
    if (path !== undefined) files.delete(path);
    return path;
  },
  'file renamed': (files, random) =>
    rename(files, some(files, random, /\.(?:svg|pdf)$/), (path) => path.replace(/[^/.]*(?=\.\w+$)/, 'new')),
  'public file': (files, random) => {
    const path = publicPrefix + random.pick(['404.html', 'robots.txt', 'plan.txt', 'images/new.svg']);
    if (files.has(path) && random.chance(0.6)) files.delete(path);
    else files.set(path, `<p>public ${random.integer(9)}</p>\n`);
    return path;
  },
  'line removed': (files, random) => editLine(files, random, { files: any, line: /./ }, () => []),
  'line doubled': (files, random) => editLine(files, random, { files: any, line: /./ }, (line) => [line, line]),
  ...Object.fromEntries(
    Object.keys(siteShape.keys)
      .filter((key) => !codeKeys.has(key))
      .map((key) => [`site.yaml: ${key}`, setSiteKey(key)]),
  ),
};

const allKinds = Object.keys(edits);

/** Edits that mostly change one page, a sample, titles of links, or the accent colour. */
export const shortEdits: readonly string[] = [
  'description',
  'link in a description',
  'property type without a name',
  'property notes',
  'text',
  'text removed',
  'text added',
  'heading',
  'code',
  'title',
  'page title',
  'page description',
  'line doubled',
  'sample',
  'navigation title',
  'site.yaml: accent',
];

/** Makes a random edit that changes something. */
export function editAtRandom(
  files: ContentFiles,
  random: Random,
  kinds: readonly string[] = allKinds,
): { readonly kind: string; readonly place: string } {
  for (;;) {
    const kind = random.pick(kinds);
    const before = new Map(files);
    const place = edits[kind]!(files, random);
    const isChanged = files.size !== before.size || [...files].some(([path, text]) => before.get(path) !== text);
    const hasPage = [...files.keys()].some((path) => pageFile.test(path));
    if (place !== undefined && isChanged && hasPage) return { kind, place };
    files.clear();
    for (const [path, text] of before) files.set(path, text);
  }
}
