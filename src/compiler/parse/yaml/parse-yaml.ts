// YAML text → plain data with places. The only file that knows the YAML library's nodes.

import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { bounds, type Range, type ScalarStyle, type SourceFile } from '../../source/index.ts';
import type { CodeArgs, Report } from '../../diagnostics/index.ts';
import { suggest } from '../../text/index.ts';
import type { DataNode, MapEntry, ScalarNode } from '../../model/index.ts';
import { beginsWithForeignBlank, describeForeignBlank, findForeignBlank } from './foreign-blanks.ts';
import { readPlainYaml } from '../plain/index.ts';
import { describeYamlError } from './yaml-errors.ts';
import { findDeepCollection } from './yaml-bounds.ts';

export interface ParsedYaml {
  /** Absent if the document is empty or cannot be read. */
  readonly root?: DataNode;
  /** Whether an error was reported. Then `root` contains the part that could be read. */
  readonly isPartial: boolean;
}

/** Limit of nodes of a document after its aliases are expanded. */
const maxExpandedNodes = 100_000;

/**
 * Parses a range of a file as YAML 1.2. Reports the first syntax error (it usually causes the later ones), duplicate
 * keys (one per map), and anything above a limit. Merge keys and tags have no effect.
 */
export function parseYaml(file: SourceFile, range: Range, report: Report): ParsedYaml {
  const root = readPlainYaml(file.text, range);
  return root === undefined ? parseWithLibrary(file, range, report) : { root, isPartial: false };
}

/** The same without the quick reader for plain YAML. */
export function parseWithLibrary(file: SourceFile, range: Range, report: Report): ParsedYaml {
  // In YAML, a single carriage return ends a line, but not for the library. The replacement keeps all offsets.
  const text = file.text.slice(range.start, range.end).replace(/\r(?!\n)/g, '\n');
  const tooDeep = findDeepCollection(text, bounds.yamlDepth);
  if (tooDeep !== undefined) {
    const start = range.start + tooDeep;
    report('yaml-too-deep', { file, range: { start, end: start + 1 } }, { limit: bounds.yamlDepth });
    return { isPartial: true };
  }
  const document = parseDocument(text, {
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
    logLevel: 'error',
    merge: false,
  });
  const error = document.errors[0];
  const converter = new Converter(file, range.start, report, error && range.start + error.pos[0]);
  const contents = document.contents as Node | null;
  const blank = error || isText(contents) ? findForeignBlank(text, error?.pos[0]) : undefined;
  if (blank) {
    const place = { start: range.start + blank.start, end: range.start + blank.end };
    report('yaml-syntax', { file, range: place }, describeForeignBlank(text, blank));
  } else if (error) report('yaml-syntax', ...describeYamlError(file, range, error, contents));
  const root = contents === null ? undefined : converter.convert(contents, 1);
  const isPartial = blank !== undefined || error !== undefined || converter.hasFailed || converter.hasUnknownAlias;
  return root === undefined ? { isPartial } : { root, isPartial };
}

function isText(contents: Node | null): boolean {
  return isScalar(contents) && contents.type === 'PLAIN';
}

/** Converts the library's nodes to data. One instance per document: it stores anchors and counts aliases. */
class Converter {
  hasFailed = false;
  readonly #file: SourceFile;
  readonly #offset: number;
  readonly #report: Report;
  readonly #anchors = new Map<string, { node: DataNode; size: number }>();
  readonly #openAnchors = new Set<string>();
  readonly #unknown = new Set<string>();
  /** Offset of the first syntax error. */
  readonly #errorAt: number | undefined;
  #aliases = 0;
  #size = 0;

  constructor(file: SourceFile, offset: number, report: Report, errorAt: number | undefined) {
    this.#errorAt = errorAt;
    this.#file = file;
    this.#offset = offset;
    this.#report = report;
  }

  /** Whether a value is missing because its alias is not defined. */
  get hasUnknownAlias(): boolean {
    return this.#unknown.size > 0;
  }

  convert(node: Node, depth: number): DataNode | undefined {
    if (this.hasFailed) return undefined;
    if (isAlias(node)) return this.#convertAlias(node.source, this.#rangeOf(node));
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    const sizeBefore = this.#size++;
    if (anchor !== undefined) this.#openAnchors.add(anchor);
    const converted = this.#convertCollection(node, depth);
    if (anchor !== undefined) {
      this.#openAnchors.delete(anchor);
      if (converted) this.#anchors.set(anchor, { node: converted, size: this.#size - sizeBefore });
    }
    return converted;
  }

