// Finds tags, and the opening and closing braces of expressions, outside code and escapes.

/** Code in Markdown: a fence, or a span on one line. */
const code = '^[ \\t>]*(`{3,}|~{3,})[^]*?^[ \\t>]*\\1|(?<!`)(`+)(?!`)[^\\r\\n]*?(?<!`)\\2(?!`)';

/**
 * The offset of the last opening tag of one of these elements before `end`, outside code. Undefined if there is none.
 */
export function findLastTag(text: string, names: readonly string[], end: number): number | undefined {
  const tags = new RegExp(`${code}|<(${names.join('|')})(?=[\\s>/])`, 'gm');
  return [...text.slice(0, end).matchAll(tags)].findLast(({ 3: name }) => name !== undefined)?.index;
}

/** The offset of the outermost `{` before `end` that has no `}` before `end`. Undefined if there is none. */
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

/** The offset after the `}` that matches the `{` at `start`. Undefined if it is not in the same paragraph. */
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
