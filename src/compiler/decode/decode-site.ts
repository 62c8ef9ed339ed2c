// `site.yaml` → the site's configuration with every default filled in (format.md 8.1).

import { isCode, catalogue, codes, quote, suggest, type Report, type Severity } from '../diagnostics/index.ts';
import type {
  Budgets,
  DataDocument,
  HeaderLink,
  Language,
  ListNode,
  MapNode,
  SectionConfig,
  SiteConfig,
  Text,
} from '../model/index.ts';
import { decodeLanguages } from './decode-languages.ts';
import { decodeWords, MapReader, readWebAddress, refuse, requireKeys, type DecodeContext } from './map-reader.ts';
import { decodeFonts } from './decode-fonts.ts';
import { decodeComponents, decodeIcon, decodeLogo, decodeRedirects } from './decode-site-files.ts';
import { isExecutable, routeFrom, withSlash } from '../source/index.ts';
import {
  assetTypePattern,
  budgetsShape,
  changeableCodes,
  headerLinkShape,
  imageHostPattern,
  sectionShape,
  siteShape,
} from './shapes.ts';

/** A site's configuration before the pages are known: `languages` absent means “those the pages use”. */
export interface DecodedSite extends Omit<SiteConfig, 'languages'> {
  readonly languages?: readonly Language[];
}

/** Leaf names that are variants of one description without being named by the site (format.md 4.8). */
const builtInVariants = ['self', 'lowercase', 'uppercase', 'titlecase', 'camelcase'];

/** Decodes `site.yaml`, or gives the defaults where there is none. `name` is the content folder's, the default title. */
export function decodeSite(
  document: DataDocument | undefined,
  name: string,
  report: Report,
  isUntrusted = false,
): DecodedSite {
  const defaults: DecodedSite = {
    title: name,
    sections: [],
    header: [],
    variants: new Set(builtInVariants),
    fonts: {},
    isUntrusted,
    refusedComponents: new Set(),
    components: new Map(),
    parts: new Map(),
    isRequiredFirst: false,
    lang: 'en',
    mdx: 'data',
    socialImages: 'sections',
    flags: new Set(),
    severities: new Map(),
    assetTypes: new Set(),
    imageHosts: new Set(),
    redirects: [],
    budgets: {},
    ...(document ? { file: document.file } : {}),
    isConfigured: document !== undefined,
  };
  if (document === undefined) return defaults;
  const context: DecodeContext = { file: document.file, report, parseText: noText };
  if (document.root === undefined) {
    const place = { file: document.file, range: { start: 0, end: 0 } };
    if (!document.isPartial) report('missing-key', place, { name: 'title', where: siteShape.where });
    return defaults;
  }
  if (document.root.kind !== 'map') {
    refuse(context, 'site.yaml', document.root, 'a map');
    return defaults;
  }
  const map = new MapReader(context, document.root, siteShape);
  const languages = map.list('languages');
  const site: DecodedSite = {
    ...defaults,
    title: readTitle(context, map, document) ?? name,
    description: map.trimmed('description')?.value,
    footer: map.trimmed('footer')?.value,
    url: readUrl(context, map),
    ...(languages ? { languages: decodeLanguages(context, languages) } : {}),
    sections: decodeSections(context, map.list('sections')),
    header: decodeEach(context, 'header', map.list('header'), decodeHeaderLink),
    edit: readEdit(context, map),
    variants: new Set([...builtInVariants, ...decodeWords(context, 'variants', map.list('variants'))]),
    logo: decodeLogo(context, map.any('logo')),
    icon: decodeIcon(context, map.any('icon')),
    socialImages: decodeSocialImages(context, map),
    accent: decodeAccent(context, map),
    lang: decodeLang(context, map),
    fonts: decodeFonts(context, map.map('fonts')),
    ...decodeComponents(context, map.map('components')),
    isRequiredFirst: map.boolean('requiredFirst')?.value ?? false,
    mdx: decodeMdx(context, map),
    flags: new Set(decodeWords(context, 'flags', map.list('flags'))),
    severities: decodeSeverities(context, map.map('severities')),
    assetTypes: new Set(
      decodeForms(context, 'assetTypes', map.list('assetTypes'), assetTypeForm).map(({ value }) => value),
    ),
    imageHosts: new Set(
      decodeForms(context, 'imageHosts', map.list('imageHosts'), imageHostForm).map(({ value }) => value),
    ),
    redirects: decodeRedirects(context, map.map('redirects')),
    budgets: decodeBudgets(context, map.map('budgets')),
  };
  return isUntrusted ? refuseCode(context, map, site) : site;
}

