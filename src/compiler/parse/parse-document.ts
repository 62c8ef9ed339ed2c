// The text of one file → a document: frontmatter as data, body as a tree. The content is not interpreted.

import { bounds, type SourceFile } from '../source/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { DataDocument, Document } from '../model/index.ts';
import { createMdxParser, type MdxParser } from './markdown/markdown-parsers.ts';
import { parseBody } from './markdown/parse-body.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { splitFrontmatter } from './frontmatter/split-frontmatter.ts';

/**
 * Parses a page or navigation file. Reports mistakes of the author and never throws for them.
 * @param mdx a parser to use for several documents, one after another; creating one takes time
 */
export function parseDocument(file: SourceFile, report: Report, mdx: MdxParser = createMdxParser()): Document {
  if (isTooLarge(file, report)) {
    const range = { start: 0, end: 0 };
    const syntax = file.path.endsWith('.md') ? 'markdown' : 'mdx';
    return { file, isPartial: true, body: { tree: { type: 'root', children: [] }, range, syntax, isBroken: true } };
  }
  const parts = splitFrontmatter(file, report);
  // If the frontmatter has no end, only this is reported, because its text is a guess.
  const yamlReport = parts.isClosed ? report : silent;
  const yaml = parts.frontmatter ? parseYaml(file, parts.frontmatter, yamlReport) : { isPartial: false };
  const isPartial = yaml.isPartial || parts.isPartial;
  const body = parseBody(file, parts.body, mdx, parts.isClosed ? report : silent);
  if (yaml.root === undefined) return { file, isPartial, body };
  if (yaml.root.kind === 'map') return { file, frontmatter: yaml.root, isPartial, body };
  if (yaml.root.kind === 'scalar' && yaml.root.type === 'null') return { file, isPartial, body };
  if (!isPartial) {
    const found = yaml.root.kind === 'list' ? 'a list' : 'text';
    report('wrong-type', { file, range: yaml.root.range }, { name: 'frontmatter', wanted: 'a map of keys', found });
  }
  return { file, isPartial: true, body };
}

/** Parses a file that contains only YAML. */
export function parseDataDocument(file: SourceFile, report: Report): DataDocument {
  if (isTooLarge(file, report)) return { file, isPartial: true };
  return { file, ...parseYaml(file, { start: 0, end: file.text.length }, report) };
}

function isTooLarge(file: SourceFile, report: Report): boolean {
  // A UTF-16 unit has at most three bytes, so only long texts need the exact count.
  if (file.text.length * 3 <= bounds.fileBytes) return false;
  const bytes = new TextEncoder().encode(file.text).length;
  if (bytes <= bounds.fileBytes) return false;
  report('file-too-large', { file }, { bytes, limit: bounds.fileBytes });
  return true;
}

const silent: Report = () => {};
