// Where braces of a body open and close, outside code and escapes.

/** Two offsets of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Code of Markdown: a fence, or a span on one line. */
const code = '^[ \\t>]*(`{3,}|~{3,})[^]*?^[ \\t>]*\\1|(?<!`)(`+)(?!`)[^\\r\\n]*?(?<!`)\\2(?!`)';

/** Offset of the last opening tag of one of these elements before `end`, outside code; undefined where there is none. */
export function findLastTag(text: string, names: readonly string[], end: number): number | undefined {
  const tags = new RegExp(`${code}|<(${names.join('|')})(?=[\\s>/])`, 'gm');
  return [...text.slice(0, end).matchAll(tags)].findLast(({ 3: name }) => name !== undefined)?.index;
}

/** Offset of the outermost `{` before `end` that has no `}` before `end`; undefined where there is none. */
export function findOpenBrace(text: string, end: number): number | undefined {
  const open: number[] = [];
  for (const { index, 0: token } of text
    .slice(0, end)
    .matchAll(/^[ \t>]*(`{3,}|~{3,})[^]*?^[ \t>]*\1|`+[^`\r\n]*`+|\\[{}]|[{}]/gm)) {
    if (token === '{') open.push(index);
    else if (token === '}') open.pop();
  }
  return open[0];
}

/** The end of the expression that opens at `start`: behind its `}`; undefined where it is not on the same paragraph. */
export function matchingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { index, 0: token } of text.slice(start, start + 5000).matchAll(/[{}]|\n[ \t]*\n|\r\n[ \t]*\r\n/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else return undefined;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}
