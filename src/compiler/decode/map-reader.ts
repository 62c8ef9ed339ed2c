// Reads a map of the frontmatter by a table of its keys: reports keys that are not in the table and values of
// another kind, and gives back located values. The tables are the format's one description in code.

import { quote, suggest, type Report } from '../diagnostics/index.ts';
import type { DataNode, ListNode, Located, MapNode, ParseText, ScalarNode, Text } from '../model/index.ts';
import type { Range, SourceFile } from '../source/index.ts';
import { commentInPlaceOf, reportCutText } from './cut-texts.ts';
import type { Keys, Shape, ValueSpec } from './shapes.ts';

/** Keys of a shape whose values are of a kind. */
export type KeysOfKind<K extends Keys, Kind extends ValueSpec['kind']> = {
  readonly [P in keyof K]: K[P]['kind'] extends Kind ? P : never;
}[keyof K] &
  string;

/** What every decoder needs beside the node it reads. */
export interface DecodeContext {
  readonly file: SourceFile;
  readonly report: Report;
  readonly parseText: ParseText;
}

const kindNames: Readonly<Record<string, string>> = {
  text: 'text',
  boolean: '`true` or `false`',
  map: 'a map',
  list: 'a list',
  number: 'a number above zero',
};

/** Reads the keys of a map; which reader a key has, its shape says. */
export class MapReader<K extends Keys> {
  readonly node: MapNode;
  /** Whether the map has keys that it cannot have; they are reported. */
  readonly hasUnknown: boolean;
  /** Keys of the shape that unknown keys of the map were probably meant to be. */
  readonly meant: ReadonlySet<string>;
  readonly #context: DecodeContext;
  readonly #values = new Map<string, { readonly key: ScalarNode; readonly value: DataNode }>();

  constructor(context: DecodeContext, node: MapNode, shape: Shape<K>) {
    this.node = node;
    this.#context = context;
    const known = Object.keys(shape.keys);
    let hasUnknown = false;
    const meant = new Set<string>();
    for (const { key, value } of node.entries) {
      const spec = Object.hasOwn(shape.keys, key.value) ? shape.keys[key.value] : undefined;
      const place = { file: context.file, range: key.range };
      if (spec === undefined) {
        const near = suggest(key.value, known);
        context.report('unknown-key', place, { name: key.value, where: shape.where, known, near });
        hasUnknown = true;
        if (near !== undefined) meant.add(near);
      } else if (spec.kind !== 'ignored') {
        this.#values.set(key.value, { key, value });
      }
    }
    this.hasUnknown = hasUnknown;
    this.meant = meant;
  }

  has(key: keyof K & string): boolean {
    return this.#values.has(key);
  }

  /** The value whatever its kind; absent where the key is. */
  any(key: keyof K & string): DataNode | undefined {
    return this.#values.get(key)?.value;
  }

  /** Where the key itself stands. */
  keyRange(key: keyof K & string): Range | undefined {
    return this.#values.get(key)?.key.range;
  }

  text(key: KeysOfKind<K, 'text'>): Text | undefined {
    return this.#text(key);
  }

  /** Like `text`, with white space at both ends taken off (a `>` scalar ends with a line break). Nothing is no text. */
  trimmed(key: KeysOfKind<K, 'text' | 'any'>): Text | undefined {
    const text = this.#text(key);
    if (text === undefined) return undefined;
    const value = text.value.trim();
    return value === '' ? this.#refuse(key, this.any(key)!, 'text') : { ...text, value };
  }

