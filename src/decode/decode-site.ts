// `site.yaml` → the site's configuration with every default filled in (format.md 8).

import { isCode, catalogue, codes, suggest, type Report, type Severity } from '../diagnostics/index.ts';
import type {
  DataDocument,
  DataNode,
  HeaderLink,
  Language,
  LanguagePackage,
  ListNode,
  MapNode,
  SectionConfig,
  SiteConfig,
} from '../model/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { MapReader, refuse, type DecodeContext } from './map-reader.ts';
import { headerLinkShape, languageShape, packageShape, sectionShape, siteShape } from './shapes.ts';

/** A site's configuration before the pages are known: `languages` absent means “those the pages use”. */
export interface DecodedSite extends Omit<SiteConfig, 'languages'> {
  readonly languages?: readonly Language[];
}

/** Leaf names that are variants of one description without being named by the site (format.md 4). */
const builtInVariants = ['self', 'lowercase', 'uppercase', 'titlecase', 'camelcase'];

/** Decodes `site.yaml`, or gives the defaults where there is none. `name` is the content folder's, the default title. */
export function decodeSite(document: DataDocument | undefined, name: string, report: Report): DecodedSite {
  const defaults: DecodedSite = {
    title: name,
    sections: [],
    header: [],
    variants: new Set(builtInVariants),
    flags: new Set(),
    severities: new Map(),
    isConfigured: document !== undefined,
  };
  if (document?.root === undefined) return defaults;
  const context: DecodeContext = { file: document.file, report, parseText: noText };
  if (document.root.kind !== 'map') {
    refuse(context, 'site.yaml', document.root, 'a map');
    return defaults;
  }
  const map = new MapReader(context, document.root, siteShape);
  const languages = map.list('languages');
  return {
    ...defaults,
    title: readTitle(context, map, document) ?? name,
    description: map.trimmed('description')?.value,
    footer: map.trimmed('footer')?.value,
    url: readUrl(context, map),
    ...(languages ? { languages: decodeLanguages(context, languages) } : {}),
    sections: decodeEach(context, 'sections', map.list('sections'), decodeSection),
    header: decodeEach(context, 'header', map.list('header'), decodeHeaderLink),
    edit: map.trimmed('edit')?.value,
    variants: new Set([...builtInVariants, ...decodeWords(context, 'variants', map.list('variants'))]),
    flags: new Set(decodeWords(context, 'flags', map.list('flags'))),
    severities: decodeSeverities(context, map.map('severities')),
  };
}

function readTitle(context: DecodeContext, map: MapReader<keyof typeof siteShape.keys>, document: DataDocument): string | undefined {
  const format = map.any('format');
  if (format !== undefined && !(format.kind === 'scalar' && format.value === '1')) refuse(context, 'format', format, '`1`');
  if (!map.has('title') && !document.isPartial) {
    const start = document.root!.range.start;
    context.report('missing-key', { file: context.file, range: { start, end: start + 1 } }, { name: 'title', where: siteShape.where });
  }
  return map.trimmed('title')?.value;
}

