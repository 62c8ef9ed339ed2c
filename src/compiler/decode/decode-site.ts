// `site.yaml` → the site's configuration with all defaults (format.md 8.1).

import type { Report, Severity } from '../diagnostics/index.ts';
import {
  assistantShape,
  budgetsShape,
  builtInVariants,
  canonicalTag,
  defaults,
  headerLinkShape,
  outputsShape,
  sectionShape,
  siteShape,
  skillsShape,
} from '../format/index.ts';
import type {
  Assistant,
  Budgets,
  DataDocument,
  HeaderLink,
  HostKind,
  Language,
  MapNode,
  Outputs,
  SectionConfig,
  SiteConfig,
  SkillPages,
} from '../model/index.ts';
import { isExecutable, routeFrom, withSlash } from '../source/index.ts';
import { checkFormat } from './check-format.ts';
import { decodeDiff } from './decode-diff.ts';
import { decodeFonts } from './decode-fonts.ts';
import { decodeLanguages } from './decode-languages.ts';
import { decodeLogo, decodeRedirects, pathOf, sortComponents } from './decode-site-files.ts';
import { MapReader } from './map-reader.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** A site's configuration before the pages are decoded. Without `languages` the site has the languages of its pages. */
export interface DecodedSite extends Omit<SiteConfig, 'languages'> {
  readonly languages?: readonly Language[] | undefined;
}

type SiteReader = MapReader<typeof siteShape.keys>;

/**
 * Decodes `site.yaml`, or returns the defaults if there is none. `name` is the content folder's name, the default
 * title.
 */
export function decodeSite(
  document: DataDocument | undefined,
  name: string,
  report: Report,
  isUntrusted = false,
): DecodedSite {
  const empty = emptySite(document, name, isUntrusted);
  if (document === undefined) return empty;
  const context: DecodeContext = { file: document.file, report, parseText: noText };
  if (document.root === undefined) {
    const place = { file: document.file, range: { start: 0, end: 0 } };
    if (!document.isPartial) report('missing-key', place, { name: 'title', where: siteShape.where });
    return empty;
  }
  if (document.root.kind !== 'map') {
    refuse(context, 'site.yaml', document.root, { kind: 'map', shape: () => siteShape });
    return empty;
  }
  const map = new MapReader(context, document.root, siteShape);
  if (!document.isPartial) map.require();
  const site = { ...empty, ...decodeKeys(context, map, name) };
  return isUntrusted ? refuseCode(context, map, site) : site;
}

/** The configuration without `site.yaml`. */
function emptySite(document: DataDocument | undefined, name: string, isUntrusted: boolean): DecodedSite {
  return {
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
    lang: defaults.lang,
    mdx: defaults.mdx,
    socialImages: defaults.socialImages,
    flags: new Set(),
    severities: new Map(),
    assetTypes: new Set(),
    imageHosts: new Set(),
    hosts: new Set(),
    redirects: [],
    budgets: {},
    outputs: { markdown: defaults.markdown, llms: true, json: true, skills: true },
    skills: {},
    assistants: [],
    diff: { impacts: {}, languages: {} },
    file: document?.file,
    isConfigured: document !== undefined,
  };
}

function decodeKeys(context: DecodeContext, map: SiteReader, name: string): Partial<DecodedSite> & { title: string } {
  checkFormat(context, map);
  const languages = map.list('languages');
  const url = map.text('url')?.value;
  return {
    title: map.text('title')?.value ?? name,
    description: map.text('description')?.value,
    footer: map.text('footer')?.value,
    url: url === undefined ? undefined : withSlash(url),
    languages: languages && decodeLanguages(context, languages),
    sections: decodeSections(context, map.maps('sections')),
    header: map.maps('header').flatMap((node) => decodeHeaderLink(context, node) ?? []),
    edit: map.text('edit')?.value,
    variants: new Set([...builtInVariants, ...wordsOf(map, 'variants')]),
    logo: decodeLogo(context, map.textOrMap('logo')),
    icon: pathOf(map.text('icon')),
    socialImages: map.choice('socialImages') ?? defaults.socialImages,
    accent: map.text('accent'),
    lang: canonicalTag(map.text('lang')?.value ?? '') ?? defaults.lang,
    fonts: decodeFonts(context, map.map('fonts')),
    ...sortComponents(map.textEntries('components')),
    isRequiredFirst: map.boolean('requiredFirst')?.value ?? false,
    mdx: map.choice('mdx') ?? defaults.mdx,
    flags: new Set(wordsOf(map, 'flags')),
    severities: new Map(
      map.textEntries('severities').map(({ name: code, text }) => [code.value, text.value as Severity | 'off']),
    ),
    assetTypes: new Set(wordsOf(map, 'assetTypes').map((type) => type.toLowerCase())),
    imageHosts: new Set(wordsOf(map, 'imageHosts').map((host) => host.toLowerCase())),
    hosts: new Set(map.texts('hosts').map(({ value }) => value as HostKind)),
    redirects: decodeRedirects(map.textEntries('redirects')),
    budgets: decodeBudgets(context, map.map('budgets')),
    outputs: decodeOutputs(context, map.map('outputs')),
    skills: decodeSkills(context, map.map('skills')),
    assistants: map.maps('assistants').flatMap((node) => decodeAssistant(context, node) ?? []),
    diff: decodeDiff(context, map.map('diff')),
  };
}

