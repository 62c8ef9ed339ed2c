// Reports values that do not match the tables of `format`, with a hint for common mistakes.

import { quote, quoteAll, type Report } from '../diagnostics/index.ts';
import { suggest } from '../text/index.ts';
import { wantedOf, type Shape, type TextRule, type ValueSpec } from '../format/index.ts';
import type { DataNode, ParseText } from '../model/index.ts';
import type { SourceFile } from '../source/index.ts';
import { commentInPlaceOf } from './cut-texts.ts';

/** The context that every decoder needs. */
export interface DecodeContext {
  readonly file: SourceFile;
  readonly report: Report;
  readonly parseText: ParseText;
}

interface Refusal {
  /** Whether the value is an entry of the list `name`. */
  readonly isEntry?: boolean;
  /** The rule that the text breaks. */
  readonly rule?: TextRule;
  /** Replaces the hint for the kind of value. */
  readonly hint?: string;
}

/** Reports that a value does not match its spec. Always returns undefined, for the caller to return. */
export function refuse(
  context: DecodeContext,
  name: string,
  node: DataNode,
  spec: ValueSpec,
  { isEntry = false, rule, hint = hintFor(context, node, spec) }: Refusal = {},
): undefined {
  const place = { file: context.file, range: node.range };
  if (rule?.code !== undefined && node.kind === 'scalar') {
    context.report(rule.code, place, { name: node.value.trim() });
    return undefined;
  }
  const isWord = rule !== undefined || spec.kind === 'choice';
  const written = node.kind === 'scalar' ? node.value.trim() : '';
  context.report('wrong-type', place, {
    name,
    isEntry,
    wanted: rule?.wanted ?? wantedOf(spec),
    found: describe(node, isWord),
    hint: rule?.hint?.(written) ?? hint,
  });
  return undefined;
}

/** Describes a value by its kind; a text that breaks a rule is quoted. */
function describe(node: DataNode, isWord: boolean): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (node.type === 'null' || node.value.trim() === '') return 'empty';
  if (node.type === 'string') return isWord ? quote(node.value.trim()) : 'text';
  return `the ${node.type === 'boolean' ? 'value' : 'number'} \`${node.value}\``;
}

function hintFor({ file }: DecodeContext, node: DataNode, spec: ValueSpec): string | undefined {
  const scalar = node.kind === 'scalar' ? node : undefined;
  switch (spec.kind) {
    case 'text':
    case 'markdown':
      return scalar && quoteComment(commentInPlaceOf(file, scalar));
    case 'choice': {
      if (scalar === undefined) return undefined;
      const near = suggest(scalar.value.trim().toLowerCase(), spec.of);
      return near === undefined
        ? (spec.otherwise ?? quoteComment(commentInPlaceOf(file, scalar)))
        : `Did you mean ${quote(near)}?`;
    }
    case 'list':
      if (node.kind === 'map') return 'Begin each entry with `- `.';
      return scalar && /^[\w@./ ,-]{1,60}$/.test(scalar.value) ? `Write ${quote(`[${scalar.value}]`)}.` : undefined;
    case 'map':
    case 'table':
      if (node.kind === 'list') return 'Write keys without `- ` in front of them.';
      return spec.kind === 'map' ? exampleOf(spec.shape()) : undefined;
    case 'boolean':
      return scalar && wordsOfTruth.get(scalar.value.toLowerCase());
    default:
      return undefined;
  }
}

/** The smallest valid map of a shape; undefined if it needs no keys. */
function exampleOf({ keys, required, oneOf = [] }: Shape): string | undefined {
  const names = [...required, ...oneOf.slice(0, 1)];
  if (names.length === 0) return undefined;
  const entries = names.map((name) => `${name}: ${keys[name]!.example}`);
  return `Write \`{ ${entries.join(', ')} }\`, with the ${quoteAll(names)} that you mean.`;
}

/** Hint for a text that YAML reads as a comment. */
function quoteComment(comment: string | undefined): string | undefined {
  return (
    comment &&
    `YAML reads ${quote('#')} as the start of a comment. Write ${quote(`'${comment.replaceAll("'", "''")}'`)}.`
  );
}

/** Words that are booleans in YAML 1.1, but text in YAML 1.2. */
const wordsOfTruth: ReadonlyMap<string, string> = new Map([
  ['yes', 'Write `true`.'],
  ['on', 'Write `true`.'],
  ['no', 'Write `false`.'],
  ['off', 'Write `false`.'],
]);