/** The site without what would run code of the content folder, when it is built or where it is read. */
function refuseCode(context: DecodeContext, map: MapReader<typeof siteShape.keys>, site: DecodedSite): DecodedSite {
  const { file, report } = context;
  if (site.mdx === 'code') report('refused-code', { file, range: map.any('mdx')!.range }, { name: 'mdx: code' });
  const components = [...site.components, ...site.parts];
  for (const [name, path] of components) report('refused-code', path, { name });
  const types = decodeForms({ ...context, report: () => {} }, 'assetTypes', map.list('assetTypes'), assetTypeForm);
  const running = types.filter(({ value }) => isExecutable(value));
  for (const type of running) report('refused-code', type, { name: type.value });
  return {
    ...site,
    mdx: 'data',
    components: new Map(),
    parts: new Map(),
    refusedComponents: new Set(components.map(([name]) => name)),
    assetTypes: new Set(types.filter((type) => !running.includes(type)).map(({ value }) => value)),
  };
}

function readTitle(
  context: DecodeContext,
  map: MapReader<typeof siteShape.keys>,
  document: DataDocument,
): string | undefined {
  const format = map.any('format');
  if (format !== undefined && !(format.kind === 'scalar' && format.value === '1'))
    refuse(context, 'format', format, '`1`');
  if (!map.has('title') && !map.meant.has('title') && !document.isPartial) {
    const start = document.root!.range.start;
    context.report(
      'missing-key',
      { file: context.file, range: { start, end: start + 1 } },
      { name: 'title', where: siteShape.where },
    );
  }
  return map.trimmed('title')?.value;
}

