// A document → a page with typed frontmatter (format.md 2.2), and where in the site it stands.

import type { Breadcrumb, Document, LanguageId, MapNode, Page, ParseText, Text } from '../model/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { decodeDescriptions, isReservedKey } from './decode-descriptions.ts';
import { decodeReference } from './decode-entities.ts';
import { MapReader, refuse, requireKeys, type DecodeContext } from './map-reader.ts';
import { breadcrumbShape, pageShape } from './shapes.ts';

/**
 * Decodes a page. Reports what is misspelt or of the wrong kind; what could be read stands.
 * @param languages ids that `reference` may have, `json` included
 */
export function decodePage(
  document: Document,
  languages: readonly LanguageId[],
  parseText: ParseText,
  report: Report,
): Page {
  const { file, body } = document;
  const context: DecodeContext = { file, report, parseText };
  const empty: MapNode = { kind: 'map', range: { start: 0, end: 0 }, entries: [] };
  const map = new MapReader(context, document.frontmatter ?? empty, pageShape);
  const reference = map.map('reference');
  const descriptions = map.any('descriptions');
  if (descriptions !== undefined && descriptions.kind !== 'map') refuse(context, 'descriptions', descriptions, 'a map');
  const breadcrumb = map.map('breadcrumb');
  return {
    file,
    route: routeOf(file.path),
    folder: folderOf(file.path),
    title: map.trimmed('title'),
    description: decodePageDescription(context, map),
    descriptions: descriptions?.kind === 'map' ? decodeDescriptions(context, descriptions) : new Map(),
    ...(reference
      ? decodeReference(context, reference, languages)
      : { entities: new Map(), languageRanges: new Map() }),
    showNextPage: map.boolean('showNextPage')?.value ?? false,
    breadcrumb: breadcrumb && decodeBreadcrumb(context, breadcrumb),
    icon: map.trimmed('icon'),
    externalAssets: decodeAssets(context, map.map('externalAssets')),
    hideCopyButton: map.boolean('hideCopyButton')?.value ?? false,
    featureFlag: map.trimmed('featureFlag'),
    body,
    isDamaged: document.isPartial || body.isBroken,
  };
}

function decodePageDescription(context: DecodeContext, map: MapReader<typeof pageShape.keys>): Text | undefined {
  if (map.any('description')?.kind !== 'map') return map.trimmed('description');
  context.report('description-is-map', { file: context.file, range: map.keyRange('description')! }, {});
  return undefined;
}

function decodeBreadcrumb(context: DecodeContext, node: MapNode): Breadcrumb | undefined {
  const map = new MapReader(context, node, breadcrumbShape);
  requireKeys(context, node, map, breadcrumbShape);
  const title = map.trimmed('title');
  return title && { title, url: map.trimmed('url') };
}

function decodeAssets(context: DecodeContext, node: MapNode | undefined): ReadonlyMap<string, Text> {
  const assets = new Map<string, Text>();
  for (const { key, value } of node?.entries ?? []) {
    if (isReservedKey(context, key)) continue;
    if (value.kind === 'scalar' && value.type !== 'null') {
      assets.set(key.value, { value: value.value, file: context.file, range: value.range });
    } else {
      refuse(context, key.value, value, 'text');
    }
  }
  return assets;
}

/** Route of a file: its path, composed (NFC), without extension and without a trailing `/index` (format.md 1.2). */
export function routeOf(path: string): string {
  return path
    .normalize('NFC')
    .replace(/\.mdx?$/, '')
    .replace(/(^|\/)index$/, '');
}

/** Folder of a file, composed (NFC), relative to the content folder; `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)).normalize('NFC');
}
