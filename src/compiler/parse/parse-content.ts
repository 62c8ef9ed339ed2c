// The texts of a content folder → its parsed files. Each file is parsed separately.

import type { Report } from '../diagnostics/index.ts';
import type { AssetFile, ContentSource, Document, ParsedContent } from '../model/index.ts';
import type { SourceFile } from '../source/index.ts';
import { compareText } from '../text/index.ts';
import { createMdxParser } from './markdown/markdown-parsers.ts';
import { parseDataDocument, parseDocument } from './parse-document.ts';
import { parseSvg } from './svg/index.ts';

/** Parses one page or navigation file with `parse`, or returns the document of an earlier compilation. */
export type RecallDocument = (file: SourceFile, report: Report, parse: ParseFile) => Document;
type ParseFile = (file: SourceFile, report: Report) => Document;

/** Parses all files of a content folder. Reports parts that cannot be parsed and leaves them out. */
export function parseContent(
  source: ContentSource,
  report: Report,
  recall: RecallDocument = (file, to, parse) => parse(file, to),
): ParsedContent {
  const { name, isUntrusted = false, site, approvals, samples, assets, publicFiles = [] } = source;
  const mdx = createMdxParser();
  const parse = (file: SourceFile): Document => recall(file, report, (each, to) => parseDocument(each, to, mdx));
  return {
    name,
    isUntrusted,
    site: site && parseDataDocument(site, report),
    approvals: approvals && parseDataDocument(approvals, report),
    pages: byPath(source.pages).map(parse),
    navigation: byPath(source.navigation).map(parse),
    samples,
    assets: assets.map(withPicture),
    publicFiles: publicFiles.map(withPicture),
  };
}

/** Adds the parsed picture and its size to a file that is an SVG. Returns other files unchanged. */
function withPicture(asset: AssetFile): AssetFile {
  if (asset.svg === undefined) return asset;
  const picture = parseSvg(asset.svg);
  return { ...asset, picture, size: picture.size };
}

function byPath(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.toSorted((a, b) => compareText(a.path, b.path));
}
