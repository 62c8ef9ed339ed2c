// Whether a Markdown text is shallow enough to be parsed: nested quotes and list items cost its parser more than their
// number, so they are counted on the text first. Tags and braces: see `jsx-bounds.ts`.

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
