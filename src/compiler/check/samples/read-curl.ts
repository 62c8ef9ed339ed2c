// The words of a curl command → the request it makes: verb, address, fields and JSON bodies.

import type { ShellCommand, ShellPiece, ShellWord } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';
import { readJson, type JsonText } from './read-json.ts';
import { joinPieces, placeOf, plainText } from './shell-text.ts';

export interface CurlRequest {
  readonly verb: string;
  /** The place of the verb, or of the option that implies it. */
  readonly verbRange: Range;
  readonly address?: CurlAddress | undefined;
  readonly bodies: readonly JsonText[];
  /** Names in the query and in bodies of forms. */
  readonly fields: readonly CurlField[];
}

export interface CurlAddress {
  /** Segments of the path. A hole is a NUL. Undefined if a variable contains the path. */
  readonly segments?: readonly string[];
  /** The path as written, holes as `…`. */
  readonly path: string;
  readonly range: Range;
}

export interface CurlField {
  readonly name: string;
  readonly range: Range;
}

/** The character for an unknown part (a shell variable) in the segments of an address. */
export const hole = '\0';

const longNames: Readonly<Record<string, string>> = {
  X: 'request',
  d: 'data',
  H: 'header',
  G: 'get',
  I: 'head',
  T: 'upload-file',
  F: 'form',
};

/** Short options with a value, which is the rest of the word or the next word. */
const shortWithValue = new Set('XdHuoFTAbcemwxEKrYyzCDPQtUhm');
const longWithValue = new Set(
  `abstract-unix-socket aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at
  cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode delegation
  dns-servers doh-url dump-header engine etag-compare etag-save expect100-timeout form form-string
  happy-eyeballs-timeout-ms header interface ip-tos json keepalive-time key key-type limit-rate local-port
  max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey
  proto proto-default proto-redir proxy proxy-header proxy-user quote range rate referer request request-target
  resolve retry retry-delay retry-max-time speed-limit speed-time stderr time-cond tls-max tls13-ciphers trace
  trace-ascii unix-socket upload-file url url-query user user-agent variable write-out`.split(/\s+/),
);

interface Option {
  readonly name: string;
  readonly range: Range;
  readonly value?: ShellWord | undefined;
}

/** Reads a curl command. Undefined for other commands. */
export function readCurl({ words, input }: ShellCommand): CurlRequest | undefined {
  const [program, ...rest] = words;
  if (program === undefined || !/(?:^|\/)curl$/.test(plainText(program.pieces) ?? '')) return undefined;
  const { options, address } = readOptions(rest);
  const request = options.findLast(({ name }) => name === 'request')?.value;
  const implied = findImplied(options);
  const url = address && readAddress(address);
  const type = contentTypeOf(options);
  const bodies: JsonText[] = [];
  const fields: (readonly CurlField[])[] = [url ? readFields(address.pieces, /[?&]([\w.-]+)=/g) : []];
  for (const { name, value } of options) {
    if (value === undefined || !/^(?:data(?:-\w+)?|json|url-query)$/.test(name)) continue;
    const body = bodyOf(value, name, input);
    if (body === undefined) continue;
    if (name === 'json' || (name.startsWith('data') && name !== 'data-urlencode' && isJson(body, type)))
      bodies.push(readJson(body));
    else fields.push(readFields(body, /(?:^|&)([\w.-]+)(?==|@)/g));
  }
  return {
    verb: (request && plainText(request.pieces)) ?? (request ? hole : implied.verb),
    verbRange: request?.range ?? implied.range ?? program.range,
    address: url,
    bodies,
    fields: fields.flat(),
  };
}

function readOptions(words: readonly ShellWord[]): { options: readonly Option[]; address?: ShellWord | undefined } {
  const options: Option[] = [];
  let address: ShellWord | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { text } = joinPieces(word.pieces, hole);
    if (text.startsWith('--') && text.length > 2) {
      const name = text.slice(2);
      const value = longWithValue.has(name) ? words[++i] : undefined;
      if (name === 'url') address ??= value;
      else options.push({ name, range: word.range, value });
    } else if (text.startsWith('-') && text.length > 1) {
      for (let at = 1; at < text.length; at++) {
        const name = longNames[text[at]!] ?? text[at]!;
        if (!shortWithValue.has(text[at]!)) options.push({ name, range: word.range });
        else {
          const value = at + 1 < text.length ? restOf(word, at + 1) : words[++i];
          options.push({ name, range: word.range, value });
          break;
        }
      }
    } else address ??= word;
  }
  return { options, address };
}

/** The rest of a word, from an offset of its text. */
function restOf({ pieces, range }: ShellWord, from: number): ShellWord {
  let left = from;
  const rest: ShellPiece[] = [];
  for (const piece of pieces) {
    const length = piece.kind === 'hole' ? 1 : piece.text.length;
    if (left >= length) left -= length;
    else {
      rest.push(piece.kind === 'hole' ? piece : { ...piece, text: piece.text.slice(left), start: piece.start + left });
      left = 0;
    }
  }
  const [first] = rest;
  const start = first === undefined ? range.start : first.kind === 'hole' ? first.range.start : first.start;
  return { pieces: rest, range: { start, end: range.end } };
}

function findImplied(options: readonly Option[]): { verb: string; range?: Range } {
  const find = (pattern: RegExp): Option | undefined => options.find(({ name }) => pattern.test(name));
  const rules: readonly (readonly [RegExp, string])[] = [
    [/^get$/, 'GET'],
    [/^head$/, 'HEAD'],
    [/^upload-file$/, 'PUT'],
    [/^(?:data(?:-\w+)?|json|form(?:-string)?)$/, 'POST'],
  ];
  for (const [pattern, verb] of rules) {
    const option = find(pattern);
    if (option) return { verb, range: option.range };
  }
  return { verb: 'GET' };
}

function contentTypeOf(options: readonly Option[]): string | undefined {
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

function readAddress(word: ShellWord): CurlAddress {
  const source = joinPieces(word.pieces, hole);
  const match = /^(?:[a-z][a-z+.-]*:\/\/)?([^/?#]*)([^?#]*)/i.exec(source.text)!;
  const [whole, , path = ''] = match;
  const start = whole.length - path.length;
  const range = path === '' ? word.range : placeOf(source, start, whole.length);
  // The variable may contain the path as well as the host.
  if (path === '' && source.text.includes(hole)) return { path: '…', range };
  const segments = path.split('/').filter((segment) => segment !== '');
  return { segments, path: path === '' ? '/' : path.replaceAll(hole, '…'), range };
}