  #convertCollection(node: Node, depth: number): DataNode | undefined {
    const range = this.#rangeOf(node);
    if (isScalar(node)) return this.#convertScalar(node, range);
    if (depth > bounds.yamlDepth) {
      const at = { start: range.start, end: range.start + 1 };
      this.#fail('yaml-too-deep', at, { limit: bounds.yamlDepth });
      return undefined;
    }
    if (isMap(node)) return { kind: 'map', range, entries: this.#convertEntries(node, depth) };
    if (isSeq(node)) {
      const items: DataNode[] = [];
      for (const item of node.items) {
        const converted = this.convert(item as Node, depth + 1);
        if (converted) items.push(converted);
      }
      return { kind: 'list', range, items };
    }
    return undefined;
  }

  #convertEntries(map: YAMLMap, depth: number): readonly MapEntry[] {
    const entries: MapEntry[] = [];
    const seen = new Set<string>();
    let hasReportedDuplicate = false;
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const key = pair.key === null ? undefined : this.convert(pair.key, depth + 1);
      if (key !== undefined && key.kind !== 'scalar') {
        const args = { name: 'key', wanted: 'text', found: key.kind === 'map' ? 'a map' : 'a list' };
        this.#report('wrong-type', { file: this.#file, range: key.range }, args);
      }
      if (key?.kind !== 'scalar') continue;
      if (beginsWithForeignBlank(key)) {
        const blank = { start: key.range.start, end: key.range.start + 1 };
        this.#fail('yaml-syntax', blank, describeForeignBlank(key.value, { start: 0, end: 1 }));
        continue;
      }
      if (seen.has(key.value)) {
        if (!hasReportedDuplicate)
          this.#report('duplicate-key', { file: this.#file, range: key.range }, { name: key.value });
        hasReportedDuplicate = true;
        continue;
      }
      seen.add(key.value);
      if (seen.size > bounds.mappingKeys) {
        this.#fail('too-many-keys', key.range, { limit: bounds.mappingKeys });
        break;
      }
      const value = pair.value === null ? nullAfter(key.range.end) : this.convert(pair.value, depth + 1);
      if (value) entries.push({ key, value });
    }
    return entries;
  }

  #convertScalar(
    node: { value: unknown; type?: string | undefined; source?: string | undefined },
    range: Range,
  ): ScalarNode {
    const type = node.value === null ? 'null' : (typeof node.value as 'string' | 'number' | 'boolean' | 'bigint');
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return {
      kind: 'scalar',
      range,
      style: scalarStyles[node.type ?? 'PLAIN'] ?? 'plain',
      value,
      type: type === 'bigint' ? 'number' : type,
    };
  }

  #convertAlias(name: string, range: Range): DataNode | undefined {
    if (++this.#aliases > bounds.yamlAliases) {
      this.#fail('too-many-aliases', range, { limit: bounds.yamlAliases });
      return undefined;
    }
    if (this.#openAnchors.has(name)) {
      this.#fail('alias-cycle', range, { name });
      return undefined;
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const near = suggest(name, this.#anchors.keys());
      // `*word* and text` is one mistake: only the syntax error after the alias is reported.
      const at = this.#errorAt ?? -1;
      const isCovered = at >= range.end && /^[ \t]*$/.test(this.#file.text.slice(range.end, at));
      if (!this.#unknown.has(name) && !isCovered)
        this.#report('unknown-alias', { file: this.#file, range }, { name, near });
      this.#unknown.add(name);
      return undefined;
    }
    this.#size += target.size;
    if (this.#size > maxExpandedNodes) {
      this.#fail('too-many-aliases', range, { limit: bounds.yamlAliases });
      return undefined;
    }
    return target.node;
  }

  #fail<C extends 'yaml-syntax' | 'yaml-too-deep' | 'too-many-keys' | 'too-many-aliases' | 'alias-cycle'>(
    code: C,
    range: Range,
    args: CodeArgs<C>,
  ): void {
    if (!this.hasFailed) this.#report(code, { file: this.#file, range }, args);
    this.hasFailed = true;
  }

  /** The range of a node. For a collection in block style, without the line break at its end. */
  #rangeOf(node: Node): Range {
    const [start, end] = node.range ?? [0, 0];
    const range = { start: this.#offset + start, end: this.#offset + end };
    if (isScalar(node) || isAlias(node)) return range;
    return { start: range.start, end: range.start + this.#file.text.slice(range.start, range.end).trimEnd().length };
  }
}

const scalarStyles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function nullAfter(offset: number): ScalarNode {
  return { kind: 'scalar', range: { start: offset, end: offset }, style: 'plain', value: '', type: 'null' };
}
