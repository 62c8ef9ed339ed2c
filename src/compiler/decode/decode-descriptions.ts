// The `descriptions` tables and the places that use them: Markdown, or a placeholder for Markdown.

import type {
  DataNode,
  Description,
  DescriptionNode,
  DescriptionTable,
  MapNode,
  Placeholder,
  ScalarNode,
} from '../model/index.ts';
import { reportCutText } from './cut-texts.ts';
import { refuse, type DecodeContext } from './map-reader.ts';

/** A whole scalar that is a path in parentheses (format.md 3.2). */
const placeholderPattern = /^\([A-Za-z_]\w*(\.\w+)*\)$/;

/** Reads a scalar as a description; undefined (and reported) where it is no text. */
export function decodeDescription(context: DecodeContext, name: string, node: DataNode): Description | undefined {
  if (node.kind !== 'scalar' || node.type === 'null') {
    refuse(context, name, node, 'text');
    return undefined;
  }
  const placeholder = readPlaceholder(context, node);
  if (placeholder) return placeholder;
  reportCutText(context.file, node, context.report);
  return { kind: 'markdown', text: context.parseText(context.file, node) };
}

/** The placeholder that a scalar is, if it is one. */
export function readPlaceholder(context: DecodeContext, node: ScalarNode): Placeholder | undefined {
  const written = node.value.trim();
  if (node.type !== 'string' || !placeholderPattern.test(written)) return undefined;
  return {
    kind: 'placeholder',
    path: written.slice(1, -1),
    file: context.file,
    range: placeholderRange(context, node, written),
  };
}

/** A quoted scalar is marked whole; in a block scalar only the line with the parentheses. */
function placeholderRange(context: DecodeContext, node: ScalarNode, written: string): { start: number; end: number } {
  if (node.style !== 'literal' && node.style !== 'folded') return node.range;
  const start = context.file.text.indexOf(written, node.range.start);
  return { start, end: start + written.length };
}

/** Reads a page's `descriptions`. Keys that a plain object could not hold safely are refused. */
export function decodeDescriptions(context: DecodeContext, node: MapNode): DescriptionTable {
  const table = new Map<string, DescriptionNode>();
  for (const { key, value } of node.entries) {
    if (isReservedKey(context, key)) continue;
    if (value.kind === 'map') {
      table.set(key.value, { kind: 'branch', keyRange: key.range, table: decodeDescriptions(context, value) });
      continue;
    }
    const description = decodeDescription(context, key.value, value);
    if (description) table.set(key.value, { kind: 'leaf', keyRange: key.range, description });
  }
  return table;
}

/** Reports and refuses `__proto__`, which tools that read the exported model as objects would trip over. */
export function isReservedKey(context: DecodeContext, key: ScalarNode): boolean {
  if (key.value !== '__proto__') return false;
  context.report('reserved-key', { file: context.file, range: key.range }, { name: key.value });
  return true;
}
