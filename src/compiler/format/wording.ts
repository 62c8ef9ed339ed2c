// Words for the kinds of values: after “must be” in findings, and beside the key in the handbook.

import { quote } from '../diagnostics/index.ts';
import type { ValueSpec } from './spec.ts';

/** The words for a kind of value: `text`, `` `data` or `code` ``, `a list`. */
export function wantedOf(spec: ValueSpec): string {
  switch (spec.kind) {
    case 'text':
      return spec.wanted ?? spec.rules[0]?.wanted ?? 'text';
    case 'choice':
      return spec.wanted ?? alternatives(spec.of.map(quote));
    case 'list':
      return spec.mayBeAlone ? `${wantedOf(spec.items())}, or a list of them` : 'a list';
    case 'either':
      return spec.wanted;
    case 'map':
    case 'table':
      return 'a map';
    case 'markdown':
      return 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'number':
      return 'a number above zero';
    case 'null':
      return '`null`';
    case 'ignored':
      return 'anything';
  }
}

/** `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