  boolean(key: KeysOfKind<K, 'boolean'>): Located<boolean> | undefined {
    const node = this.any(key);
    if (node === undefined) return undefined;
    if (node.kind !== 'scalar' || node.type !== 'boolean') return this.#refuse(key, node, 'boolean');
    return { value: node.value.toLowerCase() === 'true', file: this.#context.file, range: node.range };
  }

  map(key: KeysOfKind<K, 'map'>): MapNode | undefined {
    const node = this.any(key);
    if (node === undefined || node.kind === 'map') return node;
    return this.#refuse(key, node, 'map');
  }

  list(key: KeysOfKind<K, 'list'>): ListNode | undefined {
    const node = this.any(key);
    if (node === undefined || node.kind === 'list') return node;
    return this.#refuse(key, node, 'list');
  }

  /** A number above zero. */
  number(key: KeysOfKind<K, 'number'>): Located<number> | undefined {
    const node = this.any(key);
    if (node === undefined) return undefined;
    const value = node.kind === 'scalar' && node.type === 'number' ? Number(node.value) : Number.NaN;
    if (!Number.isFinite(value) || value <= 0) return this.#refuse(key, node, 'number');
    return { value, file: this.#context.file, range: node.range };
  }

  #text(key: string): Text | undefined {
    const node = this.#values.get(key)?.value;
    if (node === undefined) return undefined;
    if (node.kind !== 'scalar' || node.type === 'null') return this.#refuse(key, node, 'text');
    if (key === 'title' || key === 'description') reportCutText(this.#context.file, node, this.#context.report);
    return { value: node.value, file: this.#context.file, range: node.range };
  }

  #refuse(key: string, node: DataNode, wanted: string): undefined {
    refuse(this.#context, key, node, kindNames[wanted]!);
    return undefined;
  }
}

/**
 * Reports a value of the wrong kind. `wanted` is worded as in “must be …”.
 * @param hint what to write; where the mistake is a common one, a hint is known
 */
export function refuse(
  context: DecodeContext,
  name: string,
  node: DataNode,
  wanted: string,
  hint: string | undefined = commonHint(context, node, wanted),
): void {
  const args = { name, wanted, found: describeKind(node, wanted), hint };
  context.report('wrong-type', { file: context.file, range: node.range }, args);
}

function commonHint({ file }: DecodeContext, node: DataNode, wanted: string): string | undefined {
  if (wanted === kindNames['text'] && node.kind === 'scalar') return quoteComment(commentInPlaceOf(file, node));
  if (wanted === 'a list' && node.kind === 'scalar' && /^[\w@./ ,-]{1,60}$/.test(node.value))
    return `Write ${quote(`[${node.value}]`)}.`;
  if (wanted === 'a list' && node.kind === 'map') return 'Begin each entry with `- `.';
  if (wanted === 'a map' && node.kind === 'list') return 'Write keys without `- ` in front of them.';
  const isTruth = wanted === kindNames['boolean'] && node.kind === 'scalar';
  return isTruth ? wordsOfTruth.get(node.value.toLowerCase()) : undefined;
}

/** For a text that YAML takes for a comment. */
function quoteComment(comment: string | undefined): string | undefined {
  return (
    comment &&
    `YAML takes ${quote('#')} for the start of a comment. Write ${quote(`'${comment.replaceAll("'", "''")}'`)}.`
  );
}

/** What YAML 1.1 took for truth and YAML 1.2 takes for text. */
const wordsOfTruth: ReadonlyMap<string, string> = new Map([
  ['yes', 'Write `true`.'],
  ['on', 'Write `true`.'],
  ['no', 'Write `false`.'],
  ['off', 'Write `false`.'],
]);

/** A value by its kind; text that is of the right kind and still wrong, as it is written. */
function describeKind(node: DataNode, wanted: string): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (node.type === 'null' || node.value.trim() === '') return 'empty';
  const isKind = /^(?:a map|a list|a number|text$|`true` or)/.test(wanted);
  if (node.type === 'string' && !isKind) return quote(node.value.trim());
  return node.type === 'string' ? 'text' : `the ${node.type === 'boolean' ? 'value' : 'number'} \`${node.value}\``;
}

/** Reports each key that a map must have and does not have, misspelt neither. */
export function requireKeys<K extends Keys>(
  context: DecodeContext,
  node: MapNode,
  map: MapReader<K>,
  { required, where }: Shape<K>,
): void {
  for (const name of required) {
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    // A misspelt key is reported already.
    if (!map.has(name) && !map.meant.has(name)) context.report('missing-key', place, { name, where });
  }
}

/** The words of a list; an entry that is none is reported and left out. */
export function decodeWords(context: DecodeContext, name: string, node: ListNode | undefined): readonly string[] {
  const words: string[] = [];
  for (const item of node?.items ?? []) {
    if (item.kind === 'scalar' && item.type !== 'null') words.push(item.value);
    else refuse(context, name, item, 'a list of words');
  }
  return words;
}

/** An address on another host, as it may stand in a link; reported and left out where it could be anything else. */
export function readWebAddress(context: DecodeContext, text: Text | undefined): Text | undefined {
  if (text === undefined || /^(?:https?:\/\/|mailto:)[^\s"'<>]+$/i.test(text.value)) return text;
  context.report('unsafe-link', text, { name: text.value });
  return undefined;
}
