// The words of a curl command → the request that it sends: verb, address, and the options for headers and data.

import type { Range } from '../../source/index.ts';
import { joinPieces, placeOf, plainText, type ShellCommand, type ShellPiece, type ShellWord } from './shell-words.ts';

export interface CurlCommand {
  readonly verb: string;
  /** The place of the verb, or of the option that implies it. */
  readonly verbRange: Range;
  readonly address?: CurlAddress | undefined;
  /** The word of the address. */
  readonly addressWord?: ShellWord | undefined;
  /** In order, without the address. */
  readonly options: readonly CurlOption[];
}

export interface CurlAddress {
  /** `https`; undefined if the address has no scheme. */
  readonly scheme?: string | undefined;
  /** Segments of the path. A hole is a NUL. Undefined if a variable contains the path. */
  readonly segments?: readonly string[];
  /** The path as written, holes as `…`. */
  readonly path: string;
  /** The place of the path, else of the whole address. */
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

/** An option by its long name, without dashes. */
export interface CurlOption {
  readonly name: string;
  readonly range: Range;
  readonly value?: ShellWord | undefined;
}

/** Reads a curl command. Undefined for other commands. */
export function readCurl({ words }: ShellCommand): CurlCommand | undefined {
  const [program, ...rest] = words;
  if (program === undefined || !/(?:^|\/)curl$/.test(plainText(program.pieces) ?? '')) return undefined;
  const { options, address } = readOptions(rest);
  const request = options.findLast(({ name }) => name === 'request')?.value;
  const implied = findImplied(options);
  return {
    verb: (request && plainText(request.pieces)) ?? (request ? hole : implied.verb),
    verbRange: request?.range ?? implied.range ?? program.range,
    address: address && readAddress(address),
    addressWord: address,
    options,
  };
}

function readOptions(words: readonly ShellWord[]): { options: readonly CurlOption[]; address?: ShellWord | undefined } {
  const options: CurlOption[] = [];
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

function findImplied(options: readonly CurlOption[]): { verb: string; range?: Range } {
  const find = (pattern: RegExp): CurlOption | undefined => options.find(({ name }) => pattern.test(name));
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

function readAddress(word: ShellWord): CurlAddress {
  const source = joinPieces(word.pieces, hole);
  const match = /^(?:([a-z][a-z+.-]*):\/\/)?([^/?#]*)([^?#]*)/i.exec(source.text)!;
  const [whole, scheme, , path = ''] = match;
  const start = whole.length - path.length;
  const range = path === '' ? word.range : placeOf(source, start, whole.length);
  // The variable may contain the path as well as the host.
  if (path === '' && source.text.includes(hole)) return { scheme, path: '…', range };
  const segments = path.split('/').filter((segment) => segment !== '');
  return { scheme, segments, path: path === '' ? '/' : path.replaceAll(hole, '…'), range };
}
