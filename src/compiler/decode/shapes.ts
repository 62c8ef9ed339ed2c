// The keys of every map of the content format, in one place: what decoders accept, messages suggest, and
// `json-schema.ts` describes to editors.

import { catalogue, codes } from '../diagnostics/index.ts';
import { codeLanguageNames } from '../languages/index.ts';
import { bounds } from '../source/index.ts';

/** What a value may be. `about` is one sentence for the author who meets the key in an editor. */
export type ValueSpec =
  | ({ readonly kind: 'text'; readonly about: string } & TextRules)
  | { readonly kind: 'boolean'; readonly about: string }
  /** Fixed keys, or any keys with values of one kind. */
  | {
      readonly kind: 'map';
      readonly about: string;
      readonly shape?: () => Shape;
      readonly values?: () => ValueSpec;
      /** What a key must match, or one of which it must be. */
      readonly names?: string | readonly string[];
    }
  /** `least`: how many items it must have. */
  | { readonly kind: 'list'; readonly about: string; readonly items: () => ValueSpec; readonly least?: number }
  /** One of several forms, told apart by its own reader. */
  | { readonly kind: 'any'; readonly about: string; readonly forms: () => readonly ValueSpec[] }
  | { readonly kind: 'number'; readonly about: string }
  | { readonly kind: 'null'; readonly about: string }
  | { readonly kind: 'const'; readonly about: string; readonly values: readonly (string | number)[] }
  /** Accepted and not read. */
  | { readonly kind: 'ignored'; readonly about: string };

/** What a text must be. White space at its ends does not count; nothing is no text, unless it may be empty. */
interface TextRules {
  readonly pattern?: string;
  /** What it must not match. */
  readonly not?: string;
  readonly oneOf?: readonly string[];
  readonly mayBeEmpty?: boolean;
}

export type Keys = Readonly<Record<string, ValueSpec>>;

/** The keys of one kind of map, and what messages call it. */
export interface Shape<K extends Keys = Keys> {
  readonly where: string;
  readonly keys: K;
  readonly required: readonly string[];
  /** Keys of which there must be one. */
  readonly oneOf?: readonly string[];
  /** Flags that exclude each other, and the list that each of them needs. */
  readonly exclusive?: { readonly flags: readonly string[]; readonly need: string };
  /** The list that holds further maps of this shape, and how many levels there may be. */
  readonly levels?: { readonly key: string; readonly most: number };
}

function shape<const K extends Keys>(
  where: string,
  keys: K,
  required: readonly (keyof K & string)[] = [],
  more: Pick<Shape, 'oneOf' | 'exclusive' | 'levels'> = {},
): Shape<K> {
  return { where, keys, required, ...more };
}

const text = (about: string, more: TextRules = {}) => ({ kind: 'text', about, ...more }) as const;
const anyText = text('', { mayBeEmpty: true });
const flag = (about: string) => ({ kind: 'boolean', about }) as const;
const number = (about: string) => ({ kind: 'number', about }) as const;
const map = (about: string, inner: () => Shape) => ({ kind: 'map', about, shape: inner }) as const;
const mapOf = (about: string, values: () => ValueSpec, names?: string | readonly string[]) =>
  ({ kind: 'map', about, values, ...(names === undefined ? {} : { names }) }) as const;
const list = (about: string, items: () => ValueSpec) => ({ kind: 'list', about, items }) as const;
const any = (about: string, forms: () => readonly ValueSpec[]) => ({ kind: 'any', about, forms }) as const;
const words = (about: string) => list(about, () => anyText);

/** Classes, repetition, alternatives: what `patternBefore` must not contain (decode-entities.ts decides). */
const generalExpression = String.raw`\\[A-RT-Za-mo-rt-z0-9]|\.[*+]|\\s[*+?{]|\[(?:\^|[^\]]*-[^\]]*\])|\][*+{]|\(\?|\([^()]*\|[^()]*\)|\)[*+?]|^\^|(?<!\\)\$$`;

const languageId = '^(?!json$)[a-z][a-z0-9-]*$';

