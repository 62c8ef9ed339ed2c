// A document → a page with typed frontmatter (format.md 2.2) and its route.

import type { Report } from '../diagnostics/index.ts';
import { breadcrumbShape, pageShape } from '../format/index.ts';
import type { Breadcrumb, Document, LanguageId, MapNode, Page, ParseText, Text } from '../model/index.ts';
import { decodeDescriptions } from './decode-descriptions.ts';
import { decodeReference } from './decode-entities.ts';
import { MapReader } from './map-reader.ts';
import type { DecodeContext } from './refuse.ts';

/**
 * Decodes a page. Reports misspelt keys and values of the wrong kind; keeps the readable part.
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
  const descriptions = map.map('descriptions');
  const breadcrumb = map.map('breadcrumb');
  return {
    file,
    route: routeOf(file.path),
    folder: folderOf(file.path),
    title: map.text('title'),
    description: decodePageDescription(context, map),
    descriptions: descriptions ? decodeDescriptions(context, descriptions) : new Map(),
    ...(reference
      ? decodeReference(context, reference, languages)
      : { entities: new Map(), languageRanges: new Map() }),
    showNextPage: map.boolean('showNextPage')?.value ?? false,
    breadcrumb: breadcrumb && decodeBreadcrumb(context, breadcrumb),
    icon: map.text('icon'),
    externalAssets: new Map(map.textEntries('externalAssets').map(({ name, text }) => [name.value, text])),
    hideCopyButton: map.boolean('hideCopyButton')?.value ?? false,
    featureFlag: map.text('featureFlag'),
    body,
    isDamaged: document.isPartial || body.isBroken,
  };
}

function decodePageDescription(context: DecodeContext, map: MapReader<typeof pageShape.keys>): Text | undefined {
  if (map.any('description')?.kind !== 'map') return map.text('description');
  context.report('description-is-map', { file: context.file, range: map.keyRange('description')! }, {});
  return undefined;
}

function decodeBreadcrumb(context: DecodeContext, node: MapNode): Breadcrumb | undefined {
  const map = new MapReader(context, node, breadcrumbShape);
  map.require();
  const title = map.text('title');
  return title && { title, url: map.text('url') };
}

/** Route of a file: its path, normalised (NFC), without extension and without a trailing `/index` (format.md 1.2). */
export function routeOf(path: string): string {
  return path
    .normalize('NFC')
    .replace(/\.mdx?$/, '')
    .replace(/(^|\/)index$/, '');
}

/** Folder of a file, normalised (NFC), relative to the content folder; `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)).normalize('NFC');
}