function wordsOf(map: SiteReader, key: 'variants' | 'flags' | 'assetTypes' | 'imageHosts'): readonly string[] {
  return map.texts(key).map(({ value }) => value);
}

/** The site without everything that would run code of the content folder, in the build or in browsers. */
function refuseCode(context: DecodeContext, map: SiteReader, site: DecodedSite): DecodedSite {
  const { file, report } = context;
  if (site.mdx === 'code') report('refused-code', { file, range: map.any('mdx')!.range }, { name: 'mdx: code' });
  const components = [...site.components, ...site.parts];
  for (const [name, path] of components) report('refused-code', path, { name });
  const silent = new MapReader({ ...context, report: () => {} }, map.node, siteShape);
  const types = silent.texts('assetTypes').map((type) => ({ ...type, value: type.value.toLowerCase() }));
  for (const type of types) if (isExecutable(type.value)) report('refused-code', type, { name: type.value });
  return {
    ...site,
    mdx: 'data',
    components: new Map(),
    parts: new Map(),
    refusedComponents: new Set(components.map(([name]) => name)),
    assetTypes: new Set([...site.assetTypes].filter((type) => !isExecutable(type))),
  };
}

function decodeBudgets(context: DecodeContext, node: MapNode | undefined): Budgets {
  if (node === undefined) return {};
  const map = new MapReader(context, node, budgetsShape);
  return {
    pageBytes: map.number('pageBytes'),
    domNodes: map.number('domNodes'),
    markdownCharacters: map.number('markdownCharacters'),
    buildSeconds: map.number('buildSeconds'),
    memoryMiB: map.number('memoryMiB'),
    files: map.number('files'),
  };
}

function decodeOutputs(context: DecodeContext, node: MapNode | undefined): Outputs {
  const map = node && new MapReader(context, node, outputsShape);
  return {
    markdown: map?.choice('markdown') ?? defaults.markdown,
    llms: map?.boolean('llms')?.value ?? true,
    json: map?.boolean('json')?.value ?? true,
    skills: map?.boolean('skills')?.value ?? true,
  };
}

function decodeSkills(context: DecodeContext, node: MapNode | undefined): SkillPages {
  if (node === undefined) return {};
  const map = new MapReader(context, node, skillsShape);
  return {
    quickStart: map.text('quickStart'),
    authentication: map.text('authentication'),
    pagination: map.text('pagination'),
    errors: map.text('errors'),
  };
}

function decodeSections(context: DecodeContext, nodes: readonly MapNode[]): readonly SectionConfig[] {
  const sections = new Map<string, SectionConfig>();
  for (const section of nodes.flatMap((node) => decodeSection(context, node) ?? [])) {
    if (sections.has(section.path)) context.report('duplicate-key', section.written, { name: section.written.value });
    else sections.set(section.path, section);
  }
  return [...sections.values()];
}

function decodeSection(context: DecodeContext, node: MapNode): SectionConfig | undefined {
  const map = new MapReader(context, node, sectionShape);
  map.require();
  const [title, written] = [map.text('title'), map.text('path')];
  return title && written && { title, path: routeFrom(written.value), written };
}

function decodeHeaderLink(context: DecodeContext, node: MapNode): HeaderLink | undefined {
  const map = new MapReader(context, node, headerLinkShape);
  map.require();
  const [title, url] = [map.text('title'), map.text('url')];
  return title && url && { title: title.value, url };
}

function decodeAssistant(context: DecodeContext, node: MapNode): Assistant | undefined {
  const map = new MapReader(context, node, assistantShape);
  map.require();
  const [title, url] = [map.text('title'), map.text('url')];
  return title && url && { title: title.value, url: url.value };
}

function noText(): never {
  throw new Error('site.yaml has no Markdown');
}
