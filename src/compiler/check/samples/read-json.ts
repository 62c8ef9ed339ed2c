// JSON of a file or of a command → values with their places, and the first syntax error. In a command, a hole (a shell
// variable) may be any value, or any part of a string.

import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { quote } from '../../diagnostics/index.ts';
import type { ShellPiece, SyntaxFault } from '../../model/index.ts';
import { bounds, findTooDeep, type Range } from '../../source/index.ts';
import { joinPieces, placeOf, type ShellText } from '../../languages/index.ts';

export interface JsonText {
  /** The value, as far as it could be read. */
  readonly root?: JsonValue | undefined;
  readonly fault?: SyntaxFault | undefined;
}

export type JsonValue =
  | { readonly kind: 'object'; readonly range: Range; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly range: Range; readonly items: readonly JsonValue[] }
  | { readonly kind: 'scalar'; readonly range: Range; readonly value: string | number | boolean | null }
  /** A hole: its value is known only when the command runs. */
  | { readonly kind: 'any'; readonly range: Range };

export interface JsonMember {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: JsonValue;
}

/** Reads a `.json` file. */
export function readJsonFile(text: string): JsonText {
  return readJson([{ kind: 'text', text, start: 0 }]);
}

/**
 * Finds the syntax error in the JSON body of an HTTP message. The values are not returned: the message may be a request
 * or a response, so they cannot be compared with the reference.
 * @returns undefined if the body is not JSON
 */
export function readHttpBody(text: string): JsonText | undefined {
  const start = /\r?\n[ \t]*\r?\n/.exec(text);
  const body = start ? start.index + start[0].length : text.length;
  const type = /^content-type:[ \t]*([^;\r\n]*)/im.exec(text.slice(0, body))?.[1] ?? 'application/json';
  if (!/json/i.test(type) || !/^\s*[{[]/.test(text.slice(body))) return undefined;
  const { fault } = readJson([{ kind: 'text', text: text.slice(body), start: body }]);
  return fault ? { fault } : {};
}

/** Reads the JSON that the pieces of a shell word form together. */
export function readJson(pieces: readonly ShellPiece[]): JsonText {
  // A hole becomes a digit: as a JSON value it is a number, and in a string a character.
  const source = joinPieces(pieces, '1');
  const deep = findTooDeep(source.text, bounds.sampleDepth);
  if (deep !== undefined) {
    const problem = `brackets are nested more than ${bounds.sampleDepth} levels deep`;
    return { fault: { problem, range: placeOf(source, deep, deep + 1) } };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  const root = tree && convert(tree, source);
  const [error] = errors;
  return { root, fault: error && faultOf(error, source) };
}

function convert(node: Node, source: ShellText): JsonValue | undefined {
  const end = node.offset + node.length;
  const range = placeOf(source, node.offset, end);
  if (node.type === 'object') {
    const members = (node.children ?? []).flatMap(({ children = [] }) => {
      const [key, value] = children;
      const converted = value && convert(value, source);
      if (key === undefined || converted === undefined || hasHole(source, key)) return [];
      const keyRange = placeOf(source, key.offset, key.offset + key.length);
      return [{ key: String(key.value), keyRange, value: converted }];
    });
    return { kind: 'object', range, members };
  }
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => convert(child, source));
    return { kind: 'array', range, items: items.filter((item) => item !== undefined) };
  }
  if (node.type !== 'string' && hasHole(source, node)) return { kind: 'any', range };
  return { kind: 'scalar', range, value: node.value as string | number | boolean | null };
}

function hasHole({ holes }: ShellText, { offset, length }: Node): boolean {
  for (const hole of holes) if (hole >= offset && hole < offset + length) return true;
  return false;
}

const problems: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a `:` is missing after the key',
  CommaExpected: 'a `,` is missing',
  CloseBraceExpected: 'a `}` is missing',
  CloseBracketExpected: 'a `]` is missing',
  EndOfFileExpected: 'the value has already ended here',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the string is not closed',
  UnexpectedEndOfNumber: 'the number is incomplete',
  InvalidUnicode: 'four hexadecimal digits must follow `\\u`',
  InvalidEscapeCharacter: 'a string has no such escape sequence',
  InvalidCharacter: 'a string cannot contain this character; write an escape sequence',
};

function faultOf({ error, offset, length }: ParseError, source: ShellText): SyntaxFault {
  const code = printParseErrorCode(error);
  const written = source.text.slice(offset, offset + length);
  const before = source.text.slice(0, offset).trimEnd();
  const isTrailing = before.endsWith(',') && /^[}\]]/.test(source.text.slice(offset).trimStart());
  if (isTrailing)
    return { problem: 'no value follows this `,`', range: placeOf(source, before.length - 1, before.length) };
  const problem = problems[code] ?? `${quote(written)} is not a JSON value`;
  // The place of a missing character is after the last character before it, which is often on the line above.
  const isMissing = code.endsWith('Expected') && code !== 'EndOfFileExpected' && before.length > 0;
  if (isMissing) return { problem, range: placeOf(source, before.length - 1, before.length) };
  return { problem, range: placeOf(source, offset, offset + Math.max(length, 1)) };
}
