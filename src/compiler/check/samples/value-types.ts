// Compares a JSON value with a type of curl's table. A value is wrong only if it certainly does not match: an unknown
// type matches every value.

import { quote } from '../../diagnostics/index.ts';
import type { JsonValue } from './read-json.ts';

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

const kindsByName: Readonly<Record<string, readonly Kind[]>> = {
  string: ['string'],
  text: ['string'],
  uuid: ['string'],
  uri: ['string'],
  url: ['string'],
  email: ['string'],
  enum: ['string', 'number'],
  number: ['number'],
  integer: ['number'],
  int: ['number'],
  float: ['number'],
  boolean: ['boolean'],
  bool: ['boolean'],
  true: ['boolean'],
  false: ['boolean'],
  null: ['null'],
  array: ['array'],
  list: ['array'],
  object: ['object'],
  map: ['object'],
  hash: ['object'],
  dict: ['object'],
};

/** Describes a value that does not match a type, for a message. Undefined if the value matches. */
export function findMismatch(value: JsonValue, type: string): string | undefined {
  if (value.kind === 'any') return undefined;
  const kind = kindOf(value);
  const found = kind === 'string' ? `the string ${quote(String((value as { value: unknown }).value))}` : nameOf(kind);
  for (const part of type.split('|').map((text) => text.trim())) {
    const literal = /^(["'])(.*)\1$/.exec(part)?.[2];
    if (literal !== undefined) {
      if (value.kind === 'scalar' && value.value === literal) return undefined;
      continue;
    }
    const kinds = kindsOf(part);
    if (kinds === undefined || kinds.includes(kind)) return undefined;
  }
  return found;
}

function kindsOf(type: string): readonly Kind[] | undefined {
  if (type.endsWith('[]') || /^(?:array|list)\s*[<([ ]/i.test(type)) return ['array'];
  if (/^(?:record|map|dict|object|hash)\s*[<([]/i.test(type)) return ['object'];
  const name = type.toLowerCase();
  if (/^-?\d+(?:\.\d+)?$/.test(name)) return ['number'];
  return Object.hasOwn(kindsByName, name) ? kindsByName[name] : undefined;
}

function kindOf(value: Exclude<JsonValue, { kind: 'any' }>): Kind {
  if (value.kind !== 'scalar') return value.kind;
  if (value.value === null) return 'null';
  return typeof value.value as 'string' | 'number' | 'boolean';
}

function nameOf(kind: Kind): string {
  if (kind === 'null') return '`null`';
  return kind === 'array' || kind === 'object' ? `an ${kind}` : `a ${kind}`;
}