function readUrl(context: DecodeContext, map: MapReader<typeof siteShape.keys>): string | undefined {
  const url = map.trimmed('url');
  if (url === undefined) return undefined;
  // What `new URL` understands may still hold a query, which no page could be put behind.
  if (/^https?:\/\/[^\s"'<>?#@\\]+$/.test(url.value) && URL.canParse(url.value)) return withSlash(url.value);
  refuse(context, 'url', map.any('url')!, 'an address such as https://example.com/docs/, without `?` and `#`');
  return undefined;
}

function readEdit(context: DecodeContext, map: MapReader<typeof siteShape.keys>): string | undefined {
  const edit = readWebAddress(context, map.trimmed('edit'));
  if (edit === undefined || edit.value.includes('{path}')) return edit?.value;
  refuse(context, 'edit', map.any('edit')!, 'an address with `{path}` in it');
  return undefined;
}

function decodeAccent(context: DecodeContext, map: MapReader<typeof siteShape.keys>): Text | undefined {
  const accent = map.trimmed('accent');
  if (accent === undefined || /^#(?:[0-9a-f]{3}){1,2}$/i.test(accent.value)) return accent;
  refuse(context, 'accent', map.any('accent')!, 'a colour such as `#0a7f6f`');
  return undefined;
}

/** A well-formed tag, written as BCP 47 recommends: `pt-br` is `pt-BR`. */
function decodeLang(context: DecodeContext, map: MapReader<typeof siteShape.keys>): string {
  const lang = map.trimmed('lang');
  if (lang === undefined) return 'en';
  try {
    return Intl.getCanonicalLocales(lang.value)[0] ?? 'en';
  } catch {
    refuse(context, 'lang', map.any('lang')!, 'a language tag such as `en`, `de` or `pt-BR`');
    return 'en';
  }
}

function decodeMdx(context: DecodeContext, map: MapReader<typeof siteShape.keys>): 'data' | 'code' {
  const mdx = map.trimmed('mdx')?.value;
  if (mdx === undefined || mdx === 'data' || mdx === 'code') return mdx ?? 'data';
  refuse(context, 'mdx', map.any('mdx')!, '`data` or `code`');
  return 'data';
}

function decodeSocialImages(context: DecodeContext, map: MapReader<typeof siteShape.keys>): SiteConfig['socialImages'] {
  const given = map.trimmed('socialImages')?.value;
  if (given === undefined || given === 'sections' || given === 'pages' || given === 'off') return given ?? 'sections';
  refuse(context, 'socialImages', map.any('socialImages')!, '`sections`, `pages` or `off`');
  return 'sections';
}

function decodeBudgets(context: DecodeContext, node: MapNode | undefined): Budgets {
  if (node === undefined) return {};
  const map = new MapReader(context, node, budgetsShape);
  return {
    pageBytes: map.number('pageBytes'),
    domNodes: map.number('domNodes'),
    buildSeconds: map.number('buildSeconds'),
    memoryMiB: map.number('memoryMiB'),
  };
}

const assetTypeForm = { pattern: new RegExp(assetTypePattern), wanted: 'endings with their dot, such as `.html`' };
const imageHostForm = {
  pattern: new RegExp(imageHostPattern),
  wanted: 'hosts without `https://` and path, such as `images.example.com`',
};

/** The hint for `html` in place of `.html`, and for an address in place of its host. */
function meant(value: string, pattern: RegExp): string | undefined {
  const forms = [`.${value.trim()}`, URL.canParse(value) ? new URL(value).host : ''];
  const form = forms.find((text) => pattern.test(text));
  return form === undefined ? undefined : `Write ${quote(form)}.`;
}

/** Entries that match a form, in lower case. Others are reported and left out. */
function decodeForms(
  context: DecodeContext,
  name: string,
  node: ListNode | undefined,
  { pattern, wanted }: { readonly pattern: RegExp; readonly wanted: string },
): readonly Text[] {
  const words: Text[] = [];
  for (const item of node?.items ?? []) {
    if (item.kind !== 'scalar' || !pattern.test(item.value.trim()))
      refuse(context, name, item, wanted, item.kind === 'scalar' ? meant(item.value, pattern) : undefined);
    else words.push({ value: item.value.trim().toLowerCase(), file: context.file, range: item.range });
  }
  return words;
}

/** What an entry of a list looks like. */
const mapExamples: Readonly<Record<string, string | undefined>> = {
  sections: 'Write `{ title: Reference, path: /reference }`, with the title and folder that you mean.',
  header: 'Write `{ title: Status, url: https://status.example.com }`, with the title and address that you mean.',
};

function decodeEach<T>(
  context: DecodeContext,
  name: string,
  node: ListNode | undefined,
  decode: (context: DecodeContext, node: MapNode) => T | undefined,
): readonly T[] {
  const decoded: T[] = [];
  for (const item of node?.items ?? []) {
    const value =
      item.kind === 'map' ? decode(context, item) : refuse(context, name, item, 'a list of maps', mapExamples[name]);
    if (value !== undefined) decoded.push(value);
  }
  return decoded;
}

function decodeSections(context: DecodeContext, node: ListNode | undefined): readonly SectionConfig[] {
  const sections = new Map<string, SectionConfig>();
  for (const section of decodeEach(context, 'sections', node, decodeSection)) {
    if (sections.has(section.path)) context.report('duplicate-key', section.written, { name: section.written.value });
    else sections.set(section.path, section);
  }
  return [...sections.values()];
}

function decodeSection(context: DecodeContext, node: MapNode): SectionConfig | undefined {
  const map = new MapReader(context, node, sectionShape);
  const title = map.trimmed('title');
  const written = map.trimmed('path');
  requireKeys(context, node, map, sectionShape);
  const path = written && routeFrom(written.value);
  if (path === '') refuse(context, 'path', map.any('path')!, 'a folder such as `/reference`');
  return title && written && path ? { title, path, written } : undefined;
}

function decodeHeaderLink(context: DecodeContext, node: MapNode): HeaderLink | undefined {
  const map = new MapReader(context, node, headerLinkShape);
  const title = map.trimmed('title');
  const url = map.trimmed('url');
  requireKeys(context, node, map, headerLinkShape);
  return title && url && { title: title.value, url };
}

function decodeSeverities(context: DecodeContext, node: MapNode | undefined): ReadonlyMap<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  for (const { key, value } of node?.entries ?? []) {
    const code = key.value;
    if (!isCode(code)) {
      const near = suggest(code, codes);
      const args = { name: code, near, where: '`severities`', known: changeableCodes };
      context.report('unknown-key', { file: context.file, range: key.range }, args);
    } else if (catalogue[code].severity === 'error') {
      context.report('severity-of-error', { file: context.file, range: key.range }, { name: code });
    } else if (value.kind === 'scalar' && ['off', 'advice', 'warning', 'error'].includes(value.value)) {
      severities.set(code, value.value as Severity | 'off');
    } else {
      refuse(context, code, value, '`off`, `advice`, `warning` or `error`');
    }
  }
  return severities;
}

function noText(): never {
  throw new Error('site.yaml has no Markdown');
}
