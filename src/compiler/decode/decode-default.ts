// `default` of an item or a shared parameter → the text shown beside its type (format.md 4.4).

import { itemShape } from '../format/index.ts';
import type { DataNode, ListNode, MapNode, ScalarNode, Text } from '../model/index.ts';
import { refuse, type DecodeContext } from './refuse.ts';

const emptyHint = 'Write `default: null` or `default: ""`, or remove the key.';

/**
 * Reads a default as written, including `null`, `""` and `[]`. Reports a map, and a key without a value, since its
 * meaning is unclear.
 */
export function decodeDefault(context: DecodeContext, node: DataNode | undefined): Text | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'map' || (node.kind === 'scalar' && node.type === 'null' && node.value === '')) {
    const hint = node.kind === 'map' ? hintFor(context, node) : emptyHint;
    return refuse(context, 'default', node, itemShape.keys.default.value, { hint });
  }
  const value = node.kind === 'list' ? writeList(context, node) : writeScalar(node);
  return { value, file: context.file, range: node.range };
}

function writeScalar({ type, value }: ScalarNode): string {
  if (type === 'null') return 'null';
  // A value of only white space would be invisible.
  return type === 'string' && value.trim() === '' ? JSON.stringify(value) : value.trim();
}

/** A list on one line, as written; any other list in brackets on one line. */
function writeList(context: DecodeContext, node: ListNode): string {
  const written = context.file.text.slice(node.range.start, node.range.end);
  return node.items.length > 0 && /^\[[^\r\n]*\]$/.test(written) ? written : writeFlow(context, node);
}

/** A value inside of a list, in YAML's brackets and braces. */
function writeFlow(context: DecodeContext, node: DataNode): string {
  if (node.kind === 'list') return `[${node.items.map((item) => writeFlow(context, item)).join(', ')}]`;
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => `${writeFlow(context, key)}: ${writeFlow(context, value)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (node.type === 'null') return 'null';
  const isQuoted = node.style === 'single-quoted' || node.style === 'double-quoted';
  const isBlock = node.style === 'literal' || node.style === 'folded';
  if (isBlock || (isQuoted && /[\r\n]/.test(node.value))) return JSON.stringify(node.value.trim());
  return isQuoted ? context.file.text.slice(node.range.start, node.range.end) : node.value;
}

/** Length of the longest value that a hint shows. */
const maxShown = 80;

function hintFor(context: DecodeContext, node: MapNode): string {
  const value = writeFlow(context, node);
  const written = value.length > maxShown ? '{ … }' : value.replaceAll("'", "''");
  return `Write it as text, in quotes: \`default: '${written}'\`.`;
}
