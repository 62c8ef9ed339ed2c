// The info string of a code fence (the text after its backticks) → the language and the other parts. It also reads the
// notations of other tools: `js {1,3}`, `js{1,3}`, `js:line-numbers`, `{ .js hl_lines="1 3" }`, `rust,ignore`.

import { anyPattern } from '../text/index.ts';
import { bounds } from './bounds.ts';

/** A part of a fence's first line. Offsets are relative to the given text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type FencePart = Stretch &
  (
    | { readonly kind: 'attribute'; readonly name: string; readonly value: string; readonly valueStart: number }
    /** `{1,3}` by itself. */
    | { readonly kind: 'lines'; readonly value: string }
    /** `[server.js]` */
    | { readonly kind: 'title'; readonly value: string }
    | { readonly kind: 'word'; readonly value: string }
  );

export interface FenceInfo {
  /** As written; absent if the fence names none. */
  readonly language?: (Stretch & { readonly name: string }) | undefined;
  readonly parts: readonly FencePart[];
}

/** Matches the language at the start, also as the first class in braces. */
const languagePattern = /^(\s*(?:\{\s*\.?(?=[A-Za-z]))?)([^\s{}[\],:="']+)(?![^\s{}[\],:="']|=)/;

const partPattern = anyPattern(
  [
    /(?<name>[A-Za-z][\w-]*)=(?<value>"[^"]*"|'[^']*'|\{[^}]*\}|\[[^\]]*\]|[^\s}]+)/,
    /\{(?<lines>[^}=]*)\}/,
    /\[(?<title>[^\]]+)\]/,
    /(?<word>"[^"]*"|'[^']*'|\/(?:[^/\\\s]|\\.)+\/|[^\s{}[\],:]+)/,
  ],
  'g',
);

/**
 * Reads an info string.
 * @param line the rest of the fence's first line, of which at most `bounds.fenceInfo` units are read
 */
export function readFenceInfo(line: string): FenceInfo {
  const info = line.slice(0, bounds.fenceInfo);
  const found = languagePattern.exec(info);
  const start = found ? found[1]!.length : 0;
  const name = found?.[2];
  const behind = start + (name?.length ?? 0);
  const parts: FencePart[] = [];
  // Attributes may be inside the braces that open before the language.
  const isInBraces = name !== undefined && info.slice(0, start).includes('{');
  const rest = isInBraces ? info.replace(/\}\s*$/, ' ') : info;
  for (const match of rest.slice(behind).matchAll(partPattern)) {
    const at = behind + match.index;
    const part = readPart(match, at);
    if (part) parts.push(part);
  }
  return { language: name === undefined ? undefined : { name, start, end: behind }, parts };
}

function readPart({ 0: whole, groups }: RegExpExecArray | RegExpMatchArray, start: number): FencePart | undefined {
  const { name, value, lines, title, word } = groups!;
  const stretch = { start, end: start + whole.length };
  if (name !== undefined) {
    const bare = value!
      .replace(/^(["'])([^]*)\1$/, '$2')
      .replace(/^\{\s*(["']?)([^]*?)\1\s*\}$/, '$2')
      .replace(/^\[([^]*)\]$/, '$1');
    return { ...stretch, kind: 'attribute', name, value: bare, valueStart: start + name.length + 1 };
  }
  if (lines !== undefined) return { ...stretch, kind: 'lines', value: lines };
  if (title !== undefined) return { ...stretch, kind: 'title', value: title };
  return word === undefined ? undefined : { ...stretch, kind: 'word', value: word };
}

/** The language of a fence, from the two parts into which the Markdown parser splits its info string. */
export function fenceLanguage({
  lang,
  meta,
}: {
  lang?: string | null | undefined;
  meta?: string | null | undefined;
}): string | undefined {
  return readFenceInfo(`${lang ?? ''} ${meta ?? ''}`).language?.name;
}

/** Line numbers from 1, including both ends. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** Reads `1,3-5`, also with blanks or quotes; undefined for anything else. */
export function readLineSpans(text: string): readonly LineSpan[] | undefined {
  const words = text.split(/[\s,"']+/).filter((word) => word !== '');
  const spans = words.map((word) => {
    const [, first, last] = /^(\d{1,6})(?:(?:-|\.\.)(\d{1,6}))?$/.exec(word) ?? [];
    return first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) };
  });
  const isRead =
    spans.length > 0 && spans.every((span) => span !== undefined && span.first > 0 && span.last >= span.first);
  return isRead ? (spans as readonly LineSpan[]) : undefined;
}
