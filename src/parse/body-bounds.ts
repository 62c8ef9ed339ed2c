// Whether a Markdown text is shallow enough to be parsed: nested quotes, list items, tags and braces cost its
// parser more than their number, so they are counted on the text first.

/** A place in the text where a bound is passed. */
export interface Excess {
  readonly offset: number;
  readonly length: number;
}

const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$))/y;

/** The first container over `limit` that one line opens, or undefined. */
export function findContainerExcess(text: string, limit: number): Excess | undefined {
  for (let start = 0; start <= text.length; start = nextLine(text, start)) {
    container.lastIndex = start;
    let count = 0;
    for (;;) {
      const before: number = container.lastIndex;
      const match = container.exec(text);
      if (match === null) break;
      if (++count > limit) return { offset: before + match[0].length - 1, length: 1 };
    }
  }
  return undefined;
}

function nextLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length + 1 : end + 1;
}

const fence = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})(.*)/;

/** The first opening tag or brace over `limit` levels, outside fenced code, or undefined. */
export function findJsxExcess(text: string, limit: number): Excess | undefined {
  if (countOpenings(text) <= limit) return undefined;
  let depth = 0;
  let openFence: string | undefined;
  for (let start = 0; start <= text.length;) {
    const next = nextLine(text, start);
    const line = text.slice(start, next);
    const [, mark, info = ''] = fence.exec(line) ?? [];
    if (openFence !== undefined) {
      if (mark?.startsWith(openFence) && info.trim() === '') openFence = undefined;
    } else if (mark !== undefined) {
      openFence = mark;
    } else {
      for (const { index, 0: token } of line.matchAll(/`[^`\n]*`|\\[<{}]|<\/|\/>|<(?!\s)|[{}]/g)) {
        if (token === '<' || token === '{') depth++;
        else if ((token === '</' || token === '/>' || token === '}') && depth > 0) depth--;
        if (depth > limit) return { offset: start + index, length: 1 };
      }
    }
    start = next;
  }
  return undefined;
}

function countOpenings(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 60 || code === 123) count++;
  }
  return count;
}
