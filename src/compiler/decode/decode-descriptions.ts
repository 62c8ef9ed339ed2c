// Decodes `descriptions` tables and the values that use them: Markdown, or a placeholder for Markdown.

import { itemShape, pageShape, placeholderPattern } from '../format/index.ts';
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
import { readEntries } from './read-values.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** Reads a scalar as a description. If it is not text, reports it and returns undefined. */
export function decodeDescription(context: DecodeContext, name: string, node: DataNode): Description | undefined {
  if (node.kind !== 'scalar' || node.type === 'null')
    return refuse(context, name, node, itemShape.keys.description.value);
  const placeholder = readPlaceholder(context, node);
  if (placeholder) return placeholder;
  reportCutText(context.file, node, context.report);
  return { kind: 'markdown', text: context.parseText(context.file, node) };
}

/** Reads a scalar as a placeholder; undefined if it is none. */
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

/** The whole of a quoted scalar; in a block scalar only the parentheses. */
function placeholderRange(context: DecodeContext, node: ScalarNode, written: string): { start: number; end: number } {
  if (node.style !== 'literal' && node.style !== 'folded') return node.range;
  const start = context.file.text.indexOf(written, node.range.start);
  return { start, end: start + written.length };
}

/** Reads a page's `descriptions`, and the groups in them. */
export function decodeDescriptions(context: DecodeContext, node: MapNode): DescriptionTable {
  const table = new Map<string, DescriptionNode>();
  for (const { key, value } of readEntries(context, 'descriptions', node, pageShape.keys.descriptions.value)) {
    if (value.kind === 'map') {
      table.set(key.value, { kind: 'branch', keyRange: key.range, table: decodeDescriptions(context, value) });
      continue;
    }
    const description = decodeDescription(context, key.value, value);
    if (description) table.set(key.value, { kind: 'leaf', keyRange: key.range, description });
  }
  return table;
}
