// The type of a plain scalar, by the core schema of YAML 1.2.

import type { ScalarNode } from '../../../model/index.ts';

/** First characters of values that may be something else than text: digits, signs, `.`, `~`, and t, f and n. */
const special = /^[-+.\d~tTfFnN]/;

const nothing = /^(?:~|[Nn]ull|NULL)$/;
const truth = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const number = new RegExp(
  [
    '^(?:0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+)$',
    String.raw`^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$`,
    String.raw`^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$`,
    String.raw`^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$`,
  ].join('|'),
);

/** The type of a plain value that is not empty. */
export function typeOfPlain(value: string): ScalarNode['type'] {
  if (!special.test(value)) return 'string';
  if (nothing.test(value)) return 'null';
  if (truth.test(value)) return 'boolean';
  return number.test(value) ? 'number' : 'string';
}