function readUrl(context: DecodeContext, map: MapReader<keyof typeof siteShape.keys>): string | undefined {
  const url = map.trimmed('url');
  if (url === undefined || /^https?:\/\/[^\s"'<>]+$/.test(url.value)) return url?.value.replace(/\/*$/, '/');
  refuse(context, 'url', map.any('url')!, 'an address that begins with https://');
  return undefined;
}

function decodeEach<T>(
  context: DecodeContext,
  name: string,
  node: ListNode | undefined,
  decode: (context: DecodeContext, node: MapNode) => T | undefined,
): readonly T[] {
  const decoded: T[] = [];
  for (const item of node?.items ?? []) {
    const value = item.kind === 'map' ? decode(context, item) : refuse(context, name, item, 'a list of maps');
    if (value !== undefined) decoded.push(value);
  }
  return decoded;
}

function decodeSection(context: DecodeContext, node: MapNode): SectionConfig | undefined {
  const map = new MapReader(context, node, sectionShape);
  const title = map.trimmed('title');
  const path = map.trimmed('path');
  requireKeys(context, node, map, ['title', 'path'], sectionShape.where);
  return title && path && { title, path: path.value.replace(/^\/+|\/+$/g, '') };
}

function decodeHeaderLink(context: DecodeContext, node: MapNode): HeaderLink | undefined {
  const map = new MapReader(context, node, headerLinkShape);
  const title = map.trimmed('title');
  const url = map.trimmed('url');
  requireKeys(context, node, map, ['title', 'url'], headerLinkShape.where);
  return title && url && { title: title.value, url };
}

function requireKeys<K extends string>(
  context: DecodeContext,
  node: MapNode,
  map: MapReader<K>,
  keys: readonly K[],
  where: string,
): void {
  for (const name of keys) {
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    if (!map.has(name)) context.report('missing-key', place, { name, where });
  }
}

function decodeLanguages(context: DecodeContext, node: ListNode): readonly Language[] {
  const languages: Language[] = [];
  for (const item of node.items) {
    const language = decodeLanguage(context, item);
    if (language && languages.some((other) => other.id === language.id)) {
      context.report('duplicate-key', { file: context.file, range: item.range }, { name: language.id });
    } else if (language) {
      languages.push(language);
    }
  }
  return languages;
}

/** What a language's id may be: it is a segment of addresses. */
const languageIdPattern = /^[a-z][a-z0-9-]*$/;

function decodeLanguage(context: DecodeContext, node: DataNode): Language | undefined {
  if (node.kind === 'scalar' && node.type !== 'null') return languageOf(context, node.value, node);
  if (node.kind !== 'map') {
    refuse(context, 'languages', node, 'a list of ids, or of maps with an `id`');
    return undefined;
  }
  const map = new MapReader(context, node, languageShape);
  requireKeys(context, node, map, ['id'], languageShape.where);
  const id = map.trimmed('id')?.value;
  const base = id === undefined ? undefined : languageOf(context, id, map.any('id')!);
  if (base === undefined) return undefined;
  const extensions = decodeWords(context, 'extensions', map.list('extensions'));
  const packageMap = map.map('package');
  return {
    id: base.id,
    label: map.trimmed('label')?.value ?? base.label,
    extensions: extensions.length > 0 ? extensions : base.extensions,
    grammar: map.trimmed('grammar')?.value ?? base.grammar,
    ...(packageMap ? { package: decodePackage(context, packageMap) } : {}),
  };
}

function languageOf(context: DecodeContext, id: string, node: DataNode): Language | undefined {
  if (languageIdPattern.test(id)) {
    return builtInLanguages.find((language) => language.id === id) ?? { id, label: id, extensions: [`.${id}`], grammar: id };
  }
  refuse(context, 'id', node, 'lower-case letters, digits and `-`, since it is part of addresses');
  return undefined;
}

function decodePackage(context: DecodeContext, node: MapNode): LanguagePackage | undefined {
  const map = new MapReader(context, node, packageShape);
  requireKeys(context, node, map, ['name'], packageShape.where);
  const name = map.trimmed('name')?.value;
  if (name === undefined) return undefined;
  return {
    name,
    version: map.trimmed('version')?.value,
    install: map.trimmed('install')?.value,
    url: map.trimmed('url')?.value,
  };
}

function decodeWords(context: DecodeContext, name: string, node: ListNode | undefined): readonly string[] {
  const words: string[] = [];
  for (const item of node?.items ?? []) {
    if (item.kind === 'scalar' && item.type !== 'null') words.push(item.value);
    else refuse(context, name, item, 'a list of words');
  }
  return words;
}

function decodeSeverities(context: DecodeContext, node: MapNode | undefined): ReadonlyMap<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  for (const { key, value } of node?.entries ?? []) {
    const code = key.value;
    if (!isCode(code)) {
      const near = suggest(code, codes);
      const args = { name: code, near, where: '`severities`', known: codes };
      context.report('unknown-key', { file: context.file, range: key.range }, args);
    } else if (catalogue[code].severity === 'error') {
      refuse(context, code, value, 'left as it is: an error cannot be changed');
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