/** The start of a path that leads out of the content folder; names that `..` takes back may be three levels deep. */
const wayOut = ((): string => {
  const [name, nothing] = [String.raw`(?!\.{0,2}(?:/|$))[^/]+/`, String.raw`(?:\.?/)*`];
  let back = '';
  for (let level = 0; level < 3; level++) back = String.raw`(?:${name}${nothing}${back}\.\./${nothing})*`;
  return String.raw`${nothing}${back}\.\.(?:/|$)`;
})();

/** A path of a file with an ending that stays in the content folder. */
const insidePath = (ending: string): string =>
  String.raw`^(?!/|[A-Za-z]:|${wayOut})[^\\]*` + (ending === '' ? String.raw`\S` : ending) + '$';

/** An address on another host with something in it. */
const webAddress = (part: string): string =>
  String.raw`^(?:[hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)` +
  (part === '' ? '' : `(?=.*${part})`) +
  String.raw`[^\s"'<>]+$`;

/** A path in parentheses, as a whole scalar (format.md 3.2). */
const description = any('Markdown, or the path of a description in parentheses: `(connection.id)`.', () => [anyText]);
const deprecated = any('`true`, or Markdown that says what to use instead.', () => [flag(''), anyText]);
const since = text('The version that brought it.');
const defaultValue = any(
  'Value that stands where none is given: text, a number, `true`, `false`, `null` or a list.',
  () => [anyText, { kind: 'null', about: '' }, list('', () => anything)],
);
const anything = { kind: 'ignored', about: '' } as const;
const ignored = { kind: 'ignored', about: 'Left by a tool; not read.' } as const;

const table: ValueSpec = mapOf('Descriptions by name, at any depth. `self` is the text of the group.', () =>
  any('Markdown, a placeholder, or a group of descriptions.', () => [anyText, table]),
);

/** format.md 2.2. */
export const pageShape = shape('a page', {
  title: text('Title of the page. Without it, its first heading.'),
  description: any('One sentence of plain text for search engines and cards.', () => [text('')]),
  descriptions: any('The texts that placeholders stand for.', () => [table]),
  reference: mapOf('Objects and methods by language.', () =>
    list('Entities in the order in which they are shown.', () =>
      map('An object, a method, or a shared parameter.', () => entityShape),
    ),
  ),
  showNextPage: flag('Whether links to the pages before and behind it are shown.'),
  breadcrumb: map('What stands above the title.', () => breadcrumbShape),
  icon: text('Name of an icon.'),
  externalAssets: mapOf('Addresses that the body may use as `externalAssets.name`.', () => anyText),
  hideCopyButton: flag('Whether code is shown without a button that copies it.'),
  featureFlag: text('The page exists only where the site has this flag on.'),
  originalPath: ignored,
});

export const breadcrumbShape = shape('`breadcrumb`', { title: text('Words.'), url: text('A page of the site.') }, [
  'title',
]);

/** format.md 4.2. */
export const entityShape = shape(
  'an entity',
  {
    key: text('Identifier in this language.'),
    id: text('Name in all languages, and start of its anchors.', { pattern: '^[A-Za-z][A-Za-z0-9_.-]*$' }),
    url: text('Route of the page.'),
    title: text('How it is written: `interface Connection`, `/connections/:id`.'),
    type: text('For curl, the verb.'),
    properties: list('Properties of an object.', () => itemSpec),
    parameters: list('Parameters of a method.', () => itemSpec),
    returns: list('What a method gives back.', () => itemSpec),
    patternBefore: text('What stands before the key in code when it means this entity: `sso.`; `\\s` is white space.', {
      mayBeEmpty: true,
      not: generalExpression,
    }),
    sendsEmail: flag('Whether calling it sends an e-mail.'),
    description,
    optional: flag('Whether a shared parameter may be left out.'),
    default: defaultValue,
    deprecated,
    since,
  },
  ['key'],
);

