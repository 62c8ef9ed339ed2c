// Mutations that break one thing in a text. Each is a function of the text and random numbers only.

import type { Random } from '../bench/seeded-random.ts';

/** `other` is another real text, for mutations that mix two. */
export type Mutation = (text: string, random: Random, other: string) => string;

/** Pieces with a meaning in YAML, Markdown, MDX or Unicode. */
const pieces = [
  '"',
  "'",
  '`',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '<',
  '>',
  '/>',
  '</X>',
  '<X>',
  '{{',
  '}}',
  '<!--',
  '-->',
  '[^a]',
  '![',
  '```\n',
  '~~~',
  '---\n',
  '***',
  '# ',
  '> ',
  '- ',
  '1. ',
  '| ',
  '|-|-|\n',
  ': ',
  '? ',
  '&a ',
  '*a ',
  '!!binary ',
  '!x ',
  '%',
  '@',
  '$',
  '#',
  ',',
  '\\',
  '|\n',
  '>-\n',
  '|2\n',
  '...\n',
  '(a.b)',
  '(id)',
  '\n',
  '\n\n',
  '  ',
  '\t',
  '\u00a0',
  'import a from "b"\n',
  'export const a = 1\n',
  '{a.b()}',
  '[a]: b\n',
  ': a\n',
  '- | a\n',
  '## (1) ',
  '{{ "url": "a" }}',
  'javascript:',
  'data:',
  '//',
  '../',
  '%00',
  '.constructor',
  'null',
  '~',
  '1e999',
  '0x1f',
  '.inf',
  'true',
  '[]',
  '{}',
  '<CodeBlock file="a">',
  '</CodeBlock>',
  '<CodeBlockTab file="a" language="js" />',
  '<Callout type="info">',
  '</Callout>',
] as const;

/** Unexpected characters. */
const characters = [
  '\ufeff',
  '\r',
  '\u0000',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '\u001b',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u200b',
  '\ufffd',
  '\uffff',
  'İ',
  'ß',
  'e\u0301',
  '👩‍👩‍👧',
  '\u{10ffff}',
] as const;

const hostileNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then', ''] as const;

export const mutations: Readonly<Record<string, Mutation>> = {
  flipBytes(text, random) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length === 0) return text;
    for (let left = 1 + random.integer(8); left > 0; left--)
      bytes[random.integer(bytes.length)]! ^= 1 << random.integer(8);
    return new TextDecoder().decode(bytes);
  },
  truncate: (text, random) => text.slice(0, random.integer(text.length + 1)),
  dropLines: (text, random) => changeLines(text, random, () => []),
  doubleLines: (text, random) => changeLines(text, random, (lines) => [...lines, ...lines]),
  repeatLines: (text, random) => changeLines(text, random, (lines) => Array.from({ length: 20 }, () => lines).flat()),
  swapLines: (text, random) => changeLines(text, random, (lines) => lines.toReversed()),
  moveLines(text, random) {
    const lines = text.split('\n');
    const moved = lines.splice(random.integer(lines.length), 1 + random.integer(5));
    lines.splice(random.integer(lines.length + 1), 0, ...moved);
    return lines.join('\n');
  },
  indent(text, random) {
    const blank = random.pick([' ', '  ', '    ', '\t', ' '.repeat(40)]);
    return changeLines(text, random, (lines) => lines.map((line) => blank + line));
  },
  outdent: (text, random) => changeLines(text, random, (lines) => lines.map((line) => line.replace(/^[ \t]{1,4}/, ''))),
  splice: (text, random, other) =>
    text.slice(0, random.integer(text.length + 1)) + other.slice(random.integer(other.length + 1)),
  graft(text, random, other) {
    const from = random.integer(other.length + 1);
    return insert(text, random, other.slice(from, from + 1 + random.integer(400)));
  },
  putPiece: (text, random) => insert(text, random, random.pick(pieces)),
  putPieces: (text, random) => insert(text, random, Array.from({ length: 5 }, () => random.pick(pieces)).join('')),
  repeatPiece: (text, random) => insert(text, random, random.pick(pieces).repeat(2 + random.integer(80))),
  putCharacter: (text, random) => insert(text, random, random.pick(characters)),
  replaceCharacter(text, random) {
    const at = random.integer(text.length + 1);
    return text.slice(0, at) + random.pick([...characters, ...pieces]) + text.slice(at + 1);
  },
  byteOrderMark: (text) => `\ufeff${text}`,
  carriageReturns: (text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\r', '\u2028'])),
  someCarriageReturns: (text, random) => text.replace(/\n/g, (end) => (random.chance(0.1) ? '\r' : end)),
  renameKey: (text, random) => replaceOne(text, random, /(?<=^[ \t-]*)[\w.-]+(?=:)/gm, random.pick(hostileNames)),
  renameWord: (text, random) => replaceOne(text, random, /\w+/g, random.pick([...hostileNames, '1', 'a.b', '(a)'])),
  replaceValue: (text, random) => replaceOne(text, random, /(?<=^[ \t-]*[\w.-]+: )[^\n]*/gm, random.pick(pieces)),
  cutOut(text, random) {
    const at = random.integer(text.length + 1);
    return text.slice(0, at) + text.slice(at + random.integer(60));
  },
};

function insert(text: string, random: Random, piece: string): string {
  const at = random.integer(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Replaces up to five neighbouring lines. */
function changeLines(text: string, random: Random, change: (lines: readonly string[]) => readonly string[]): string {
  const lines = text.split('\n');
  const at = random.integer(lines.length);
  const length = 1 + random.integer(5);
  return [...lines.slice(0, at), ...change(lines.slice(at, at + length)), ...lines.slice(at + length)].join('\n');
}

function replaceOne(text: string, random: Random, pattern: RegExp, by: string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = random.pick(matches);
  return text.slice(0, index) + by + text.slice(index + found.length);
}
