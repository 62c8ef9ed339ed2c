// A curl command → the request as its sample is checked: with the names of its fields and the JSON of its bodies.

import { hole, joinPieces, placeOf, readCurl, type CurlCommand, type CurlOption } from '../../languages/index.ts';
import type { ShellCommand, ShellPiece, ShellWord } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';
import { readJson, type JsonText } from './read-json.ts';

export interface CurlRequest extends CurlCommand {
  readonly bodies: readonly JsonText[];
  /** Names in the query and in bodies of forms. */
  readonly fields: readonly CurlField[];
}

export interface CurlField {
  readonly name: string;
  readonly range: Range;
}

/** Reads a curl command. Undefined for other commands. */
export function readRequest(shell: ShellCommand): CurlRequest | undefined {
  const command = readCurl(shell);
  if (command === undefined) return undefined;
  const { options, addressWord } = command;
  const type = contentTypeOf(options);
  const bodies: JsonText[] = [];
  const fields: (readonly CurlField[])[] = [addressWord ? readFields(addressWord.pieces, /[?&]([\w.-]+)=/g) : []];
  for (const { name, value } of options) {
    if (value === undefined || !/^(?:data(?:-\w+)?|json|url-query)$/.test(name)) continue;
    const body = bodyOf(value, name, shell.input);
    if (body === undefined) continue;
    if (name === 'json' || (name.startsWith('data') && name !== 'data-urlencode' && isJson(body, type)))
      bodies.push(readJson(body));
    else fields.push(readFields(body, /(?:^|&)([\w.-]+)(?==|@)/g));
  }
  return { ...command, bodies, fields: fields.flat() };
}

function contentTypeOf(options: readonly CurlOption[]): string | undefined {
  for (const { name, value } of options) {
    if (name === 'json') return 'application/json';
    const header = name === 'header' && value ? joinPieces(value.pieces, '').text : '';
    const type = /^content-type:\s*([^;\s]*)/i.exec(header)?.[1];
    if (type !== undefined) return type.toLowerCase();
  }
  return undefined;
}

/** Whether a body is JSON. Without a Content-Type, curl sends a form; then a body is JSON if it begins like JSON. */
function isJson(body: readonly ShellPiece[], type: string | undefined): boolean {
  if (type !== undefined) return /[/+]json$/.test(type);
  return /^\s*[{[]/.test(joinPieces(body, '1').text);
}

/** The data that an option sends: its value, or the standard input. Undefined if it is a file or a variable. */
function bodyOf(value: ShellWord, name: string, input: ShellWord | undefined): readonly ShellPiece[] | undefined {
  const { text } = joinPieces(value.pieces, hole);
  if (text === hole) return undefined;
  const isFile = text.startsWith('@') && name !== 'data-raw' && name !== 'url-query';
  if (!isFile) return value.pieces;
  return text === '@-' || text === '@/dev/stdin' ? input?.pieces : undefined;
}

function readFields(pieces: readonly ShellPiece[], pattern: RegExp): CurlField[] {
  const source = joinPieces(pieces, hole);
  return [...source.text.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].lastIndexOf(match[1]!);
    return { name: match[1]!, range: placeOf(source, start, start + match[1]!.length) };
  });
}