/** format.md 4.3. */
export const itemShape = shape(
  'an item',
  {
    key: text('Identifier in this language; `anonymous` for an unnamed return value.'),
    type: text('Type in the notation of this language.'),
    description,
    optional: flag('Whether it may be absent.'),
    properties: list('What is inside.', () => itemSpec),
    unwrap: flag('Show what is inside in its place.'),
    expanded: flag('Show what is inside without a click.'),
    title: text('Words in place of a name; on return values.'),
    default: defaultValue,
    deprecated,
    since,
  },
  ['key'],
  {
    exclusive: { flags: ['unwrap', 'expanded'], need: 'properties' },
    levels: { key: 'properties', most: bounds.itemDepth },
  },
);

const itemSpec: ValueSpec = any('A field, or a reference to an entity by key: `(limit)`, `(User.id)`.', () => [
  text('', { pattern: '^\\s*\\([A-Za-z_]\\w*(\\.\\w+)?\\)\\s*$' }),
  map('', () => itemShape),
]);

/** format.md 1.4. */
export const navigationShape = shape('a navigation', {
  title: text('Title of the section.'),
  links: list('Links of the first level.', () => navigationLinkSpec),
  originalPath: ignored,
});

export const navigationLinkShape = shape(
  'a navigation link',
  {
    title: text('Words of the link, or of the group.'),
    url: text('A page of the site, or an address elsewhere.'),
    links: list('Links of the next level; four levels at most.', () => navigationLinkSpec),
    featureFlag: text('The link exists only where the site has this flag on.'),
    excludeFromSearch: flag('Whether search leaves the page out.'),
  },
  ['title'],
  { oneOf: ['url', 'links'], levels: { key: 'links', most: bounds.navigationDepth } },
);

const navigationLinkSpec: ValueSpec = map('A link or a group of links.', () => navigationLinkShape);

const severities = ['off', 'advice', 'warning', 'error'];

/** Codes that a site may give another severity. */
export const changeableCodes = codes.filter((code) => catalogue[code].severity !== 'error');

/** An ending of a file's name, and a host with its port. */
export const assetTypePattern = '^\\.[A-Za-z0-9_+-]{1,20}$';
export const imageHostPattern =
  '^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\\d{1,5})?$';

const route = '^/[^\\s?#]*$';

/** format.md 8.1. */
export const siteShape = shape(
  'site.yaml',
  {
    format: { kind: 'const', about: 'Version of the format: 1.', values: [1, '1'] },
    title: text('Name of the site.'),
    description: text('One sentence about the site.'),
    logo: any('A picture beside the name: a path, or one for light and one for dark.', () => [
      text('', { pattern: insidePath('') }),
      map('', () => logoShape),
    ]),
    icon: text(
      'Picture of browser tabs: a path to a square SVG. Without it the logo where that is one, else a letter.',
      {
        pattern: insidePath('\\.svg'),
      },
    ),
    socialImages: text('What has a picture of its own where a link is shared; needs `url`.', {
      oneOf: ['sections', 'pages', 'off'],
    }),
    fonts: map('Faces; without them those of the reader’s system.', () => fontsShape),
    accent: text('Colour of links, as `#rgb` or `#rrggbb`.', { pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' }),
    lang: text('Language of the site’s texts and interface, as a tag: `en` (the default), `de`, `pt-BR`.'),
    footer: text('Words at the foot of every page.'),
    url: text('Production address with base path: for canonical links.', { pattern: '^https?://[^\\s"\'<>?#@\\\\]+$' }),
    languages: list('Languages in their order; the first is the default.', () =>
      any('The id of a built-in language, or a language with its own values.', () => [
        text('', { pattern: languageId }),
        map('', () => languageShape),
      ]),
    ),
    sections: list('Top-level folders in the order of the header.', () => map('', () => sectionShape)),
    header: list('Further links of the header.', () => map('', () => headerLinkShape)),
    edit: text('Address of “edit this page”, with `{path}` for the file.', { pattern: webAddress('\\{path\\}') }),
    variants: words('Further names of description leaves that are spellings of one text.'),
    components: mapOf(
      'Components of this site, in bodies or in place of a part of every page: name → file in the content folder.',
      () => text('', { pattern: insidePath('\\.astro') }),
      '^(?!CodeBlock(?:Tab)?$)[A-Z]\\w*(?:\\.[A-Z]\\w*)*$',
    ),
    requiredFirst: flag('Whether tables show what is required before what is optional.'),
    mdx: text('`data`: bodies hold no code. `code`: they may, and it is run when the site is built.', {
      oneOf: ['data', 'code'],
    }),
    flags: words('Feature flags that are on.'),
    assetTypes: list('Types of files that the site publishes beside the safe ones, as endings: `.html`.', () =>
      text('', { pattern: assetTypePattern }),
    ),
    imageHosts: list('Hosts that pictures of pages may come from: `images.example.com`.', () =>
      text('', { pattern: imageHostPattern }),
    ),
    severities: mapOf(
      'Severity by code of a warning or an advice.',
      () => text('', { oneOf: severities }),
      changeableCodes,
    ),
    redirects: mapOf(
      'Old route → new route, heading of one, or https address; for all languages.',
      () => text('', { pattern: '^(?:/|#|https://)\\S*$' }),
      route,
    ),
    budgets: map('Limits that a build reports when it passes them.', () => budgetsShape),
  },
  ['title'],
);

export const logoShape = shape(
  '`logo`',
  {
    light: text('On light ground.', { pattern: insidePath('') }),
    dark: text('On dark ground.', { pattern: insidePath('') }),
  },
  ['light', 'dark'],
);

export const fontsShape = shape('`fonts`', {
  text: map('Of text.', () => fontShape),
  code: map('Of code.', () => fontShape),
});

export const fontShape = shape(
  'a font',
  {
    name: text('Name of the face.', { pattern: '^[\\w .+-]+$' }),
    file: text('Its file: a `.woff2` in the content folder. Without one, readers who have the face see it.', {
      pattern: insidePath('\\.woff2'),
    }),
    weights: text('Weights that the file has: `400`, or `100 900` of a variable font.', {
      pattern: '^\\d{1,4}( \\d{1,4})?$',
    }),
  },
  ['name'],
);

export const budgetsShape = shape('`budgets`', {
  pageBytes: number('Bytes of one page, compressed.'),
  domNodes: number('Elements of one page.'),
  buildSeconds: number('Seconds of a build.'),
  memoryMiB: number('Mebibytes of memory of a build at its peak.'),
});

/** Ways of writing names. */
export const casings = ['snake', 'camel', 'pascal'] as const;

const casing = text('', { oneOf: casings });

export const languageShape = shape(
  'a language',
  {
    id: text('Id: part of addresses.', { pattern: languageId }),
    label: text('Name for readers.'),
    extensions: list('File extensions of its samples, with their dot; the first is preferred.', () =>
      text('', { pattern: '^\\.[A-Za-z0-9_+-]+$' }),
    ),
    // Letter case does not matter; editors complete the usual one.
    grammar: any('Name of the grammar that colours its samples.', () => [
      text('', { oneOf: codeLanguageNames() }),
      text('', { pattern: '[A-Z]' }),
    ]),
    package: map('The package that brings its SDK.', () => packageShape),
    casing: any('How its names are written: snake, camel, pascal, or a list of them.', () => [
      casing,
      { kind: 'list', about: '', items: () => casing, least: 1 },
    ]),
  },
  ['id'],
);

export const packageShape = shape(
  '`package`',
  {
    name: text('Name.'),
    version: text('Version that the reference describes.'),
    install: text('Command that installs it.'),
    url: text('Where it is published.', { pattern: webAddress('') }),
  },
  ['name'],
);

export const sectionShape = shape(
  'a section',
  { title: text('Words.'), path: text('Folder: `/reference`.', { pattern: '[^/]' }) },
  ['title', 'path'],
);

export const headerLinkShape = shape(
  'a header link',
  { title: text('Words.'), url: text('A page of the site, or an address elsewhere.') },
  ['title', 'url'],
);
